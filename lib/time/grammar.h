// What a TimeGrammar is made of.
#ifndef MAHDAR_TIME_GRAMMAR_H_
#define MAHDAR_TIME_GRAMMAR_H_

#include "time/reader.h"
#include "time/resolve.h"

namespace mahdar {

struct TimeGrammar::Impl {
  explicit Impl(const TableSet& tables) : words(tables), resolver(tables, words) {}

  std::vector<Phrase> read_sentence(const Document& doc, const WordView& view, TokenRange range) const;

  DateWords words;
  Resolver resolver;
};

}  // namespace mahdar

#endif  // MAHDAR_TIME_GRAMMAR_H_
