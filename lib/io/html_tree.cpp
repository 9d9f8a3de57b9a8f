#include "io/html_tree.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <utility>
#include <vector>

namespace mahdar {
namespace {

constexpr std::size_t kDeepest = 256;
constexpr std::string_view kSpace = " \t\r\n\f";

// Elements that have no end tag, or whose end tag is often left out: they do not nest.
constexpr std::array<std::string_view, 30> kFlat = {
    "area", "base",  "br",     "col",   "embed",  "hr",   "img",  "input", "link",  "meta",
    "p",    "param", "source", "track", "wbr",    "li",   "dt",   "dd",    "tr",    "td",
    "th",   "tbody", "thead",  "tfoot", "option", "html", "head", "body",  "image", "frame"};
// Elements whose content is no markup.
constexpr std::array<std::string_view, 5> kRaw = {"script", "style", "textarea", "title", "xmp"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = char(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return out;
}

// A tag, comment or declaration, as far as telling tags apart needs.
struct Markup {
  std::size_t end;   // past it
  std::string name;  // of a tag; empty for the rest
  bool closes;
};

// The end of a tag: '>' outside quoted values.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = 0;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && html[at - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return html.size();
}

Markup markup_at(std::string_view html, std::size_t at) {
  const auto past = [&](std::string_view end, std::size_t from) {
    const std::size_t found = html.find(end, from);
    return found == std::string_view::npos ? html.size() : found + end.size();
  };
  if (html.substr(at, 4) == "<!--") return {past("-->", at + 4), {}, false};
  const bool closes = html.substr(at, 2) == "</";
  const std::size_t begin = at + (closes ? 2 : 1);
  if (begin >= html.size() || !is_letter(html[begin])) {
    const bool bogus = begin < html.size() && (html[begin] == '!' || html[begin] == '?' || closes);
    return {bogus ? past(">", begin) : begin, {}, false};
  }
  const std::size_t end = std::min(html.find_first_of(" \t\r\n\f/>", begin), html.size());
  Markup tag{end_of_tag(html, end), small_letters(html.substr(begin, end - begin)), closes};
  if (!closes && std::find(kRaw.begin(), kRaw.end(), tag.name) != kRaw.end()) {
    const std::string close = "</" + tag.name;
    std::size_t found = html.find("</", tag.end);
    while (found != std::string_view::npos && small_letters(html.substr(found, close.size())) != close)
      found = html.find("</", found + 2);
    tag.end = found == std::string_view::npos ? html.size() : past(">", found);
    tag.name.clear();
  }
  return tag;
}

// The page without the tags that lie too deep; empty where none does. A parser's work on a tag may grow with its depth.
std::string cut_depth(std::string_view html) {
  std::string out;
  std::size_t depth = 0, kept = 0;
  bool cut = false;
  for (std::size_t at = html.find('<'); at != std::string_view::npos;) {
    const Markup markup = markup_at(html, at);
    const bool nests = !markup.name.empty() && std::find(kFlat.begin(), kFlat.end(), markup.name) == kFlat.end();
    if (nests && markup.closes && depth > 0) --depth;
    if (nests && depth >= kDeepest) {
      out.append(html, kept, at - kept);
      out += ' ';
      kept = markup.end;
      cut = true;
    }
    if (nests && !markup.closes) ++depth;
    at = markup.end >= html.size() ? std::string_view::npos : html.find('<', markup.end);
  }
  if (cut) out.append(html, kept);
  return out;
}

void append_text(const GumboNode* node, std::string& out) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
    out += node->v.text.text;
  } else if (is_element(node)) {
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) append_text(static_cast<const GumboNode*>(children.data[i]), out);
  }
}

}  // namespace

// Memory that is given back as a whole, so that no tree is too deep to be taken down; with a limit, since a few hundred
// open elements can make every paragraph repeat them.
struct HtmlTree::Arena {
  explicit Arena(std::size_t limit) : left(limit) {}
  ~Arena() {
    for (void* block : blocks) std::free(block);
  }
  Arena(const Arena&) = delete;

  void* allocate(std::size_t size) {
    constexpr std::size_t kBlock = 1 << 20, kAlign = alignof(std::max_align_t);
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > room) {
      const std::size_t block = std::max(size, kBlock);
      if (block > left) std::longjmp(too_large, 1);
      blocks.push_back(std::malloc(block));
      if (!blocks.back()) std::longjmp(too_large, 1);
      left -= block;
      if (size == block) return blocks.back();
      next = static_cast<char*>(blocks.back());
      room = block;
    }
    void* const given = next;
    next += size;
    room -= size;
    return given;
  }

  std::vector<void*> blocks;
  char* next = nullptr;
  std::size_t room = 0, left;
  std::jmp_buf too_large;
};

HtmlTree::HtmlTree() = default;
HtmlTree::~HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;

std::optional<HtmlTree> HtmlTree::parse(std::string_view html) {
  constexpr std::size_t kLeast = std::size_t(64) << 20, kFactor = 48;
  HtmlTree tree;
  tree.arena_ = std::make_unique<Arena>(kLeast + html.size() * kFactor);
  tree.cut_ = cut_depth(html);
  if (!tree.cut_.empty()) html = tree.cut_;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = tree.arena_.get();
  options.allocator = [](void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); };
  options.deallocator = [](void*, void*) {};
  // The parser is C: a jump out of it passes no destructor.
  if (setjmp(tree.arena_->too_large) != 0) return std::nullopt;
  tree.root_ = gumbo_parse_with_options(&options, html.data(), html.size())->root;
  return tree;
}

void each_element(const GumboNode* node, const std::function<bool(const GumboNode*)>& take) {
  if (!is_element(node) || !take(node)) return;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) each_element(static_cast<const GumboNode*>(children.data[i]), take);
}

bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE; }

bool is_tag(const GumboNode* node, GumboTag tag) { return is_element(node) && node->v.element.tag == tag; }

std::string_view attribute(const GumboNode* element, const char* name) {
  const GumboAttribute* const found = gumbo_get_attribute(&element->v.element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

std::string text_of(const GumboNode* node) {
  std::string out;
  append_text(node, out);
  return out;
}

std::string squeeze(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (kSpace.find(text[at]) != std::string_view::npos) {
      space = !out.empty();
    } else if (text.substr(at, 2) == "\xC2\xA0") {  // no-break space
      space = !out.empty();
      ++at;
    } else {
      if (std::exchange(space, false)) out += ' ';
      out += text[at];
    }
  }
  return out;
}

}  // namespace mahdar
