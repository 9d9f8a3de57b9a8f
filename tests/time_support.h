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

inline ArticleDay article_day(const std::string& text, const std::string& given, const std::string& url) {
  return grammar().read(make_document(text), given, url).day;
}

// "2020-09 START, 2020-10-27": the values found, each with what modifies it.
inline std::string values_with_mods(const std::string& text, const std::string& published) {
  static const char* const kMods[] = {"",        " START", " MID",       " END",      " APPROX",
                                      " BEFORE", " AFTER", " MORE_THAN", " LESS_THAN"};
  std::string all;
  for (const TimeMention& time : find_times(text, published))
    all += (all.empty() ? "" : ", ") + time.timex.value_or("-") + kMods[int(time.mod)];
  return all;
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
