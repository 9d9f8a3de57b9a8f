#include "rules/rule_table.h"

#include <re2/re2.h>

#include <algorithm>
#include <mutex>

#include "mahdar/mahdar.h"

namespace mahdar {
namespace {

constexpr int kMostDepth = 8;
constexpr int kMostGroups = 8;

bool is_name_start(char c) { return c >= 'A' && c <= 'Z'; }

// A pattern and the names of its groups, by capture index; 0 has none.
struct Compiled {
  explicit Compiled(const std::string& pattern) : expression(pattern, options()) {
    if (!expression.ok()) return;
    groups.assign(std::size_t(expression.NumberOfCapturingGroups()) + 1, "");
    for (const auto& [name, index] : expression.NamedCapturingGroups()) groups[std::size_t(index)] = name;
  }

  static re2::RE2::Options options() {
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    options.set_dot_nl(true);
    return options;
  }

  re2::RE2 expression;
  std::vector<std::string> groups;
};

}  // namespace

class LazyPattern {
 public:
  explicit LazyPattern(std::string pattern) : pattern_(std::move(pattern)) {}
  const Compiled& get() const {
    std::call_once(once_, [&] { compiled_ = std::make_unique<const Compiled>(pattern_); });
    return *compiled_;
  }

 private:
  std::string pattern_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const Compiled> compiled_;
};

// Replaces {NAME} and {NAME:group}; blanks vanish.
std::string RuleTable::expand(const Table& table, const Table::Row& row, std::string_view pattern, int depth) {
  if (depth > kMostDepth) table.fail(row, "macros nest too deep");
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == ' ') continue;
    const bool name_follows = pattern[at] == '{' && at + 1 < pattern.size() && is_name_start(pattern[at + 1]);
    if (!name_follows) {
      out += pattern[at];
      continue;
    }
    const std::size_t close = pattern.find('}', at);
    if (close == std::string_view::npos) table.fail(row, "unclosed name");
    std::string_view name = pattern.substr(at + 1, close - at - 1), group;
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
      group = name.substr(colon + 1);
      name = name.substr(0, colon);
    }
    const std::string& inner = meaning(table, row, std::string(name), depth);
    const bool plain = group.empty() && (inner[0] == '[' || macros_.count(std::string(name)) == 0);
    out += !group.empty() ? "(?P<" + std::string(group) + ">" + inner + ")" : plain ? inner : "(?:" + inner + ")";
    at = close;
  }
  return out;
}

// The expression of a macro or a symbol.
const std::string& RuleTable::meaning(const Table& table, const Table::Row& row, const std::string& name, int depth) {
  if (const auto known = meanings_.find(name); known != meanings_.end()) return known->second;
  const auto macro = macros_.find(name);
  std::string inner = macro != macros_.end() ? expand(table, row, macro->second, depth + 1) : symbols_.expression(name);
  if (inner.empty()) table.fail(row, "unknown name in pattern: " + name);
  return meanings_.emplace(name, std::move(inner)).first->second;
}

RuleTable::RuleTable(const Table& rules, const Table& macros, const Symbols& symbols) : symbols_(symbols) {
  for (const Table::Row& row : macros.rows()) macros_[macros.cell(row, "name")] = macros.cell(row, "pattern");
  for (const Table::Row& row : rules.rows()) {
    Rule rule;
    rule.id = rules.cell(row, "id");
    rule.type = rules.cell(row, "type");
    rule.implicit = rules.cell(row, "implicit");
    rule.example = rules.cell(row, "example");
    rule.line = row.line;
    const std::string pattern = expand(rules, row, rules.cell(row, "pattern"), 0);
    rule.pattern = std::make_shared<const LazyPattern>(pattern);
    require(rule, pattern);
    rules_.push_back(std::move(rule));
  }
}

void RuleTable::check(const Table& rules) const {
  for (std::size_t r = 0; r < rules_.size(); ++r) {
    const Table::Row& row = rules.rows()[r];
    const auto& [expression, groups] = rules_[r].pattern->get();
    if (!expression.ok()) rules.fail(row, "pattern: " + expression.error());
    if (expression.ProgramSize() > kMostInstructions) rules.fail(row, "pattern is too large");
    if (groups.size() > kMostGroups) rules.fail(row, "too many groups");
    if (std::find(groups.begin(), groups.end(), "trigger") == groups.end()) rules.fail(row, "no group named trigger");
  }
}

void RuleTable::require(Rule& rule, std::string_view pattern) {
  for (const SymbolSet& set : required_symbols(pattern)) {
    const auto known = std::find(required_.begin(), required_.end(), set);
    const auto index = std::size_t(known - required_.begin());
    if (index >= kMostRequired) continue;
    if (known == required_.end()) required_.push_back(set);
    rule.required.set(index);
  }
}

// Which of the required sets a sentence holds a symbol of.
std::bitset<kMostRequired> RuleTable::held(std::string_view symbols) const {
  SymbolSet there;
  for (const char symbol : symbols) there.set(static_cast<unsigned char>(symbol));
  std::bitset<kMostRequired> held;
  for (std::size_t i = 0; i < required_.size(); ++i) held.set(i, (required_[i] & there).any());
  return held;
}

void RuleTable::match(std::size_t r, std::string_view symbols, std::vector<RuleMatch>& found) const {
  const auto& [expression, groups] = rules_[r].pattern->get();
  re2::StringPiece parts[kMostGroups];
  const re2::StringPiece text(symbols.data(), symbols.size());
  for (std::size_t from = 0; from < symbols.size();) {
    if (!expression.Match(text, from, symbols.size(), re2::RE2::UNANCHORED, parts, int(groups.size()))) break;
    RuleMatch match;
    match.rule = r;
    match.begin = std::size_t(parts[0].data() - symbols.data());
    match.end = match.begin + parts[0].size();
    for (std::size_t g = 1; g < groups.size(); ++g)
      if (parts[g].data() != nullptr && !groups[g].empty())
        match.groups[groups[g]] = {std::size_t(parts[g].data() - symbols.data()),
                                   std::size_t(parts[g].data() - symbols.data()) + parts[g].size()};
    const std::size_t trigger = match.groups["trigger"].first;
    from = std::max(match.begin + 1, trigger);
    found.push_back(std::move(match));
  }
}

std::vector<RuleMatch> RuleTable::match(std::string_view symbols) const {
  std::vector<RuleMatch> found;
  const auto missing = ~held(symbols);
  for (std::size_t r = 0; r < rules_.size(); ++r)
    if ((rules_[r].required & missing).none()) match(r, symbols, found);
  std::stable_sort(found.begin(), found.end(), [](const RuleMatch& a, const RuleMatch& b) {
    return a.groups.at("trigger").first < b.groups.at("trigger").first;
  });
  return found;
}

}  // namespace mahdar
