#include "gazetteer/lexicon.h"

#include <algorithm>

#include "text/fold.h"
#include "text/tokenise.h"
#include "text/utf8.h"

namespace mahdar {
namespace {

// Folded Arabic letters, two bytes of UTF-8 each.
constexpr std::string_view kWaw = "\xD9\x88", kFeh = "\xD9\x81", kBeh = "\xD8\xA8", kLam = "\xD9\x84",
                           kKaf = "\xD9\x83", kAlef = "\xD8\xA7", kYeh = "\xD9\x8A", kMaqsura = "\xD9\x89",
                           kHeh = "\xD9\x87", kTehMarbuta = "\xD8\xA9";
constexpr std::size_t kLeastVariant = 8;  // bytes: shorter words have no variant ending (a preposition is no name)
constexpr std::size_t kLeastStem = 6;     // bytes: three letters must remain after a clitic

bool is_skippable(const Token& token) {
  if (token.kind != TokenKind::kPunctuation || token.newline_before) return false;
  const char32_t c = token.punctuation;
  return c == '"' || c == '\'' || c == '-' || c == '#' || c == '_' || c == 0xAB || c == 0xBB ||
         (c >= 0x2010 && c <= 0x201F);
}

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

std::string with_other_ending(std::string_view word) {
  if (word.size() < kLeastVariant) return {};
  const auto replaced = [&](std::string_view ending) {
    return std::string(word.substr(0, word.size() - 2)).append(ending);
  };
  if (word.ends_with(kYeh)) return replaced(kMaqsura);
  if (word.ends_with(kMaqsura)) return replaced(kYeh);
  if (word.ends_with(kHeh)) return replaced(kTehMarbuta);
  return {};
}

}  // namespace

void Lexicon::add(std::string_view phrase, LexiconEntry entry) {
  Document doc;
  doc.text = phrase;
  tokenise(doc);
  std::uint32_t node = 0;
  bool empty = true;
  for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
    if (is_skippable(doc.tokens[i])) continue;
    std::string word(doc.tokens[i].kind == TokenKind::kPunctuation ? doc.raw(doc.tokens[i].span) : doc.word(i));
    const std::uint32_t id = words_.try_emplace(std::move(word), std::uint32_t(words_.size())).first->second;
    const std::uint64_t edge = std::uint64_t(node) << 32 | id;
    const auto [at, added] = edges_.try_emplace(edge, std::uint32_t(nodes_.size()));
    if (added) nodes_.push_back({});
    node = at->second;
    empty = false;
  }
  if (empty) return;
  if (nodes_[node].phrase == kNone) {
    nodes_[node].phrase = std::uint32_t(phrases_.size());
    phrases_.emplace_back();
  }
  auto& entries = phrases_[nodes_[node].phrase];
  if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
}

std::uint32_t Lexicon::word_id(std::string_view folded) const {
  const auto found = words_.find(folded);
  return found == words_.end() ? kNone : found->second;
}

std::uint32_t Lexicon::child(std::uint32_t node, std::uint32_t word) const {
  if (word == kNone) return kNone;
  const auto found = edges_.find(std::uint64_t(node) << 32 | word);
  return found == edges_.end() ? kNone : found->second;
}

// The ways in which a phrase can begin with this word: whole, or after clitics.
Lexicon::Steps Lexicon::start_steps(std::string_view word) const {
  Steps steps;
  const auto try_word = [&](std::string_view rest, std::uint8_t clitics, std::uint8_t letters) {
    std::uint32_t node = child(0, word_id(rest));
    if (node == kNone && rest.size() >= kLeastStem) node = child(0, word_id(with_other_ending(rest)));
    if (node != kNone) steps.items[steps.size++] = {node, clitics, letters, letters > 0 && rest.size() < kLeastStem};
  };
  try_word(word, 0, 0);
  const auto try_preposition = [&](std::string_view rest, std::uint8_t clitics, std::uint8_t letters) {
    if (rest.size() < kLeastStem) return;
    const std::string_view head = rest.substr(0, 2), tail = rest.substr(2);
    const std::uint8_t bit = head == kBeh ? kBi : head == kLam ? kLi : head == kKaf ? kKa : 0;
    if (bit == 0) return;
    try_word(tail, clitics | bit, letters + 1);
    if (bit == kLi && tail.starts_with(kLam)) try_word(std::string(kAlef).append(tail), clitics | bit, letters + 1);
  };
  try_preposition(word, 0, 0);
  if (word.size() >= kLeastStem && (word.starts_with(kWaw) || word.starts_with(kFeh))) {
    try_word(word.substr(2), kConjunction, 1);
    try_preposition(word.substr(2), kConjunction, 1);
  }
  return steps;
}

// Follows the trie from `node` through the tokens from `end`; returns the last phrase passed, and its end.
std::uint32_t Lexicon::walk(const Document& doc, std::uint32_t node, std::uint32_t& end, std::uint32_t limit) const {
  std::uint32_t best = nodes_[node].phrase, best_end = end;
  for (std::uint32_t at = end; at < limit; ++at) {
    if (is_skippable(doc.tokens[at])) continue;
    const Token& token = doc.tokens[at];
    const std::uint32_t word =
        token.kind == TokenKind::kPunctuation ? word_id(doc.raw(token.span)) : word_id(doc.word(at));
    std::uint32_t next = child(node, word);
    if (next == kNone && token.kind == TokenKind::kWord && token.folded_size >= kLeastStem)
      next = child(node, word_id(with_other_ending(doc.word(at))));
    if (next == kNone) break;
    node = next;
    if (nodes_[node].phrase != kNone) best = nodes_[node].phrase, best_end = at + 1;
  }
  end = best_end;
  return best;
}

bool Lexicon::match_at(const Document& doc, std::uint32_t at, std::uint32_t limit, LexiconMatch& match) const {
  const Steps steps = start_steps(doc.word(at));
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
  for (std::uint32_t at = range.begin; at < range.end;) {
    LexiconMatch match;
    if (doc.tokens[at].kind != TokenKind::kPunctuation && match_at(doc, at, range.end, match)) {
      at = match.tokens.end;
      matches.push_back(match);
    } else {
      ++at;
    }
  }
  return matches;
}

std::vector<LexiconEntry> Lexicon::lookup(std::string_view phrase) const {
  Document doc;
  doc.text = phrase;
  tokenise(doc);
  const auto matches = find(doc, {0, std::uint32_t(doc.tokens.size())});
  if (matches.size() != 1 || matches[0].tokens.size() != doc.tokens.size() || matches[0].clitics != 0) return {};
  return entries(matches[0]);
}

}  // namespace mahdar
