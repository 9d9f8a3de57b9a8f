#include "io/articles.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "io/article_json.h"

namespace mahdar {
namespace {

constexpr std::size_t kBlock = 1 << 16;
constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kBlank = " \t\r\n\v\f";

bool is_blank(std::string_view text) { return text.find_first_not_of(kBlank) == std::string_view::npos; }

// The bytes of a stream, as they come in: a line is there as soon as it has been written.
class ByteSource {
 public:
  explicit ByteSource(std::istream& in, std::size_t most) : in_(in), most_(most) {}

  bool failed() const { return failed_; }

  // What is at hand of the input, without taking it; empty at the end.
  std::string_view peek() {
    if (at_ == block_.size()) fill();
    return std::string_view(block_).substr(at_);
  }
  void skip(std::size_t bytes) { at_ += bytes; }

  void skip_bom() {
    while (block_.size() < kBom.size() && fill()) {
    }
    if (peek().substr(0, kBom.size()) == kBom) skip(kBom.size());
  }

  // The first character that is no space, without taking it; 0 where there is none among the first bytes.
  char first_character() {
    for (;;) {
      const std::size_t found = block_.find_first_not_of(kBlank, at_);
      if (found != std::string::npos) return block_[found];
      if (block_.size() - at_ > kBlock || !fill()) return 0;
    }
  }

  // Puts text back before what is left.
  void put_back(std::string text) {
    text.append(block_, at_);
    block_ = std::move(text);
    at_ = 0;
  }

  // Appends up to the end of the line, without the line break. False at the end of the input. `fits` tells if all of
  // it went into `line`.
  bool read_line(std::string& line, bool& fits) {
    fits = true;
    if (peek().empty()) return false;
    for (std::string_view rest = peek(); !rest.empty(); rest = peek()) {
      const std::size_t end = rest.find('\n');
      append(line, rest.substr(0, end), fits);
      skip(end == std::string_view::npos ? rest.size() : end + 1);
      if (end != std::string_view::npos) break;
    }
    return true;
  }

  // Appends all that is left, or as much of it as may be.
  void read_all(std::string& text, bool& fits) {
    fits = true;
    for (std::string_view rest = peek(); !rest.empty() && fits; rest = peek()) {
      append(text, rest, fits);
      skip(rest.size());
    }
  }

 private:
  void append(std::string& out, std::string_view piece, bool& fits) const {
    fits = fits && piece.size() < most_ - std::min(most_, out.size());
    if (fits) out += piece;
  }

  // Adds what the stream has at hand, at least a byte unless it is at its end.
  bool fill() {
    block_.erase(0, at_);
    at_ = 0;
    if (failed_ || in_.peek() == std::istream::traits_type::eof()) {
      failed_ = failed_ || in_.bad();
      return false;
    }
    const std::size_t old = block_.size();
    const std::streamsize ready = std::clamp<std::streamsize>(in_.rdbuf()->in_avail(), 1, kBlock);
    block_.resize(old + std::size_t(ready));
    in_.read(block_.data() + old, ready);
    block_.resize(old + std::size_t(in_.gcount()));
    failed_ = in_.bad();
    return in_.gcount() > 0;
  }

  std::istream& in_;
  std::size_t most_;
  std::string block_;
  std::size_t at_ = 0;  // what stands before it is taken
  bool failed_ = false;
};

}  // namespace

struct ArticleReader::Impl {
  Impl(std::istream& in, InputFormat format, std::size_t most) : source(in, most), format(format), most(most) {}

  bool next(ArticleItem& item);
  void detect();
  bool next_whole(ArticleItem& item);
  bool next_line(ArticleItem& item);
  bool next_object(ArticleItem& item);
  bool gather_object(std::string& json, bool& fits);
  bool opens_object();
  void parse(std::string_view json, bool fits, ArticleItem& item) const;
  RecordError too_large() const { return {"too-large", fmt::format("the item has {} bytes or more", most)}; }

