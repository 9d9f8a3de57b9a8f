#include "io/articles.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

#include "io/encoding.h"
#include "io/items.h"
#include "text/time_zone.h"

namespace mahdar {
namespace {

// The whole input as one plain text.
class WholeText : public ItemReader {
 public:
  explicit WholeText(const ItemContext& context) : source_(context.source) {}

  bool next(ArticleItem& item) override {
    if (ended_) return false;
    ended_ = true;
    bool fits = true;
    source_.read_all(item.article.text, fits);
    if (fits) return true;
    item.article = {};
    item.error = too_large(source_.most());
    return true;
  }

 private:
  ByteSource& source_;
  bool ended_ = false;
};

// The ending of a file's name, in small letters, without those of compressed files.
std::string ending_of(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return char(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  for (;;) {
    const std::size_t dot = name.find_last_of("./");
    if (dot == std::string::npos || name[dot] == '/') return {};
    const std::string ending = name.substr(dot + 1);
    if (ending != "gz" && ending != "zst" && ending != "zstd") return ending;
    name.resize(dot);
  }
}

InputFormat format_of_name(const std::string& name) {
  const std::string ending = ending_of(name);
  if (ending == "html" || ending == "htm" || ending == "xhtml") return InputFormat::kHtml;
  if (ending == "json") return InputFormat::kJson;
  if (ending == "jsonl" || ending == "ndjson" || ending == "jl") return InputFormat::kJsonLines;
  if (ending == "csv") return InputFormat::kCsv;
  if (ending == "tsv" || ending == "tab") return InputFormat::kTsv;
  return InputFormat::kText;
}

constexpr std::size_t kMostBlank = 1 << 16;

// An array of objects, rather than a text in square brackets.
bool opens_array(ByteSource& source) {
  for (std::size_t size = 2;; ++size) {
    const std::string_view rest = source.peek(size);
    const std::size_t bracket = rest.find('[');
    const std::size_t inside =
        bracket == std::string_view::npos ? bracket : rest.find_first_not_of(kBlank, bracket + 1);
    if (inside != std::string_view::npos) return rest[inside] == '{';
    if (rest.size() < size || size > kMostBlank) return false;
    size = rest.size();
  }
}

}  // namespace

RecordError too_large(std::size_t most) { return {"too-large", fmt::format("the item has {} bytes or more", most)}; }

bool may_be_alone(const ItemContext& context) {
  return context.detected && format_of_name(context.options.name) == InputFormat::kJson &&
         context.source.first_character() == 0;
}

struct ArticleReader::Impl {
  Impl(ByteStream& in, const ReaderOptions& o)
      : options(o), keys(o.fields), utf8(in, o.encoding), source(utf8, o.most_bytes) {
    if (!o.time_zone.empty() && !minutes_from_utc(o.time_zone, 0))
      throw std::runtime_error("no time zone is called '" + o.time_zone + "'");
  }

  bool next(ArticleItem& item);
  InputFormat detect();
  ItemReaderPointer open();

  const ReaderOptions options;
  const FieldKeys keys;
  Utf8Bytes utf8;
  ByteSource source;
  ItemReaderPointer items;
  char separator = 0;  // of a table
  bool failure_told = false;
};

// Told by what the input begins with, then by its name.
InputFormat ArticleReader::Impl::detect() {
  const InputFormat named = format_of_name(options.name);
  const char first = source.first_character();
  if (first == '{') return opens_json_value(source) ? InputFormat::kJson : InputFormat::kJsonLines;
  if (first == '[' && opens_array(source)) return InputFormat::kJson;
  if (first == '<' && (named == InputFormat::kHtml || begins_page(source.peek_line()))) return InputFormat::kHtml;
  separator = separator_of_header(source.peek_line(), keys);
  if (separator != 0) return separator == '\t' ? InputFormat::kTsv : InputFormat::kCsv;
  return named;
}

ItemReaderPointer ArticleReader::Impl::open() {
  source.skip_bom();
  const bool detected = options.format == InputFormat::kDetect;
  const ItemContext context{source, keys, options, detected};
  const InputFormat format = detected ? detect() : options.format;
  switch (format) {
    case InputFormat::kJsonLines: return read_json_lines(context);
    case InputFormat::kJson: return read_json_values(context);
    case InputFormat::kHtml: return read_page(context);
    case InputFormat::kTsv: return read_table(context, '\t');
    case InputFormat::kCsv:
      if (separator == 0) separator = separator_of_header(source.peek_line(), keys);
      return read_table(context, separator == 0 ? ',' : separator);
    default: return std::make_unique<WholeText>(context);
  }
}

bool ArticleReader::Impl::next(ArticleItem& item) {
  item = {};
  if (!items) items = open();
  const bool found = !failure_told && items->next(item);
  if (!source.failure() || failure_told) return found;
  failure_told = true;
  item.error = RecordError{"unreadable", *source.failure()};
  return true;
}

ArticleReader::ArticleReader(ByteStream& in, const ReaderOptions& options)
    : impl_(std::make_unique<Impl>(in, options)) {}
ArticleReader::~ArticleReader() = default;

bool ArticleReader::next(ArticleItem& item) { return impl_->next(item); }

}  // namespace mahdar
