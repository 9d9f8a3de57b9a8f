// What the tests of dates share: a grammar, and one-line ways to use it.
#ifndef MAHDAR_TESTS_TIME_SUPPORT_H_
#define MAHDAR_TESTS_TIME_SUPPORT_H_

#include <string>
#include <vector>

#include "text/segments.h"
#include "text/tokenise.h"
#include "time/times.h"

namespace mahdar::test {

inline const TableSet& tables() {
  static const TableSet set = TableSet::load("");
  return set;
}

inline const TimeGrammar& grammar() {
  static const TimeGrammar built(tables());
  return built;
}

inline Document make_document(const std::string& text) {
  static const Furniture furniture(tables().get("ar/furniture.tsv"));
  Document doc;
  doc.text = text;
  tokenise(doc);
  split_sentences(doc);
  furniture.mark(doc);
  return doc;
}

inline std::vector<TimeMention> find_times(const std::string& text, const std::string& published) {
  return grammar().read(make_document(text), published, "").times;
}

// The values found, parted by spaces; "-" for one that has none.
inline std::string values(const std::string& text, const std::string& published) {
  std::string all;
  for (const TimeMention& time : find_times(text, published))
    all += (all.empty() ? "" : " ") + time.timex.value_or("-");
  return all;
}

}  // namespace mahdar::test

#endif  // MAHDAR_TESTS_TIME_SUPPORT_H_
