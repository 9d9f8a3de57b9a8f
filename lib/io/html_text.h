// The text of an article on a page, without what stands around it.
#ifndef MAHDAR_IO_HTML_TEXT_H_
#define MAHDAR_IO_HTML_TEXT_H_

#include <string>

#include "io/html_tree.h"

namespace mahdar {

// From the element that is marked as the article's body, or an <article>, or the one whose paragraphs hold most text
// that is not links. Menus, boxes of related stories, captions, bars for sharing and the like are left out. Paragraphs
// stand apart by an empty line.
std::string article_text(const HtmlTree& tree);

// A stretch of HTML, or of text with character references, as paragraphs.
std::string plain_text(std::string_view html);

}  // namespace mahdar

#endif  // MAHDAR_IO_HTML_TEXT_H_
