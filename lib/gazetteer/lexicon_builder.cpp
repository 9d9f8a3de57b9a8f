#include "gazetteer/lexicon_builder.h"

#include <algorithm>

#include "gazetteer/lexicon_tables.h"
#include "text/tokenise.h"
#include "text/word_hash.h"

namespace mahdar {
namespace {

constexpr std::size_t kFilterBits = 10;  // a word
// Slots for so many keys: three of four are taken, and one is always free.
std::size_t slots_for(std::size_t keys) { return keys + keys / 3 + 1; }

}  // namespace

std::uint32_t LexiconBuilder::word_number(std::string_view word) {
  if (const auto known = numbers_.find(word); known != numbers_.end()) return known->second;
  const auto number = std::uint32_t(words_.size());
  numbers_.emplace(words_.emplace_back(word), number);
  return number;
}

std::uint32_t LexiconBuilder::child(std::uint32_t node, std::uint32_t word) {
  const auto [at, added] = children_.try_emplace(std::uint64_t(node) << 32 | word, std::uint32_t(nodes_.size()));
  if (added) {
    nodes_.push_back({node, word});
    if (node != kNone) nodes_[node].last = false;
  }
  return at->second;
}

void LexiconBuilder::add(std::string_view phrase, LexiconEntry entry) {
  Document doc;
  doc.text = phrase;
  tokenise(doc);
  std::uint32_t node = kNone;
  for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
    if (is_skippable(doc.tokens[i])) continue;
    const bool mark = doc.tokens[i].kind == TokenKind::kPunctuation;
    node = child(node, word_number(mark ? doc.raw(doc.tokens[i].span) : doc.word(i)));
  }
  if (node == kNone) return;
  if (nodes_[node].phrase == kNone) {
    nodes_[node].phrase = std::uint32_t(phrases_.size());
    phrases_.emplace_back();
  }
  auto& entries = phrases_[nodes_[node].phrase];
  if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
}

Lexicon LexiconBuilder::build() const {
  std::vector<std::uint64_t> filter(words_.size() * kFilterBits / 64 + 1);
  std::vector<Lexicon::Word> words(slots_for(words_.size()));
  std::vector<std::uint32_t> word_slots;
  std::string text;
  for (const std::string& word : words_) {
    const std::uint64_t hash = word_hash(word);
    const std::size_t bit = slot_of(hash * kFilterFactor, filter.size() * 64);
    filter[bit / 64] |= std::uint64_t(1) << (bit % 64);
    std::size_t slot = slot_of(hash, words.size());
    while (words[slot].size != 0) slot = next_slot(slot, words.size());
    words[slot] = {std::uint32_t(hash), std::uint32_t(text.size()), std::uint32_t(word.size()), kNone};
    word_slots.push_back(std::uint32_t(slot));
    text += word;
  }
  std::vector<Lexicon::Edge> edges(slots_for(nodes_.size()));
  std::vector<std::uint32_t> node_slots;
  for (const Node& node : nodes_) {
    const std::uint32_t from = node.from == kNone ? Lexicon::kRoot : node_slots[node.from];
    const std::uint32_t word = word_slots[node.word];
    std::size_t slot = slot_of(edge_hash(from, word), edges.size());
    while (edges[slot].word != kNone) slot = next_slot(slot, edges.size());
    edges[slot] = {from, word, node.phrase, node.last ? 1u : 0u};
    if (from == Lexicon::kRoot) words[word].root = std::uint32_t(slot);
    node_slots.push_back(std::uint32_t(slot));
  }
  std::vector<std::uint32_t> phrases{0};
  std::vector<LexiconEntry> entries;
  for (const auto& phrase : phrases_) {
    entries.insert(entries.end(), phrase.begin(), phrase.end());
    phrases.push_back(std::uint32_t(entries.size()));
  }
  ImageWriter writer;
  writer.add(kLexiconFormat);
  writer.add<std::uint64_t>(filter);
  writer.add<Lexicon::Word>(words);
  writer.add<Lexicon::Edge>(edges);
  writer.add<std::uint32_t>(phrases);
  writer.add<LexiconEntry>(entries);
  writer.add(text);
  return Lexicon(writer.finish());
}

}  // namespace mahdar
