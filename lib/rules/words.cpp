#include "rules/words.h"

#include <algorithm>

#include "gazetteer/knowledge.h"

namespace mahdar {
namespace {

constexpr const char *kWords = "ar/words.tsv", *kVerbs = "ar/verbs.tsv", *kNouns = "ar/nouns.tsv";

// One row of ar/paradigms.tsv.
struct Derivation {
  std::string paradigm;
  std::vector<std::string> ends;
  std::size_t drop = 0;  // bytes
  std::vector<std::string> prefixes, suffixes;
  std::uint16_t flags = 0;
};

std::uint16_t parse_flags(const Table& table, const Table::Row& row, const std::string& text) {
  constexpr struct {
    std::string_view name;
    std::uint16_t flags;
  } kFlags[] = {{".", 0},
                {"past", kPast},
                {"present", kPresent},
                {"future", kFuture},
                {"dual", kTwo},
                {"plural", kMany},
                {"definite", kTheWord},
                {"suffixed", kHis},
                {"suffixed-dual", kTheirTwo},
                {"suffixed-plural", kTheir}};
  std::uint16_t flags = 0;
  for (const std::string& name : split(text, ' ')) {
    const auto known =
        std::find_if(std::begin(kFlags), std::end(kFlags), [&](const auto& f) { return f.name == name; });
    if (known == std::end(kFlags)) table.fail(row, "unknown flag: " + name);
    flags |= known->flags;
  }
  return flags;
}

std::vector<std::string> affixes(const Table& table, const Table::Row& row, std::string_view column) {
  std::vector<std::string> list = table.list(row, column);
  for (std::string& affix : list)
    if (affix == ".") affix.clear();
  return list;
}

std::vector<Derivation> read_derivations(const Table& table) {
  std::vector<Derivation> derivations;
  for (const Table::Row& row : table.rows())
    derivations.push_back({table.cell(row, "paradigm"), table.list(row, "ends"),
                           2 * std::stoul(table.cell(row, "drop")), affixes(table, row, "prefix"),
                           affixes(table, row, "suffix"), parse_flags(table, row, table.cell(row, "flags"))});
  return derivations;
}

// Makes the forms of a base under a paradigm.
template <typename Sink>
void derive(const std::vector<Derivation>& derivations, std::string_view paradigm, const std::string& base, Sink sink) {
  const auto named = [&](const Derivation& d) {
    return std::any_of(d.ends.begin(), d.ends.end(), [&](const std::string& end) { return base.ends_with(end); });
  };
  const bool special = std::any_of(derivations.begin(), derivations.end(),
                                   [&](const Derivation& d) { return d.paradigm == paradigm && named(d); });
  for (const Derivation& d : derivations) {
    if (d.paradigm != paradigm || named(d) != special || base.size() <= d.drop) continue;
    const std::string stem = base.substr(0, base.size() - d.drop);
    for (const std::string& prefix : d.prefixes)
      for (const std::string& suffix : d.suffixes) sink(prefix + stem + suffix, d.flags);
  }
}

// Whose pronoun an irregular form ends with.
std::uint16_t pronoun_of(const std::string& form) {
  if (form.ends_with("\xD9\x87\xD9\x85\xD8\xA7")) return kTheirTwo;
  return form.ends_with("\xD9\x87\xD9\x85") ? kTheir : kHis;
}

}  // namespace

std::uint32_t WordClasses::class_of(const std::string& name) {
  const auto [at, added] = numbers_.try_emplace(name, std::uint32_t(names_.size()));
  if (added) names_.push_back(name);
  return at->second;
}

WordClasses::WordClasses(const TableSet& tables) {
  for (const char* path : {kWords, kVerbs, kNouns}) {
    const Table& table = tables.get(path);
    for (const Table::Row& row : table.rows()) class_of(table.cell(row, "class"));
  }
}

void WordClasses::fill(const TableSet& tables, LexiconBuilder& lexicon) const {
  const std::vector<Derivation> derivations = read_derivations(tables.get("ar/paradigms.tsv"));
  const auto add = [&](const std::string& form, std::uint32_t word_class, std::uint16_t flags) {
    lexicon.add(form, {kWordClass, flags, word_class});
  };
  const auto add_derived = [&](std::uint32_t word_class, std::string_view paradigm, const std::string& base) {
    if (base.empty()) return;
    derive(derivations, paradigm, base,
           [&](const std::string& form, std::uint16_t flags) { add(form, word_class, flags); });
  };
  // Fixed words first: where a form is of several classes, the first is meant.
  const Table& words = tables.get(kWords);
  for (const Table::Row& row : words.rows()) {
    const std::uint32_t word_class = numbers_.at(words.cell(row, "class"));
    for (const std::string& form : words.list(row, "forms")) {
      add(form, word_class, 0);
      // The matcher strips no clitic from a word of fewer than four letters: its forms with wa- and fa- are words.
      if (std::min(form.find(' '), form.size()) <= 6) {
        add("\xD9\x88" + form, word_class, 0);
        add("\xD9\x81" + form, word_class, 0);
      }
    }
  }
  const Table& verbs = tables.get(kVerbs);
  for (const Table::Row& row : verbs.rows()) {
    const std::uint32_t word_class = numbers_.at(verbs.cell(row, "class"));
    add_derived(word_class, "past", verbs.cell(row, "past"));
    add_derived(word_class, "imperfect", verbs.cell(row, "imperfect"));
    for (const std::string& form : verbs.list(row, "passive")) add(form, word_class, kPast);
  }
  const Table& nouns = tables.get(kNouns);
  for (const Table::Row& row : nouns.rows()) {
    const std::uint32_t word_class = numbers_.at(nouns.cell(row, "class"));
    add_derived(word_class, "singular", nouns.cell(row, "singular"));
    for (const std::string& plural : nouns.list(row, "plural")) add_derived(word_class, "plural", plural);
    for (const std::string& form : nouns.list(row, "suffixed")) add(form, word_class, pronoun_of(form));
  }
}

int WordClasses::find(std::string_view name) const {
  const auto found = numbers_.find(std::string(name));
  return found == numbers_.end() ? -1 : int(found->second);
}

}  // namespace mahdar
