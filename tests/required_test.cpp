// What patterns require of a string, against the patterns themselves.
#include "rules/required.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>

namespace mahdar {
namespace {

bool may_match(const std::vector<SymbolSet>& required, std::string_view text) {
  for (const SymbolSet& set : required) {
    bool held = false;
    for (const char c : text) held = held || set.test(static_cast<unsigned char>(c));
    if (!held) return false;
  }
  return true;
}

TEST(Required, NamesWhatEveryMatchHolds) {
  const struct {
    const char* pattern;
    std::vector<std::string> sets;
  } kRows[] = {{"ab?c*d+", {"a", "d"}},
               {"[ab]{1,3}c{0,2}?", {"ab"}},
               {"(?:a|b)c", {"ab", "c"}},
               {"(?:ab|c)?d", {"d"}},
               {"(?:a|b?)c", {"c"}},
               {"(?P<trigger>\\x61)(b)", {"a", "b"}},
               {"(?:[abc]d|e)", {"de"}},
               {"a|b", {"ab"}},
               {"a.b", {}},
               {"a\\d", {}},
               {"[^a]", {}},
               {"[a-c]", {}}};
  for (const auto& row : kRows) {
    std::vector<SymbolSet> sets;
    for (const std::string& text : row.sets) {
      sets.emplace_back();
      for (const char c : text) sets.back().set(static_cast<unsigned char>(c));
    }
    EXPECT_EQ(required_symbols(row.pattern), sets) << row.pattern;
  }
}

// A random pattern over four letters.
std::string random_pattern(std::mt19937& random, int depth) {
  std::string pattern;
  for (unsigned parts = 1 + random() % 3; parts > 0; --parts) {
    const unsigned kind = depth > 0 ? random() % 5 : random() % 3;
    if (kind == 0) pattern += "[" + std::string(1, char('a' + random() % 4)) + char('a' + random() % 4) + "]";
    if (kind == 1 || kind == 2) pattern += char('a' + random() % 4);
    if (kind == 3) pattern += "(" + random_pattern(random, depth - 1) + "|" + random_pattern(random, depth - 1) + ")";
    if (kind == 4) pattern += "(?:" + random_pattern(random, depth - 1) + ")";
    constexpr const char* kQuantifiers[] = {"", "", "", "?", "*", "+", "{0,2}", "{1,2}?", "{2}"};
    pattern += kQuantifiers[random() % std::size(kQuantifiers)];
  }
  return pattern;
}

TEST(Required, NeverRefusesWhatAPatternMatches) {
  std::mt19937 random(11);
  int matched = 0, refused = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string pattern = random_pattern(random, 2);
    const re2::RE2 compiled(pattern);
    ASSERT_TRUE(compiled.ok()) << pattern;
    const auto required = required_symbols(pattern);
    for (int i = 0; i < 10; ++i) {
      std::string text;
      for (unsigned n = random() % 6; n > 0; --n) text += char('a' + random() % 4);
      const bool matches = re2::RE2::PartialMatch(text, compiled);
      if (matches) EXPECT_TRUE(may_match(required, text)) << pattern << " on " << text;
      matched += matches, refused += !may_match(required, text);
    }
  }
  EXPECT_GT(matched, 1000);
  EXPECT_GT(refused, 1000);
}

}  // namespace
}  // namespace mahdar
