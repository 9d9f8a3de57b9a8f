// Articles from a stream of bytes, one after the other.
#ifndef MAHDAR_IO_ARTICLES_H_
#define MAHDAR_IO_ARTICLES_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "io/bytes.h"
#include "mahdar/mahdar.h"

namespace mahdar {

enum class InputFormat { kDetect, kText, kHtml, kJson, kJsonLines, kCsv, kTsv };

// The keys or columns that hold the fields of an article; where empty, the usual names count. A key inside another is
// written with a dot.
struct FieldNames {
  std::string text, title, published, url, source, language, id;
};

struct ReaderOptions {
  InputFormat format = InputFormat::kDetect;
  std::string name;       // of the file: decides what it is where the content does not
  std::string encoding;   // empty: by a byte order mark or an HTML declaration, else UTF-8
  std::string time_zone;  // the publisher's, for stamps in UTC: "Asia/Riyadh", "+03:00"; empty: not known
  FieldNames fields;
  std::size_t most_bytes = std::size_t(1) << 28;  // of an item; more is an error item
};

// An article, or why its place in the input held none.
struct ArticleItem {
  Article article;           // what could be read of it; the id is empty where the input has none
  std::size_t number = 0;    // its line, its row in a table, its place in an array, from 1; 0: the whole input
  bool repaired = false;     // ill-formed UTF-8 in JSON was read as U+FFFD
  bool from_markup = false;  // the text stands nowhere else: a record should carry it
  std::optional<RecordError> error;
};

// Yields the items of a stream in order and holds one at a time. What is no article is an item with an error, and the
// next goes on. One thread at a time.
class MAHDAR_EXPORT ArticleReader {
 public:
  // Throws std::runtime_error where the encoding or time zone is none.
  explicit ArticleReader(ByteStream& in, const ReaderOptions& options = {});
  ~ArticleReader();

  // Reads the next item; false at the end.
  bool next(ArticleItem& item);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace mahdar

#endif  // MAHDAR_IO_ARTICLES_H_
