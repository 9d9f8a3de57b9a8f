// HTML pages as trees.
#ifndef MAHDAR_IO_HTML_TREE_H_
#define MAHDAR_IO_HTML_TREE_H_

#include <gumbo.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mahdar {

// A parsed page. Nesting is cut at a depth at which the functions below may recurse.
class HtmlTree {
 public:
  // Nothing where the page is so entangled that the tree would not fit in memory.
  static std::optional<HtmlTree> parse(std::string_view html);
  ~HtmlTree();
  HtmlTree(HtmlTree&&) noexcept;

  const GumboNode* root() const { return root_; }

 private:
  struct Arena;
  HtmlTree();
  std::unique_ptr<Arena> arena_;
  std::string cut_;  // the page without its deepest tags, where it is too deep
  const GumboNode* root_ = nullptr;
};

// Calls `take` for an element and those below it, in the order of the page, while it returns true for what is above.
void each_element(const GumboNode* node, const std::function<bool(const GumboNode*)>& take);

bool is_element(const GumboNode* node);
bool is_tag(const GumboNode* node, GumboTag tag);
// The value of an attribute; empty where there is none.
std::string_view attribute(const GumboNode* element, const char* name);
// All text below a node, as it is.
std::string text_of(const GumboNode* node);
// With white space made single spaces, and none around.
std::string squeeze(std::string_view text);

}  // namespace mahdar

#endif  // MAHDAR_IO_HTML_TREE_H_
