// HTML pages in.
#include <algorithm>
#include <array>
#include <string>

#include "io/html_meta.h"
#include "io/html_text.h"
#include "io/items.h"
#include "io/stamp.h"
#include "text/decoder.h"
#include "text/language.h"
#include "text/utf8.h"

namespace mahdar {
namespace {

constexpr std::size_t kHead = 4096;  // where a page declares its encoding

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = char(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return out;
}

// The encoding that a page declares: <meta charset="...">, <meta http-equiv content="...; charset=...">, <?xml encoding?>.
std::string declared_encoding(std::string_view page) {
  const std::string head = small_letters(page.substr(0, kHead));
  for (const std::string_view key : {"charset", "encoding"}) {
    for (std::size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      const std::size_t equals = head.find_first_not_of(" \t\r\n", at + key.size());
      if (equals == std::string::npos || head[equals] != '=') continue;
      const std::size_t begin = head.find_first_not_of(" \t\r\n\"'", equals + 1);
      if (begin == std::string::npos) continue;
      const std::size_t end = std::min(head.find_first_of(" \t\r\n\"';>/?", begin), head.size());
      const std::string name = encoding_name(std::string_view(head).substr(begin, end - begin));
      if (!name.empty()) return name;
    }
  }
  return {};
}

// Bytes that are well-formed UTF-8 are that, whatever the page says of itself: it was saved so.
std::string as_utf8(std::string_view page) {
  if (is_well_formed_utf8(page)) return std::string(page);
  const std::string encoding = declared_encoding(page);
  if (encoding.empty() || encoding.compare(0, 3, "UTF") == 0) return repair_utf8(page);
  std::string out;
  Decoder(encoding).decode(page, true, out);
  return out;
}

// A declared language counts where it is one that the text cannot contradict: pages leave "en" from a template.
std::string language_of(const PageMeta& meta, const std::string& text) {
  constexpr std::array<std::string_view, 7> kArabicScript = {"ar", "fa", "ur", "ckb", "ps", "ug", "sd"};
  const std::string declared = small_letters(meta.language.substr(0, meta.language.find('-')));
  const bool fits = std::find(kArabicScript.begin(), kArabicScript.end(), declared) != kArabicScript.end();
  return fits || detect_language(text) == "und" ? meta.language : std::string();
}

// The text that JSON-LD has, unless that is no more than the beginning of what the page shows.
std::string choose_text(const PageMeta& meta, const HtmlTree& tree) {
  const std::string shown = article_text(tree);
  if (meta.body.empty()) return shown;
  const bool is_markup = meta.body.find_first_of("<&") != std::string::npos;
  const std::string told = is_markup ? plain_text(meta.body) : meta.body;
  return told.size() * 10 > shown.size() * 6 ? told : shown;
}

bool read_into(std::string_view page, const std::string& zone, ArticleItem& item) {
  const std::optional<HtmlTree> tree = HtmlTree::parse(as_utf8(page));
  if (!tree) return false;
  const PageMeta meta = read_meta(*tree);
  Article& article = item.article;
  article.text = choose_text(meta, *tree);
  article.title = meta.title;
  article.url = meta.url;
  article.source = meta.source;
  article.language = language_of(meta, article.text);
  article.published = local_day(meta.published, meta.time_zone.empty() ? zone : meta.time_zone);
  article.published_basis = PublishedBasis::kMarkup;
  item.from_markup = true;
  return true;
}

class PageItems : public ItemReader {
 public:
  explicit PageItems(const ItemContext& context) : context_(context) {}

  bool next(ArticleItem& item) override {
    if (ended_) return false;
    ended_ = true;
    std::string page;
    bool fits = true;
    context_.source.read_all(page, fits);
    if (!fits)
      item.error = too_large(context_.source.most());
    else if (!read_into(page, context_.options.time_zone, item))
      item.error = RecordError{"entangled", "the page's elements are too entangled to be read"};
    else if (item.article.text.empty())
      item.error = RecordError{"no-text", "the page has no article"};
    return true;
  }

 private:
  const ItemContext context_;
  bool ended_ = false;
};

}  // namespace

ItemReaderPointer read_page(const ItemContext& context) { return std::make_unique<PageItems>(context); }

// A declaration, a comment or a tag that pages and stretches of them begin with.
bool begins_page(std::string_view text) {
  constexpr std::array<std::string_view, 14> kBeginnings = {"!doctype", "html",    "head",    "body", "!--",
                                                            "?xml",     "meta",    "title",   "div",  "p",
                                                            "h1",       "article", "section", "main"};
  const std::string begin = small_letters(text.substr(0, 16));
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view word) {
    if (begin.compare(1, word.size(), word) != 0 || begin[0] != '<') return false;
    const char after = begin.size() > word.size() + 1 ? begin[word.size() + 1] : '>';
    return word[0] == '!' || word[0] == '?' || after == '>' || after == ' ' || after == '\r';
  });
}

Article read_html(std::string_view page, const std::string& url) {
  ArticleItem item;
  read_into(page, {}, item);
  if (item.article.url.empty()) item.article.url = url;
  return item.article;
}

}  // namespace mahdar
