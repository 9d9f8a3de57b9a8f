// Rules over tagged sentences: tables of patterns with macros, compiled to RE2.
#ifndef MAHDAR_RULES_RULE_TABLE_H_
#define MAHDAR_RULES_RULE_TABLE_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/table.h"
#include "rules/required.h"
#include "rules/symbols.h"

namespace mahdar {

inline constexpr std::size_t kMostRequired = 256;

class LazyPattern;  // compiled when it is first used; threads may share it

// A rule compiled: its row's cells and its pattern.
struct Rule {
  std::string id, type, implicit, example;
  int line = 0;
  std::shared_ptr<const LazyPattern> pattern;
  std::bitset<kMostRequired> required;  // of RuleTable's sets, those that a sentence must hold a symbol of
};

// Where a rule matched: symbol positions of the whole and of each group that took part.
struct RuleMatch {
  std::size_t rule = 0;
  std::size_t begin = 0, end = 0;
  std::map<std::string, std::pair<std::size_t, std::size_t>> groups;
};

// A rule table, in the order of preference. Immutable after construction; threads may share it.
class RuleTable {
 public:
  // Throws Error for an unknown name in a pattern.
  RuleTable(const Table& rules, const Table& macros, const Symbols& symbols);

  // Compiles all patterns of the table from which it was made. Throws Error for one that RE2 refuses or one larger than
  // kMostInstructions, or without a trigger.
  void check(const Table& rules) const;

  const std::vector<Rule>& rules() const { return rules_; }

  // All matches in a sentence's symbols, by trigger, those of one trigger in the order of the rules.
  std::vector<RuleMatch> match(std::string_view symbols) const;

 private:
  static constexpr int kMostInstructions = 40000;  // the largest rule has about 9,000
  std::string expand(const Table& table, const Table::Row& row, std::string_view pattern, int depth);
  const std::string& meaning(const Table& table, const Table::Row& row, const std::string& name, int depth);
  void require(Rule& rule, std::string_view pattern);
  std::bitset<kMostRequired> held(std::string_view symbols) const;
  void match(std::size_t rule, std::string_view symbols, std::vector<RuleMatch>& found) const;

  const Symbols& symbols_;
  std::map<std::string, std::string> macros_;
  std::map<std::string, std::string> meanings_;  // of the names met so far
  std::vector<Rule> rules_;
  std::vector<SymbolSet> required_;
};

}  // namespace mahdar

#endif  // MAHDAR_RULES_RULE_TABLE_H_
