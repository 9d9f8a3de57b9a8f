#include "events/name_context.h"

#include <algorithm>

#include "text/fold.h"

namespace mahdar {
namespace {

constexpr std::string_view kBin = "\xD8\xA8\xD9\x86";
constexpr std::string_view kArticle = "\xD8\xA7\xD9\x84";
constexpr std::string_view kClitics[] = {"\xD9\x88", "\xD9\x81", "\xD8\xA8", "\xD9\x84",
                                         "\xD8\xB3"};                       // wa, fa, bi, li, sa
constexpr std::string_view kFeminine[] = {"\xD8\xA9", "\xD8\xA7\xD8\xAA"};  // -a, -at
constexpr std::string_view kEndings[] = {"\xD8\xAA",         "\xD8\xA7",        "\xD9\x88\xD8\xA7", "\xD9\x87",
                                         "\xD9\x87\xD8\xA7", "\xD8\xAA\xD9\x87"};  // -t, -a, -u, -h, -ha, -th
constexpr std::size_t kLetter = 2;                                                 // bytes of one

bool is_quote(char32_t c) {
  return std::u32string_view(U"\"\u00AB\u00BB\u201C\u201D{}").find(c) != std::u32string_view::npos;
}

std::string_view without_clitic(std::string_view word) {
  if (word.size() < 4 * kLetter) return word;
  for (const std::string_view clitic : kClitics)
    if (word.starts_with(clitic)) return word.substr(clitic.size());
  return word;
}

// Whether two spellings may be of one given name: the same first letter, and at most two letters apart.
bool alike(std::string_view a, std::string_view b) {
  if (a.substr(0, kLetter) != b.substr(0, kLetter)) return false;
  const std::size_t rows = a.size() / kLetter, columns = b.size() / kLetter;
  std::vector<std::size_t> row(columns + 1);
  for (std::size_t j = 0; j <= columns; ++j) row[j] = j;
  for (std::size_t i = 1; i <= rows; ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= columns; ++j) {
      const bool same = a.substr((i - 1) * kLetter, kLetter) == b.substr((j - 1) * kLetter, kLetter);
      const std::size_t best = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (same ? 0 : 1)});
      diagonal = row[j];
      row[j] = best;
    }
  }
  return row[columns] <= 2;
}

}  // namespace

bool NameContext::adjacent(std::uint32_t left) const {
  return doc_.tokens[left].kind == TokenKind::kWord && doc_.tokens[left + 1].kind == TokenKind::kWord &&
         !doc_.tokens[left + 1].newline_before;
}

bool NameContext::is_namesake(TokenRange name) const {
  std::uint32_t at = name.begin;
  if (at == 0 || !adjacent(at - 1)) return false;
  while (at > 1 && data_.names.titles.count(doc_.word(at - 1)) != 0 && adjacent(at - 2)) --at;
  std::string_view word = doc_.word(at - 1);
  for (int clitics = 0; clitics <= 2; ++clitics) {
    if (data_.names.namesakes.count(word) != 0) return true;
    const std::string_view bare = without_clitic(word);
    if (bare == word) return false;
    word = bare;
  }
  return false;
}

bool NameContext::has_longer_filiation(TokenRange name, const KnownEntity& person) const {
  if (name.end + 1 >= doc_.tokens.size() || !adjacent(name.end - 1) || doc_.word(name.end) != kBin ||
      !adjacent(name.end))
    return false;
  const std::string own = fold(person.native);
  const std::string father = std::string(kBin) + ' ' + std::string(doc_.word(name.end + 1));
  return own.find(father) == own.npos && own.find(std::string(kBin)) != own.npos;
}

// A word that the lists' people bear as a given name, or that no one knows and that no known word is the stem of.
bool NameContext::may_be_given_name(std::string_view word) const {
  if (data_.common.count(word) != 0) return data_.given_names.count(word) != 0;
  for (std::string_view stem = word; stem.size() >= 2 * kLetter;) {
    if (data_.common.count(stem) != 0) return false;
    for (const std::string_view ending : kEndings)
      if (stem.ends_with(ending) && data_.common.count(stem.substr(0, stem.size() - ending.size())) != 0) return false;
    const std::string_view bare = without_clitic(stem);
    if (bare == stem) break;
    stem = bare;
  }
  return true;
}

bool NameContext::has_other_given_name(TokenRange surname, const KnownEntity& person) const {
  if (surname.begin == 0 || !adjacent(surname.begin - 1)) return false;
  const std::string_view word = doc_.word(surname.begin - 1);
  if (word.starts_with(kArticle) || word.size() < 3 * kLetter || !may_be_given_name(word)) return false;
  const auto own = split(fold(person.native), ' ');
  if (doc_.word(surname.begin) == kBin) return !alike(own[0], word);
  return std::none_of(own.begin(), own.end(),
                      [&](const std::string& name) { return alike(name, word) || alike(name, without_clitic(word)); });
}

bool NameContext::is_quoted(TokenRange name) const {
  return name.begin > 0 && name.end < doc_.tokens.size() && is_quote(doc_.tokens[name.begin - 1].punctuation) &&
         is_quote(doc_.tokens[name.end].punctuation);
}

bool NameContext::is_told_to(TokenRange name) const {
  return is_quoted(name) && name.begin > 1 && doc_.word(name.begin - 2) == kClitics[3];
}

bool NameContext::follows_feminine_noun(TokenRange word) const {
  if (word.begin == 0 || !adjacent(word.begin - 1)) return false;
  std::string_view before = doc_.word(word.begin - 1);
  if (!before.starts_with(kArticle)) before = without_clitic(before);
  if (!before.starts_with(kArticle) && !before.starts_with(kClitics[3])) return false;
  return std::any_of(std::begin(kFeminine), std::end(kFeminine),
                     [&](std::string_view ending) { return before.ends_with(ending); });
}

}  // namespace mahdar
