// What a TimeGrammar is made of.
#ifndef MAHDAR_TIME_GRAMMAR_H_
#define MAHDAR_TIME_GRAMMAR_H_

#include <vector>

#include "time/reader.h"
#include "time/resolve.h"

namespace mahdar {

// The time expressions of one document in the order of its text, before they are resolved; boilerplate is left out.
class Phrases {
 public:
  Phrases(const Document& doc, const DateWords& words);

  const Document& document() const { return doc_; }
  const WordView& words() const { return words_; }
  const std::vector<Phrase>& all() const { return all_; }

 private:
  std::vector<Phrase> read(TokenRange range) const;

  const Document& doc_;
  WordView words_;
  std::vector<Phrase> all_;
};

class Todays;

struct TimeGrammar::Impl {
  explicit Impl(const TableSet& tables) : words(tables), resolver(tables, words) {}

  ArticleDay find_article_day(const Phrases& phrases, std::string_view given, std::string_view url) const;
  // Where the words contradict one another or the article's day.
  std::vector<Warning> contradictions(const Phrases& phrases, const Todays& todays) const;
  std::vector<TimeMention> find(const Phrases& phrases, const Todays& todays) const;

  DateWords words;
  Resolver resolver;
};

}  // namespace mahdar

#endif  // MAHDAR_TIME_GRAMMAR_H_
