// Page furniture: lines that are not the article's own prose.
#ifndef MAHDAR_TEXT_SEGMENTS_H_
#define MAHDAR_TEXT_SEGMENTS_H_

#include "document.h"
#include "gazetteer/table.h"

namespace mahdar {

// Knows the openings of furniture lines (ar/furniture.tsv). Immutable; threads may share it.
class Furniture {
 public:
  explicit Furniture(const Table& table);

  // Marks sentences on furniture lines and fills doc.boilerplate.
  void mark(Document& doc) const;

 private:
  struct Opening {
    std::vector<std::string> words;  // folded
    bool line = false;               // this line only, if it is short
    bool tail = false;               // all lines from here on
    std::uint32_t most_tokens = 0;   // a longer line is prose
  };

  const Opening* opening_of(const Document& doc, TokenRange line) const;

  std::vector<Opening> openings_;
};

}  // namespace mahdar

#endif  // MAHDAR_TEXT_SEGMENTS_H_
