#include "gazetteer/lexicon_builder.h"

#include <algorithm>

#include "text/tokenise.h"

namespace mahdar {
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
  Document& doc = phrase_;
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
  ImageWriter writer;
  writer.add(Lexicon::kFormat);
  const std::vector<std::uint32_t> numbers = WordTable::write(words_, writer);
  std::vector<std::uint32_t> roots(slots_for(words_.size()), kNone);
  std::vector<Lexicon::Edge> edges(slots_for(nodes_.size()));
  std::vector<std::uint32_t> node_slots;
  for (const Node& node : nodes_) {
    const std::uint32_t from = node.from == kNone ? Lexicon::kRoot : node_slots[node.from];
    const std::uint32_t word = numbers[node.word];
    std::size_t slot = slot_of(Lexicon::edge_hash(from, word), edges.size());
    while (edges[slot].word != kNone) slot = next_slot(slot, edges.size());
    edges[slot] = {from, word, node.phrase, node.last ? 1u : 0u};
    if (from == Lexicon::kRoot) roots[word] = std::uint32_t(slot);
    node_slots.push_back(std::uint32_t(slot));
  }
  std::vector<std::uint32_t> phrases{0};
  std::vector<LexiconEntry> entries;
  for (const auto& phrase : phrases_) {
    entries.insert(entries.end(), phrase.begin(), phrase.end());
    phrases.push_back(std::uint32_t(entries.size()));
  }
  writer.add<std::uint32_t>(roots);
  writer.add<Lexicon::Edge>(edges);
  writer.add<std::uint32_t>(phrases);
  writer.add<LexiconEntry>(entries);
  return Lexicon(writer.finish());
}

}  // namespace mahdar