  ByteSource source;
  InputFormat format;
  std::size_t most;
  std::size_t line = 0;         // lines taken
  std::size_t empty_lines = 0;  // of them, to be told of once a line with something on it follows
  std::string held;             // that line
  bool held_fits = true;
  bool started = false, detected = false, ended = false, failure_told = false;
};

void ArticleReader::Impl::detect() {
  started = true;
  source.skip_bom();
  if (format != InputFormat::kDetect) return;
  detected = true;
  if (source.first_character() != '{')
    format = InputFormat::kText;
  else
    format = opens_object() ? InputFormat::kJson : InputFormat::kJsonLines;
}

// Whether an object over several lines begins here, rather than a line that holds all of it or is broken. Reads a line,
// and puts it back.
bool ArticleReader::Impl::opens_object() {
  std::string text;
  bool fits = true;
  while (is_blank(text) && fits && source.read_line(text, fits)) text += '\n';
  if (!fits) {
    held_fits = false;
    ++line;
    return false;
  }
  BracketScanner scanner;
  scanner.read(text);
  const char last = text[text.find_last_not_of(kBlank)];
  const bool breaks_off =
      scanner.is_open() && !scanner.in_string() && std::string_view("{[,:").find(last) != std::string_view::npos;
  const std::string_view rest = breaks_off ? source.peek() : "";
  const bool goes_on = !rest.empty() && (is_blank(rest.substr(0, 1)) || rest[0] == '"' || rest[0] == '}');
  source.put_back(std::move(text));
  return goes_on;
}

bool ArticleReader::Impl::next(ArticleItem& item) {
  if (!started) detect();
  item = {};
  bool found = false;
  switch (format) {
    case InputFormat::kJsonLines: found = next_line(item); break;
    case InputFormat::kJson: found = next_object(item); break;
    default: found = next_whole(item);
  }
  if (!source.failed() || failure_told) return found;
  failure_told = ended = true;
  item.error = RecordError{"unreadable", "reading the input failed"};
  return true;
}

void ArticleReader::Impl::parse(std::string_view json, bool fits, ArticleItem& item) const {
  if (fits)
    read_article_json(json, item);
  else
    item.error = too_large();
}

bool ArticleReader::Impl::next_whole(ArticleItem& item) {
  if (ended) return false;
  ended = true;
  bool fits = true;
  source.read_all(item.article.text, fits);
  if (fits) return true;
  item.article = {};
  item.error = too_large();
  return true;
}

// Empty lines are items too, so that lines of input and items correspond; but not those at the end.
bool ArticleReader::Impl::next_line(ArticleItem& item) {
  while (held.empty() && held_fits) {
    if (ended || !source.read_line(held, held_fits)) return false;
    ++line;
    if (!held_fits || !is_blank(held)) break;
    held.clear();
    ++empty_lines;
  }
  item.line = line - empty_lines;
  if (empty_lines > 0) {
    --empty_lines;
    item.error = RecordError{"empty-line", "the line is empty"};
    return true;
  }
  parse(held, held_fits, item);
  if (line == 1 && detected && item.article.id.empty() && source.peek().empty())
    item.line = 0;  // one object, on a line
  held.clear();
  held_fits = true;
  return true;
}

// Reads on until the object's brackets are closed. `fits` as in read_line.
bool ArticleReader::Impl::gather_object(std::string& json, bool& fits) {
  BracketScanner scanner;
  bool any = false;
  fits = true;
  for (std::string piece; source.read_line(piece, fits); piece.clear()) {
    piece += '\n';
    ++line;
    scanner.read(piece);
    json += piece;
    any = any || !is_blank(piece);
    fits = fits && json.size() < most;
    if (!fits || (any && !scanner.is_open())) return true;
  }
  return any;
}

// Objects over several lines, one after the other. If what looked like one is none, its lines are taken one by one.
bool ArticleReader::Impl::next_object(ArticleItem& item) {
  std::string json;
  bool fits = true;
  const std::size_t begin = line + 1;
  if (ended || !gather_object(json, fits)) return false;
  ended = !fits;
  parse(json, fits, item);
  if (detected && begin == 1 && item.error && item.error->code == "not-json") {
    source.put_back(std::move(json));
    format = InputFormat::kJsonLines;
    line = 0;
    item = {};
    return next_line(item);
  }
  item.line = begin == 1 && source.peek().empty() ? 0 : begin;
  return true;
}

ArticleReader::ArticleReader(std::istream& in, InputFormat format, std::size_t most_bytes)
    : impl_(std::make_unique<Impl>(in, format, most_bytes)) {}
ArticleReader::~ArticleReader() = default;

bool ArticleReader::next(ArticleItem& item) { return impl_->next(item); }

}  // namespace mahdar
