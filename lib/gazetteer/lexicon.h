// The matcher: finds the phrases of all lists in a document in one pass, leftmost-longest.
#ifndef MAHDAR_GAZETTEER_LEXICON_H_
#define MAHDAR_GAZETTEER_LEXICON_H_

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "document.h"
#include "gazetteer/image.h"
#include "gazetteer/word_table.h"

namespace mahdar {

// What a phrase stands for. The kinds are told apart by whoever fills the lexicon.
struct LexiconEntry {
  std::uint16_t kind = 0;
  std::uint16_t flags = 0;
  std::uint32_t id = 0;
  friend bool operator==(const LexiconEntry&, const LexiconEntry&) = default;
};

using LexiconEntries = std::span<const LexiconEntry>;

// A phrase found: its tokens, its bytes without the clitics before it, and the clitics' letters.
struct LexiconMatch {
  TokenRange tokens;
  Span span;
  std::uint8_t clitics = 0;  // Clitic bits
  std::uint32_t phrase = 0;  // for Lexicon::entries()
};

// The prepositions and conjunctions that Arabic writes onto the next word.
enum Clitic : std::uint8_t { kConjunction = 1, kBi = 2, kLi = 4, kKa = 8 };

// Quotation marks and hyphens, which a phrase may have between its words or not.
bool is_skippable(const Token& token);

// A set of folded phrases, made by a LexiconBuilder. Immutable; threads may share it, copies share its memory.
//
// A phrase is found between token edges only. Its first word may carry the clitics wa, fa, bi, li, ka and
// their sequences if at least three letters remain; the whole word is tried first. A last letter may be yeh for alef
// maqsura, the reverse, or heh for teh marbuta. Quotation marks and hyphens between its words do not count.
//
// Inside, a trie by words: a table of words, and a table of edges from a node by a word to a node. Both are open hash
// tables in one image without pointers, which may be mapped from a file. A word is compared by its text, so that a
// hash never decides.
class Lexicon {
 public:
  // Over an image that LexiconBuilder::build made, perhaps in another process; it must be trusted. Throws Error if it
  // is none, or of another version.
  explicit Lexicon(Image image);

  // All matches in a token range, left to right, none overlapping.
  std::vector<LexiconMatch> find(const Document& doc, TokenRange range) const;
  // Appends them.
  void find(const Document& doc, TokenRange range, std::vector<LexiconMatch>& matches) const;

  LexiconEntries entries(const LexiconMatch& match) const {
    return entries_.subspan(phrases_[match.phrase], phrases_[match.phrase + 1] - phrases_[match.phrase]);
  }
  // Where the longest beginning of any phrase ends that stands at the head of a range; its begin if none does.
  std::uint32_t reach(const Document& doc, TokenRange range) const;
  // The entries of a phrase as it was added; empty if it is not held.
  LexiconEntries lookup(std::string_view phrase) const;
  std::size_t size() const { return phrases_.size() - 1; }
  const Image& image() const { return image_; }

 private:
  friend class LexiconBuilder;

  static constexpr std::string_view kFormat = "mahdar lexicon 1";
  static constexpr std::uint32_t kNone = WordTable::kNone;

  struct Edge {                  // an edge is named by its slot, and so is the node that it leads to
    std::uint32_t from = kNone;  // a node; of a first word kRoot
    std::uint32_t word = kNone;  // kNone: the slot is free
    std::uint32_t phrase = kNone;
    std::uint32_t last = 1;  // no phrase goes on from here
  };
  static constexpr std::uint32_t kRoot = 0xFFFFFFFE;

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

  static std::uint64_t edge_hash(std::uint32_t node, std::uint32_t word);
  std::uint32_t find_edge(std::uint32_t node, std::uint32_t word) const;
  std::uint32_t first_node(std::string_view word, std::uint64_t hash) const;
  std::uint32_t next_node(const Document& doc, std::uint32_t node, std::uint32_t token) const;
  std::uint32_t walk(const Document& doc, std::uint32_t node, std::uint32_t& end, std::uint32_t limit) const;
  bool match_at(const Document& doc, std::uint32_t at, std::uint32_t limit, LexiconMatch& match) const;
  Steps start_steps(std::string_view word, std::uint64_t hash) const;

  Image image_;
  WordTable words_;
  std::span<const std::uint32_t> roots_;  // by a word's number: the node of phrases that begin with it
  std::span<const Edge> edges_;
  std::span<const std::uint32_t> phrases_;  // where the entries of each begin, and the end of the last
  std::span<const LexiconEntry> entries_;
};

}  // namespace mahdar

#endif  // MAHDAR_GAZETTEER_LEXICON_H_
