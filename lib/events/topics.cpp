#include "events/topics.h"

#include <algorithm>

#include "gazetteer/knowledge.h"
#include "gazetteer/lexicon_builder.h"
#include "text/fold.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kHeadReach = 4;     // tokens between a head noun and the place after it
constexpr std::uint32_t kOverlapReach = 6;  // tokens past a phrase in which one that begins inside it may end
constexpr std::string_view kTehMarbuta = "\xD8\xA9", kArticle = "\xD8\xA7\xD9\x84";

// "trade cooperation" of "the trade cooperation", both of whose words have the article; empty if the phrase is not so.
std::string without_articles(const std::string& phrase) {
  const std::vector<std::string> words = split(phrase, ' ');
  if (words.size() != 2) return {};
  for (const std::string& word : words)
    if (!word.starts_with(kArticle) || word.size() < 5 * kArticle.size() / 2) return {};
  return words[0].substr(kArticle.size()) + " " + words[1].substr(kArticle.size());
}

bool is_word(const Document& doc, std::uint32_t token) { return doc.tokens[token].kind == TokenKind::kWord; }

// Whether only words stand between two tokens.
bool only_words(const Document& doc, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t t = from; t < to; ++t)
    if (!is_word(doc, t)) return false;
  return true;
}

// Whether a match goes on with the list that `before` stands in: "and Libya", ", Libya".
bool continues_list(const Document& doc, const LexiconMatch& before, const LexiconMatch& match) {
  const std::uint32_t gap = match.tokens.begin - before.tokens.end;
  if (match.tokens.begin < before.tokens.end || gap > 2) return false;
  if ((match.clitics & kConjunction) != 0) return gap == 0 || !is_word(doc, before.tokens.end);
  return gap == 1 && !is_word(doc, before.tokens.end);
}

// "the latest developments in Gaza": a weak phrase that a place follows says no more than the place.
void drop_general(std::vector<TopicMatch>& found, const LexiconMatch& place) {
  while (!found.empty() && !found.back().strong && found.back().tokens.end + 1 == place.tokens.begin) found.pop_back();
}

std::vector<std::string> column(const Table& table, std::string_view name) {
  std::vector<std::string> cells;
  for (const Table::Row& row : table.rows()) cells.push_back(table.cell(row, name));
  return cells;
}

Lexicon read_heads(const Table& cues) {
  LexiconBuilder heads;
  for (const Table::Row& row : cues.rows())
    if (cues.cell(row, "cue") == "head") heads.add(cues.cell(row, "form"), {kTopicPhrase, 0, 0});
  return heads.build();
}

std::uint32_t number(const std::vector<std::string>& ids, const Table& table, const Table::Row& row,
                     const std::string& id) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found == ids.end()) table.fail(row, "unknown topic: " + id);
  return std::uint32_t(found - ids.begin());
}

}  // namespace

Topics::Topics(const TableSet& tables) : Topics(tables, read_phrases(tables)) {}

Topics::Topics(const TableSet& tables, Lexicon phrases)
    : ids_(column(tables.get("topics.tsv"), "id")),
      labels_(column(tables.get("topics.tsv"), "label")),
      phrases_(std::move(phrases)),
      heads_(read_heads(tables.get("ar/readout.tsv"))) {
  const Table& vocabulary = tables.get("topics.tsv");
  for (const Table::Row& row : vocabulary.rows()) {
    broader_.emplace_back();
    for (const std::string& id : vocabulary.list(row, "broader"))
      broader_.back().push_back(number(ids_, vocabulary, row, id));
  }
  const Table& cues = tables.get("ar/readout.tsv");
  for (const Table::Row& row : cues.rows())
    if (cues.cell(row, "cue") == "preposition") prepositions_.insert(fold(cues.cell(row, "form")));
}

