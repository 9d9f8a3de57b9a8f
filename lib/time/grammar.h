// What a TimeGrammar is made of.
#ifndef MAHDAR_TIME_GRAMMAR_H_
#define MAHDAR_TIME_GRAMMAR_H_

#include <vector>

#include "time/reader.h"
#include "time/resolve.h"

namespace mahdar {

// The time expressions of one document, before they are resolved: each sentence is read when it is first asked for.
class Phrases {
 public:
  Phrases(const Document& doc, const DateWords& words);

  const Document& document() const { return doc_; }
  const WordView& words() const { return words_; }
  const std::vector<Phrase>& of_sentence(std::size_t sentence);

 private:
  std::vector<Phrase> read(TokenRange range) const;

  struct Sentence {
    bool read = false;
    std::vector<Phrase> phrases;
  };
  const Document& doc_;
  WordView words_;
  std::vector<Sentence> sentences_;
};

struct TimeGrammar::Impl {
  explicit Impl(const TableSet& tables) : words(tables), resolver(tables, words) {}

  ArticleDay find_article_day(Phrases& phrases, std::string_view given, std::string_view url) const;
  std::vector<TimeMention> find(Phrases& phrases, std::optional<Day> published) const;

  DateWords words;
  Resolver resolver;
};

}  // namespace mahdar

#endif  // MAHDAR_TIME_GRAMMAR_H_
