// The words that rules name: classes of verbs, nouns and function words, in all their forms.
#ifndef MAHDAR_RULES_WORDS_H_
#define MAHDAR_RULES_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazetteer/lexicon_builder.h"
#include "gazetteer/table.h"

namespace mahdar {

// What the form of a word tells.
enum WordFlag : std::uint16_t {
  kPast = 1,
  kPresent = 2,
  kFuture = 4,
  kTwo = 8,
  kMany = 16,
  kTheWord = 32,
  kHis = 64,        // with the pronoun of one person
  kTheirTwo = 128,  // with the pronoun of two
  kTheir = 256,
};

// The classes, numbered, and their forms. Immutable after construction; threads may share it.
class WordClasses {
 public:
  // Reads ar/verbs, nouns, words and paradigms. Throws Error.
  explicit WordClasses(const TableSet& tables);

  // Adds every form, as kWordClass with the class's number. Throws Error.
  void fill(const TableSet& tables, LexiconBuilder& lexicon) const;

  std::size_t size() const { return names_.size(); }
  const std::string& name(std::uint32_t index) const { return names_[index]; }
  // The class's number, or -1.
  int find(std::string_view name) const;

 private:
  std::uint32_t class_of(const std::string& name);

  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace mahdar

#endif  // MAHDAR_RULES_WORDS_H_
