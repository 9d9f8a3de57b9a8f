#include "io/html_text.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "io/html_furniture.h"
#include "text/utf8.h"

namespace mahdar {
namespace {

using Sizes = std::unordered_map<const GumboNode*, std::size_t>;

// Bytes of text outside links, below every element.
std::size_t measure(const GumboNode* node, Sizes& sizes) {
  if (node->type == GUMBO_NODE_TEXT) return squeeze(node->v.text.text).size();
  if (!is_element(node) || is_never_text(node)) return 0;
  std::size_t size = 0;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    size += measure(static_cast<const GumboNode*>(children.data[i]), sizes);
  if (is_tag(node, GUMBO_TAG_A)) size = 0;
  return sizes[node] = size;
}

// Gathers paragraphs below an element.
class Paragraphs {
 public:
  Paragraphs(const Sizes& sizes, std::size_t whole) : sizes_(sizes), whole_(whole) {}

  std::string take(const GumboNode* root) {
    children_of(root);
    end_paragraph(false);
    while (!paragraphs_.empty() && paragraphs_.back().heading) paragraphs_.pop_back();  // of what was left out
    std::string text;
    for (const Paragraph& paragraph : paragraphs_) text += (text.empty() ? "" : "\n\n") + paragraph.text;
    return text;
  }

 private:
  struct Paragraph {
    std::string text;
    bool heading;
  };

  void children_of(const GumboNode* element) {
    const GumboVector& children = element->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) add(static_cast<const GumboNode*>(children.data[i]));
  }

  void add(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
      append(node->v.text.text);
    } else if (is_element(node) && !is_never_text(node) && !is_box(node)) {
      add_element(node);
    }
  }

  void add_element(const GumboNode* element) {
    if (is_tag(element, GUMBO_TAG_BR)) return append("\n", true);
    const bool block = is_block(element), link = is_tag(element, GUMBO_TAG_A);
    const GumboTag tag = element->v.element.tag;
    if (block) end_paragraph(false);
    links_ += link;
    children_of(element);
    links_ -= link;
    if (block) end_paragraph(tag >= GUMBO_TAG_H2 && tag <= GUMBO_TAG_H6);
  }

  // A box of something else, unless it holds much of what the page has to say.
  bool is_box(const GumboNode* element) const {
    const auto size = sizes_.find(element);
    const bool large = size != sizes_.end() && size->second * 10 > whole_ * 4;
    return !large && is_called_furniture(element);
  }

  void append(std::string_view piece, bool line_break = false) {
    if (line_break) {
      end_line();
      return;
    }
    line_ += piece;
    if (links_ > 0) linked_ += squeeze(piece).size();
  }

  void end_line() {
    const std::string line = squeeze(line_);
    if (!line.empty()) lines_ += (lines_.empty() ? "" : "\n") + line;
    line_.clear();
  }

  // Keeps the paragraph unless it is mostly links.
  void end_paragraph(bool heading) {
    end_line();
    if (!lines_.empty() && linked_ * 2 <= lines_.size()) paragraphs_.push_back({std::move(lines_), heading});
    lines_.clear();
    linked_ = 0;
  }

  const Sizes& sizes_;
  const std::size_t whole_;
  std::vector<Paragraph> paragraphs_;
  std::string line_, lines_;  // of the paragraph: since its last line break, and before that
  std::size_t linked_ = 0;    // bytes of it in links
  std::size_t links_ = 0;     // open ones
};

// The element below `root` with most text of those that `wanted` says.
template <class Wanted>
const GumboNode* largest(const GumboNode* root, const Sizes& sizes, Wanted wanted) {
  const GumboNode* found = nullptr;
  std::size_t most = 0;
  each_element(root, [&](const GumboNode* element) {
    const auto size = sizes.find(element);
    if (size == sizes.end()) return false;
    if (size->second > most && wanted(element)) found = element, most = size->second;
    return size->second > most;  // what lies below is no larger
  });
  return found;
}

// The element whose own paragraphs hold most text; those of its children count half.
const GumboNode* densest(const GumboNode* root, const Sizes& sizes) {
  std::unordered_map<const GumboNode*, std::size_t> scores;
  const GumboNode* best = root;
  each_element(root, [&](const GumboNode* element) {
    const auto size = sizes.find(element);
    if (size == sizes.end() || (element != root && is_called_furniture(element) && size->second < sizes.at(root) / 3))
      return false;
    if (!is_tag(element, GUMBO_TAG_P)) return true;
    const GumboNode* const parent = element->parent;
    for (const auto& [node, share] :
         {std::pair(parent, 2u), std::pair<const GumboNode*, unsigned>(parent->parent, 1u)}) {
      if (!node || !sizes.count(node)) continue;
      scores[node] += size->second * share;
      if (scores[node] > scores[best]) best = node;
    }
    return true;
  });
  return best;
}

const GumboNode* find_body(const GumboNode* root, const Sizes& sizes) {
  const std::size_t whole = sizes.at(root);
  const auto large = [&](const GumboNode* element) { return element && sizes.at(element) * 5 > whole; };
  const auto marked = [](const GumboNode* e) { return attribute(e, "itemprop") == "articleBody"; };
  const auto article = [](const GumboNode* e) {
    return is_tag(e, GUMBO_TAG_ARTICLE) || attribute(e, "role") == "article" ||
           attribute(e, "itemtype").find("Article") != std::string_view::npos;
  };
  const auto main = [](const GumboNode* e) { return is_tag(e, GUMBO_TAG_MAIN) || attribute(e, "role") == "main"; };
  const GumboNode* found = largest(root, sizes, marked);
  if (found) return found;
  found = largest(root, sizes, article);
  const GumboNode* const top = large(found) ? found : root;
  if (const GumboNode* const body = largest(top, sizes, is_called_body); body && sizes.at(body) * 2 > sizes.at(top))
    return body;
  if (top != root) return top;
  found = largest(root, sizes, is_called_body);
  if (large(found)) return found;
  found = largest(root, sizes, main);
  return densest(large(found) ? found : root, sizes);
}

}  // namespace

std::string article_text(const HtmlTree& tree) {
  Sizes sizes;
  const std::size_t whole = measure(tree.root(), sizes);
  if (whole == 0) return {};
  return Paragraphs(sizes, whole).take(find_body(tree.root(), sizes));
}

std::string plain_text(std::string_view html) {
  const std::optional<HtmlTree> tree = HtmlTree::parse(html);
  if (!tree) return {};
  Sizes sizes;
  return Paragraphs(sizes, 0).take(tree->root());
}

}  // namespace mahdar
