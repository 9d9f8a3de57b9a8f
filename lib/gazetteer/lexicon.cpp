#include "gazetteer/lexicon.h"

#include <algorithm>

#include "text/fold.h"
#include "text/tokenise.h"
#include "text/utf8.h"
#include "text/word_hash.h"

namespace mahdar {
namespace {

// Folded Arabic letters, two bytes of UTF-8 each.
constexpr std::string_view kWaw = "\xD9\x88", kFeh = "\xD9\x81", kBeh = "\xD8\xA8", kLam = "\xD9\x84",
                           kKaf = "\xD9\x83", kAlef = "\xD8\xA7", kYeh = "\xD9\x8A", kMaqsura = "\xD9\x89",
                           kHeh = "\xD9\x87", kTehMarbuta = "\xD8\xA9";
constexpr std::size_t kLetter = 2;        // bytes of an Arabic letter
constexpr std::size_t kLeastVariant = 8;  // bytes: shorter words have no variant ending (a preposition is no name)
constexpr std::size_t kLeastStem = 6;     // bytes: three letters must remain after a clitic

// The raw byte at which a token's text goes on after its first `letters` folded letters.
std::uint32_t skip_letters(const Document& doc, const Token& token, int letters) {
  std::size_t at = token.span.begin;
  for (std::size_t next = at; letters > 0 && next < token.span.end; at = next) {
    if (classify(next_code_point(doc.text, next)) == CharClass::kLetter) --letters;
  }
  while (letters == 0 && at < token.span.end) {  // marks after the last clitic letter belong to it
    std::size_t next = at;
    if (classify(next_code_point(doc.text, next)) != CharClass::kIgnored) break;
    at = next;
  }
  return std::uint32_t(at);
}

// A word with its last letter in the other spelling; empty where it has none.
class OtherEnding {
 public:
  explicit OtherEnding(std::string_view word) {
    if (word.size() < kLeastVariant) return;
    const std::string_view last = word.substr(word.size() - kLetter);
    const std::string_view other = last == kYeh ? kMaqsura : last == kMaqsura ? kYeh : last == kHeh ? kTehMarbuta : "";
    if (!other.empty()) spelling_.append(word.substr(0, word.size() - kLetter)).append(other);
  }
  std::string_view word() const { return spelling_; }

