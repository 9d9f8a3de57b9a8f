// Articles from a stream, one after the other: plain text, one JSON object, or JSON lines.
#ifndef MAHDAR_IO_ARTICLES_H_
#define MAHDAR_IO_ARTICLES_H_

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>

#include "mahdar/mahdar.h"

namespace mahdar {

enum class InputFormat { kDetect, kText, kJson, kJsonLines };

// An article, or why its place in the input held none.
struct ArticleItem {
  Article article;        // what could be read of it; the id is empty where the input has none
  std::size_t line = 0;   // in JSON lines, counted from 1; 0: the whole input
  bool repaired = false;  // ill-formed UTF-8 in JSON was read as U+FFFD
  std::optional<RecordError> error;
};

// Yields the items of a stream in order and holds one at a time. A line that is no article is an item with an error,
// and the next line goes on. Formats are told by content: a first '{' is JSON, over several lines or a line each.
class MAHDAR_EXPORT ArticleReader {
 public:
  static constexpr std::size_t kMostBytes = std::size_t(1) << 31;  // of an item; more is an error item

  explicit ArticleReader(std::istream& in, InputFormat format = InputFormat::kDetect,
                         std::size_t most_bytes = kMostBytes);
  ~ArticleReader();

  // Reads the next item; false at the end.
  bool next(ArticleItem& item);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace mahdar

#endif  // MAHDAR_IO_ARTICLES_H_
