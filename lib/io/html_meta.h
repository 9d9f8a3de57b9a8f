// What a page says about its article beside the text.
#ifndef MAHDAR_IO_HTML_META_H_
#define MAHDAR_IO_HTML_META_H_

#include <string>

#include "io/html_tree.h"

namespace mahdar {

struct PageMeta {
  std::string title, url, source, language;
  std::string published;  // the stamp as it stands: by JSON-LD, then OpenGraph and the like, then <time>
  std::string time_zone;  // "+03:00" where any stamp of the page tells it
  std::string body;       // of the article by JSON-LD: text, or HTML
};

PageMeta read_meta(const HtmlTree& tree);

}  // namespace mahdar

#endif  // MAHDAR_IO_HTML_META_H_
