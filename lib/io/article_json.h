// One JSON object as an article.
#ifndef MAHDAR_IO_ARTICLE_JSON_H_
#define MAHDAR_IO_ARTICLE_JSON_H_

#include <string>
#include <string_view>

#include "io/article_fields.h"
#include "io/articles.h"

namespace mahdar {

// Fills the article of `item`, or its error. Of the keys that mean one field, the best that holds something counts.
// Ill-formed UTF-8 and halves of surrogate pairs are read as U+FFFD.
void read_article_json(std::string_view json, const FieldKeys& keys, const std::string& time_zone, ArticleItem& item);

// Follows the brackets of JSON text, given in pieces, to tell where a value ends.
class BracketScanner {
 public:
  // Reads on. The number of characters up to the end of the outermost bracket, or npos where that lies further on.
  std::size_t read(std::string_view piece);
  bool in_string() const { return in_string_; }
  bool is_open() const { return depth_ > 0 || in_string_; }

 private:
  long depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace mahdar

#endif  // MAHDAR_IO_ARTICLE_JSON_H_
