// Which elements of a page are not the article's text.
#ifndef MAHDAR_IO_HTML_FURNITURE_H_
#define MAHDAR_IO_HTML_FURNITURE_H_

#include "io/html_tree.h"

namespace mahdar {

// By its tag, role or style: never text.
bool is_never_text(const GumboNode* element);
// By the words of its class and id: a box of related stories, a bar for sharing, a caption ... unless it is as large as
// an article.
bool is_called_furniture(const GumboNode* element);
// By the words of its class and id: the body of an article.
bool is_called_body(const GumboNode* element);
// What begins a paragraph of its own.
bool is_block(const GumboNode* element);

}  // namespace mahdar

#endif  // MAHDAR_IO_HTML_FURNITURE_H_