 private:
  std::string spelling_;
};

}  // namespace

bool is_skippable(const Token& token) {
  if (token.kind != TokenKind::kPunctuation || token.newline_before) return false;
  const char32_t c = token.punctuation;
  return c == '"' || c == '\'' || c == '-' || c == '#' || c == '_' || c == 0xAB || c == 0xBB ||
         (c >= 0x2010 && c <= 0x201F);
}

Lexicon::Lexicon(Image image) : image_(std::move(image)) {
  ImageReader reader(image_, "lexicon");
  if (reader.read_text() != kFormat) reader.fail("made by another version");
  words_ = WordTable(reader);
  roots_ = reader.read<std::uint32_t>();
  edges_ = reader.read<Edge>();
  phrases_ = reader.read<std::uint32_t>();
  entries_ = reader.read<LexiconEntry>();
  if (roots_.size() != words_.size() || edges_.empty() || phrases_.empty()) reader.fail("incomplete");
}

std::uint64_t Lexicon::edge_hash(std::uint32_t node, std::uint32_t word) {
  std::uint64_t hash = (std::uint64_t(node) << 32 | word) * 0x9FB21C651E98DF25u;
  hash ^= hash >> 32;
  return hash * 0xD6E8FEB86659FD93u;
}

std::uint32_t Lexicon::find_edge(std::uint32_t node, std::uint32_t word) const {
  for (std::size_t slot = slot_of(edge_hash(node, word), edges_.size());; slot = next_slot(slot, edges_.size())) {
    const Edge& edge = edges_[slot];
    if (edge.from == node && edge.word == word) return std::uint32_t(slot);
    if (edge.word == kNone) return kNone;
  }
}

// The node of phrases that begin with a word, in either spelling of its ending.
std::uint32_t Lexicon::first_node(std::string_view word, std::uint64_t hash) const {
  const std::uint32_t exact = words_.find(word, hash);
  if (exact != kNone && roots_[exact] != kNone) return roots_[exact];
  if (word.size() < kLeastStem) return kNone;
  const OtherEnding other(word);
  const std::uint32_t found = other.word().empty() ? kNone : words_.find(other.word(), word_hash(other.word()));
  return found == kNone ? kNone : roots_[found];
}

// The node to which a token leads.
std::uint32_t Lexicon::next_node(const Document& doc, std::uint32_t node, std::uint32_t at) const {
  const Token& token = doc.tokens[at];
  const bool mark = token.kind == TokenKind::kPunctuation;
  const std::string_view word = mark ? doc.raw(token.span) : doc.word(at);
  const std::uint32_t exact = words_.find(word, mark ? word_hash(word) : token.hash);
  const std::uint32_t next = exact == kNone ? kNone : find_edge(node, exact);
  if (next != kNone || token.kind != TokenKind::kWord) return next;
  const OtherEnding other(word);
  const std::uint32_t found = other.word().empty() ? kNone : words_.find(other.word(), word_hash(other.word()));
  return found == kNone ? kNone : find_edge(node, found);
}

// The ways in which a phrase can begin with this word: whole, or after clitics.
Lexicon::Steps Lexicon::start_steps(std::string_view word, std::uint64_t hash) const {
  Steps steps;
  const auto take = [&](std::uint32_t node, std::string_view rest, std::uint8_t clitics, std::uint8_t letters) {
    if (node != kNone) steps.items[steps.size++] = {node, clitics, letters, letters > 0 && rest.size() < kLeastStem};
  };
  const auto try_word = [&](std::string_view rest, std::uint8_t clitics, std::uint8_t letters) {
    take(first_node(rest, word_hash(rest)), rest, clitics, letters);
  };
  const auto try_preposition = [&](std::string_view rest, std::uint8_t clitics, std::uint8_t letters) {
    if (rest.size() < kLeastStem) return;
    const std::string_view head = rest.substr(0, kLetter), tail = rest.substr(kLetter);
    const std::uint8_t bit = head == kBeh ? kBi : head == kLam ? kLi : head == kKaf ? kKa : 0;
    if (bit == 0) return;
    try_word(tail, clitics | bit, letters + 1);
    if (bit == kLi && tail.starts_with(kLam)) try_word(std::string(kAlef).append(tail), clitics | bit, letters + 1);
  };
  take(first_node(word, hash), word, 0, 0);
  try_preposition(word, 0, 0);
  if (word.size() >= kLeastStem && (word.starts_with(kWaw) || word.starts_with(kFeh))) {
    try_word(word.substr(kLetter), kConjunction, 1);
    try_preposition(word.substr(kLetter), kConjunction, 1);
  }
  return steps;
}

// Follows the trie from `node` through the tokens from `end`; returns the last phrase passed, and its end.
std::uint32_t Lexicon::walk(const Document& doc, std::uint32_t node, std::uint32_t& end, std::uint32_t limit) const {
  std::uint32_t best = edges_[node].phrase, best_end = end;
  for (std::uint32_t at = end; at < limit && edges_[node].last == 0; ++at) {
    if (is_skippable(doc.tokens[at])) continue;
    node = next_node(doc, node, at);
    if (node == kNone) break;
    if (edges_[node].phrase != kNone) best = edges_[node].phrase, best_end = at + 1;
  }
  end = best_end;
  return best;
}

bool Lexicon::match_at(const Document& doc, std::uint32_t at, std::uint32_t limit, LexiconMatch& match) const {
  const Steps steps = start_steps(doc.word(at), doc.tokens[at].hash);
  bool found = false;
  for (std::size_t i = 0; i < steps.size; ++i) {
    const Step& step = steps.items[i];
    std::uint32_t end = at + 1;
    const std::uint32_t phrase = walk(doc, step.node, end, limit);
    if (phrase == kNone || (step.brief && end == at + 1) || (found && end <= match.tokens.end)) continue;
    found = true;
    match.tokens = {at, end};
    match.clitics = step.clitics;
    match.phrase = phrase;
    match.span = {step.letters == 0 ? doc.tokens[at].span.begin : skip_letters(doc, doc.tokens[at], step.letters),
                  doc.tokens[end - 1].span.end};
  }
  return found;
}

std::vector<LexiconMatch> Lexicon::find(const Document& doc, TokenRange range) const {
  std::vector<LexiconMatch> matches;
  find(doc, range, matches);
  return matches;
}

void Lexicon::find(const Document& doc, TokenRange range, std::vector<LexiconMatch>& matches) const {
  for (std::uint32_t at = range.begin; at < range.end;) {
    LexiconMatch match;
    if (doc.tokens[at].kind != TokenKind::kPunctuation && match_at(doc, at, range.end, match)) {
      at = match.tokens.end;
      matches.push_back(match);
    } else {
      ++at;
    }
  }
}

std::uint32_t Lexicon::reach(const Document& doc, TokenRange range) const {
  std::uint32_t furthest = range.begin;
  const Steps steps = start_steps(doc.word(range.begin), doc.tokens[range.begin].hash);
  for (std::size_t i = 0; i < steps.size; ++i) {
    std::uint32_t node = steps.items[i].node, at = range.begin + 1;
    for (; at < range.end; ++at) {
      if (is_skippable(doc.tokens[at])) continue;
      node = next_node(doc, node, at);
      if (node == kNone) break;
    }
    furthest = std::max(furthest, at);
  }
  return furthest;
}

LexiconEntries Lexicon::lookup(std::string_view phrase) const {
  Document doc;
  doc.text = phrase;
  tokenise(doc);
  const auto matches = find(doc, {0, std::uint32_t(doc.tokens.size())});
  if (matches.size() != 1 || matches[0].tokens.size() != doc.tokens.size() || matches[0].clitics != 0) return {};
  return entries(matches[0]);
}

}  // namespace mahdar
