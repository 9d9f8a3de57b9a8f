// Small lists of words that tell how names are read.
#ifndef MAHDAR_GAZETTEER_NAME_WORDS_H_
#define MAHDAR_GAZETTEER_NAME_WORDS_H_

#include <functional>
#include <set>
#include <string>

#include "gazetteer/table.h"

namespace mahdar {

// All folded. Immutable; threads may share it.
struct NameWords {
  explicit NameWords(const TableSet& tables);  // throws Error

  using Words = std::set<std::string, std::less<>>;
  Words particles;  // a word must follow them in a name: "bin", "Abd"
  Words namesakes;  // what is called after people: "hospital"
  Words titles;     // what may stand between such a word and the name: "King"
};

}  // namespace mahdar

#endif  // MAHDAR_GAZETTEER_NAME_WORDS_H_
