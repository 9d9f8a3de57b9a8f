// The matcher: finds the phrases of all lists in a document in one pass, leftmost-longest.
#ifndef MAHDAR_GAZETTEER_LEXICON_H_
#define MAHDAR_GAZETTEER_LEXICON_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document.h"

namespace mahdar {

// What a phrase stands for. The kinds are told apart by whoever fills the lexicon.
struct LexiconEntry {
  std::uint16_t kind = 0;
  std::uint16_t flags = 0;
  std::uint32_t id = 0;
  friend bool operator==(const LexiconEntry&, const LexiconEntry&) = default;
};

// A phrase found: its tokens, its bytes without the clitics before it, and the clitics' letters.
struct LexiconMatch {
  TokenRange tokens;
  Span span;
  std::uint8_t clitics = 0;  // Clitic bits
  std::uint32_t phrase = 0;  // for Lexicon::entries()
};

// The prepositions and conjunctions that Arabic writes onto the next word.
enum Clitic : std::uint8_t { kConjunction = 1, kBi = 2, kLi = 4, kKa = 8 };

// A set of folded phrases. Filled once, then immutable; threads may share it.
//
// A phrase is found between token edges only. Its first word may carry the clitics wa, fa, bi, li, ka and
// their sequences if at least three letters remain; the whole word is tried first. A last letter may be yeh for alef
// maqsura, the reverse, or heh for teh marbuta. Quotation marks and hyphens between its words do not count.
class Lexicon {
 public:
  void add(std::string_view phrase, LexiconEntry entry);

  // All matches in a token range, left to right, none overlapping.
  std::vector<LexiconMatch> find(const Document& doc, TokenRange range) const;

  const std::vector<LexiconEntry>& entries(const LexiconMatch& match) const { return phrases_[match.phrase]; }
  // The entries of a phrase as it was added; empty if it is not held.
  std::vector<LexiconEntry> lookup(std::string_view phrase) const;
  std::size_t size() const { return phrases_.size(); }

 private:
  struct Node {
    std::uint32_t phrase = kNone;
  };
  struct Step {
    std::uint32_t node;
    std::uint8_t clitics;
    std::uint8_t letters;  // clitic letters before the phrase
    bool brief;            // fewer than three letters remain of the word: only a longer phrase counts
  };
  struct Steps {  // whole, one preposition (two readings of lam), a conjunction, and both
    std::array<Step, 8> items;
    std::size_t size = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::uint32_t word_id(std::string_view folded) const;
  std::uint32_t child(std::uint32_t node, std::uint32_t word) const;
  std::uint32_t walk(const Document& doc, std::uint32_t node, std::uint32_t& end, std::uint32_t limit) const;
  bool match_at(const Document& doc, std::uint32_t at, std::uint32_t limit, LexiconMatch& match) const;
  Steps start_steps(std::string_view word) const;

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<Node> nodes_{Node{}};
  std::vector<std::vector<LexiconEntry>> phrases_;
};

}  // namespace mahdar

#endif  // MAHDAR_GAZETTEER_LEXICON_H_