Lexicon Topics::read_phrases(const TableSet& tables) {
  const std::vector<std::string> ids = column(tables.get("topics.tsv"), "id");
  const Table& table = tables.get("ar/topics.tsv");
  LexiconBuilder phrases;
  const auto add = [&](const std::string& phrase, std::uint16_t flags, std::uint32_t topic) {
    phrases.add(phrase, {kTopicPhrase, flags, topic});
  };
  constexpr std::pair<std::string_view, std::uint16_t> kKinds[] = {
      {"weak", 0},         {"strong", kStrong},     {"place", kPlace},        {"nationality", kNationality},
      {"region", kRegion}, {"relation", kRelation}, {"adjective", kAdjective}};
  for (const Table::Row& row : table.rows()) {
    const std::uint32_t topic = number(ids, table, row, table.cell(row, "topic"));
    std::uint16_t flags = 0;
    for (const std::string& kind : table.list(row, "kind")) {
      const auto known =
          std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto& k) { return k.first == kind; });
      if (known == std::end(kKinds)) table.fail(row, "unknown kind of phrase: " + kind);
      flags |= known->second;
    }
    const std::string& phrase = table.cell(row, "phrase");
    add(phrase, flags, topic);
    if ((flags & kNationality) != 0) add(phrase.substr(0, phrase.size() - kTehMarbuta.size()), flags, topic);
    if ((flags & kAdjective) != 0) {
      for (const std::string& form : {phrase + std::string(kTehMarbuta), std::string(kArticle) + phrase,
                                      std::string(kArticle) + phrase + std::string(kTehMarbuta)})
        add(form, flags, topic);
    } else if (const std::string bare = without_articles(phrase); !bare.empty()) {
      add(bare, flags, topic);
    }
  }
  return phrases.build();
}

bool Topics::is_under(std::uint32_t narrow, std::uint32_t broad) const {
  const auto& list = broader_[narrow];
  return std::find(list.begin(), list.end(), broad) != list.end();
}

// The longest phrases from the left, and those that begin inside one and end after it.
std::vector<LexiconMatch> Topics::overlapping(const Document& doc, TokenRange range) const {
  std::vector<LexiconMatch> matches;
  for (const LexiconMatch& match : phrases_.find(doc, range)) {
    if (!matches.empty() && match.tokens.begin < matches.back().tokens.end) continue;
    matches.push_back(match);
    if (match.tokens.size() < 2) continue;
    const TokenRange rest{match.tokens.begin + 1, std::min(range.end, match.tokens.end + kOverlapReach)};
    for (const LexiconMatch& inner : phrases_.find(doc, rest))
      if (inner.tokens.begin < match.tokens.end && inner.tokens.end > match.tokens.end) matches.push_back(inner);
  }
  return matches;
}

bool Topics::after_head(const Document& doc, const LexiconMatch& match, std::uint16_t flags,
                        const std::vector<LexiconMatch>& heads, const std::vector<LexiconMatch>& phrases) const {
  const std::uint32_t at = match.tokens.begin;
  for (const LexiconMatch& head : heads) {
    if (head.tokens.end > at || at - head.tokens.end > kHeadReach || !only_words(doc, head.tokens.end, at)) continue;
    const std::uint32_t gap = at - head.tokens.end;
    const bool governed =
        (match.clitics & (kBi | kLi)) != 0 || (gap > 0 && prepositions_.count(std::string(doc.word(at - 1))) != 0);
    if ((match.clitics & kConjunction) != 0) continue;
    if (gap == 0 || ((flags & (kPlace | kRegion)) != 0 && governed) || ((flags & kNationality) != 0 && gap <= 1))
      return true;
  }
  for (const LexiconMatch& phrase : phrases)
    if ((flags & (kPlace | kRegion)) != 0 && phrase.tokens.end + 1 == at &&
        prepositions_.count(std::string(doc.word(at - 1))) != 0)
      return true;
  return false;
}

std::vector<TopicMatch> Topics::find(const Document& doc, TokenRange range) const {
  const std::vector<LexiconMatch> phrases = overlapping(doc, range), heads = heads_.find(doc, range);
  std::vector<TopicMatch> found;
  const LexiconMatch* strong_before = nullptr;  // the last strong place or nationality
  for (const LexiconMatch& match : phrases) {
    std::uint16_t flags = 0;
    for (const LexiconEntry& entry : phrases_.entries(match)) flags |= entry.flags;
    bool headed = false;
    if ((flags & (kPlace | kNationality | kRegion)) != 0) {
      headed = after_head(doc, match, flags, heads, phrases) ||
               (strong_before != nullptr && continues_list(doc, *strong_before, match));
      if (headed || (flags & kStrong) != 0) strong_before = &match;
    }
    if (headed) drop_general(found, match);
    for (const LexiconEntry& entry : phrases_.entries(match)) {
      const bool place = (entry.flags & (kPlace | kNationality | kRegion)) != 0;
      if ((entry.flags & (kNationality | kRegion)) != 0 && !headed) continue;
      found.push_back({entry.id, match.tokens, match.span, (entry.flags & kStrong) != 0 || (place && headed),
                       (entry.flags & kAdjective) != 0, (entry.flags & kRelation) != 0});
    }
  }
  return found;
}

}  // namespace mahdar
