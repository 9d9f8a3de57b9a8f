#include "time/words.h"

#include <algorithm>

#include "text/fold.h"
#include "text/word_hash.h"

namespace mahdar {
namespace {

constexpr std::string_view kAlefMaqsura = "\xD9\x89", kYeh = "\xD9\x8A", kTehMarbuta = "\xD8\xA9", kHeh = "\xD9\x87";
constexpr std::string_view kAlefLam = "\xD8\xA7\xD9\x84", kLam = "\xD9\x84";
constexpr std::string_view kWaw = "\xD9\x88", kFa = "\xD9\x81", kBa = "\xD8\xA8", kKaf = "\xD9\x83";
constexpr std::size_t kLetterBytes = 2;  // of an Arabic letter
constexpr std::size_t kLikelyPhrases = 2000, kLikelyForms = 20000;
constexpr std::size_t kFewestLetters = 3;  // shorter words take no preposition: they would be other words
constexpr std::size_t kFewestAfterAnd = 2;

}  // namespace

DateWords::DateWords(const TableSet& tables) {
  known_.reserve(kLikelyPhrases);
  map_.reserve(kLikelyForms);
  load_months(tables.get("ar/dates/months.tsv"));
  load_weekdays(tables.get("ar/dates/weekdays.tsv"));
  load_numbers(tables.get("ar/dates/numbers.tsv"));
  load_units(tables.get("ar/dates/units.tsv"));
  load_modifiers(tables.get("ar/dates/modifiers.tsv"));
  load_holidays(tables.get("ar/dates/holidays.tsv"));
  load_words(tables.get("ar/dates/words.tsv"));
  load_words(tables.get("ar/dates/blockers.tsv"));
  index_words();
}

std::string DateWords::key(std::string_view folded) {
  std::string key(folded);
  if (key.ends_with(kAlefMaqsura)) key.replace(key.size() - kLetterBytes, kLetterBytes, kYeh);
  if (key.ends_with(kTehMarbuta)) key.replace(key.size() - kLetterBytes, kLetterBytes, kHeh);
  return key;
}

bool DateWords::is_spelling(std::string_view word, std::string_view looked_up) {
  if (word == looked_up) return true;
  return word.size() == looked_up.size() && word.size() >= kLetterBytes &&
         word.substr(0, word.size() - kLetterBytes) == looked_up.substr(0, word.size() - kLetterBytes) &&
         key(word) == looked_up;
}

const DateWords::Entry* DateWords::find(std::string_view word, std::uint64_t hash) const {
  const std::size_t bit = hash % kFilterBits;
  if ((filter_[bit / 64] >> (bit % 64) & 1) == 0) return nullptr;
  for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[at];
    if (slot.entry == nullptr) return nullptr;
    if (slot.hash == hash && is_spelling(word, *slot.word)) return slot.entry;
  }
}

void DateWords::index_words() {
  std::size_t size = 1;
  while (size < map_.size() * 4) size *= 2;
  slots_.assign(size, {});
  filter_.assign(kFilterBits / 64, 0);
  const auto index = [&](std::string_view spelling, const std::string& word, const Entry& entry) {
    const std::uint64_t hash = word_hash(spelling);
    filter_[hash % kFilterBits / 64] |= std::uint64_t(1) << (hash % 64);
    std::size_t at = hash & (size - 1);
    while (slots_[at].entry != nullptr) at = (at + 1) & (size - 1);
    slots_[at] = {hash, &word, &entry};
  };
  for (auto& [word, entry] : map_) {
    const auto one_word = [&](const Form& form) { return phrase(form).rest.empty(); };
    const auto middle = std::stable_partition(entry.forms.begin(), entry.forms.end(), one_word);
    entry.one_word = std::size_t(middle - entry.forms.begin());
    for (auto form = entry.forms.begin(); form != middle; ++form)
      for (const Sense& sense : phrase(*form).senses) entry.one_word_classes.add(sense.cls);
    index(word, word, entry);
    const std::string stem = word.substr(0, word.size() - std::min(word.size(), kLetterBytes));
    if (word.ends_with(kYeh)) index(stem + std::string(kAlefMaqsura), word, entry);
    if (word.ends_with(kHeh)) index(stem + std::string(kTehMarbuta), word, entry);
  }
}

void DateWords::add_all(const Table& table, const Table::Row& row, std::string_view column, Sense sense) {
  for (const std::string& words : table.list(row, column)) {
    const std::string folded = fold(words);
    if (folded.empty()) table.fail(row, "'" + words + "' has no letters");
    add(folded, sense);
  }
}

void DateWords::add(const std::string& folded, Sense sense) {
  std::vector<std::string> words = split(folded, ' ');
  std::string whole;
  for (std::string& word : words) whole += (word = key(word)) + ' ';
  const auto [known, is_new] = known_.emplace(whole, std::uint32_t(phrases_.size()));
  if (is_new) {
    phrases_.push_back({{words.begin() + 1, words.end()}, {}});
    add_forms(words[0], known->second);
    for (std::size_t i = 1; i < words.size(); ++i) map_[words[i]];
  }
  phrases_[known->second].senses.push_back(sense);
}

void DateWords::add_form(std::string key, Form form) { map_[std::move(key)].forms.push_back(form); }

void DateWords::add_forms(const std::string& first, std::uint32_t phrase) {
  add_form(first, {phrase, 0, 0});
  if (first.size() < kFewestAfterAnd * kLetterBytes || static_cast<unsigned char>(first[0]) < 0xD8) return;
  if (first.size() < kFewestLetters * kLetterBytes) return add_form(std::string(kWaw) + first, {phrase, 1, kAndClitic});
  struct Prefix {
    std::string_view letters;
    std::uint8_t bit;
  };
  static constexpr Prefix kConjunctions[] = {{"", 0}, {kWaw, kAndClitic}, {kFa, kAndClitic}};
  static constexpr Prefix kPrepositions[] = {{"", 0}, {kBa, kBiClitic}, {kLam, kLiClitic}, {kKaf, kKaClitic}};
  for (const Prefix& conjunction : kConjunctions) {
    for (const Prefix& preposition : kPrepositions) {
      std::string before(conjunction.letters);
      before += preposition.letters;
      const Form form{phrase, std::uint8_t(before.size() / kLetterBytes),
                      std::uint8_t(conjunction.bit | preposition.bit)};
      if (!before.empty()) add_form(before + first, form);
      if (preposition.bit == kLiClitic && first.starts_with(kAlefLam))  // "lil-": the article loses its alef
        add_form(before + first.substr(kLetterBytes), form);
    }
  }
}

}  // namespace mahdar
