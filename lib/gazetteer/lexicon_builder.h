// How a lexicon is made.
#ifndef MAHDAR_GAZETTEER_LEXICON_BUILDER_H_
#define MAHDAR_GAZETTEER_LEXICON_BUILDER_H_

#include <deque>
#include <string>
#include <unordered_map>

#include "gazetteer/lexicon.h"

namespace mahdar {

// Collects phrases. For one thread.
class LexiconBuilder {
 public:
  // A phrase may have several entries; one that it has already is not added again.
  void add(std::string_view phrase, LexiconEntry entry);
  Lexicon build() const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Node {
    std::uint32_t from, word;  // the node and word that lead here
    std::uint32_t phrase = kNone;
    bool last = true;  // no phrase goes on from here
  };

  std::uint32_t word_number(std::string_view word);
  std::uint32_t child(std::uint32_t node, std::uint32_t word);

  Document phrase_;  // the one that is being added; kept for its memory
  std::deque<std::string> words_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // of words_
  std::vector<Node> nodes_;                                      // each after the one that leads to it
  std::unordered_map<std::uint64_t, std::uint32_t> children_;    // (node, word) -> node
  std::vector<std::vector<LexiconEntry>> phrases_;
};

}  // namespace mahdar

#endif  // MAHDAR_GAZETTEER_LEXICON_BUILDER_H_
