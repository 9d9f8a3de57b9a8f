#include "rules/required.h"

#include <algorithm>
#include <optional>

namespace mahdar {
namespace {

using Sets = std::vector<SymbolSet>;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Reads a pattern by recursive descent; each read_ function answers what the part that it reads requires. A part that it
// does not understand makes the whole require nothing.
class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : pattern_(pattern) {}

  Sets read() {
    Sets sets = read_alternatives();
    return understood_ && at_ == pattern_.size() ? sets : Sets{};
  }

 private:
  bool ends() const { return at_ >= pattern_.size(); }
  char peek() const { return ends() ? '\0' : pattern_[at_]; }
  bool take(std::string_view text) {
    if (pattern_.substr(at_, text.size()) != text) return false;
    at_ += text.size();
    return true;
  }

  // Of alternatives, one symbol of what any of them requires.
  Sets read_alternatives() {
    Sets first = read_sequence();
    if (peek() != '|') return first;
    std::vector<Sets> all{std::move(first)};
    while (take("|")) all.push_back(read_sequence());
    SymbolSet any;
    for (const Sets& sets : all) {
      if (sets.empty()) return {};
      any |= *std::min_element(sets.begin(), sets.end(), [](auto& a, auto& b) { return a.count() < b.count(); });
    }
    return {any};
  }

  Sets read_sequence() {
    Sets sets;
    while (understood_ && !ends() && peek() != '|' && peek() != ')') {
      Sets part = read_part();
      if (!read_quantifier()) continue;
      for (const SymbolSet& set : part)
        if (std::find(sets.begin(), sets.end(), set) == sets.end()) sets.push_back(set);
    }
    return sets;
  }

  Sets read_part() {
    if (take("(")) {
      if (take("?P<")) {
        at_ = std::min(pattern_.find('>', at_), pattern_.size() - 1) + 1;
      } else if (take("?") && !take(":")) {
        understood_ = false;
      }
      Sets sets = read_alternatives();
      understood_ = understood_ && take(")");
      return sets;
    }
    if (take("[")) return {read_class()};
    const auto symbol = read_symbol(".^$*+?{}");
    return symbol ? Sets{SymbolSet().set(*symbol)} : Sets{};
  }

  SymbolSet read_class() {
    SymbolSet set;
    while (understood_ && !ends() && peek() != ']') {
      const auto symbol = read_symbol("[^");
      if (symbol) set.set(*symbol);
      understood_ = understood_ && peek() != '-';
    }
    understood_ = understood_ && take("]");
    return set;
  }

  // A literal or \xHH; none of `special`.
  std::optional<unsigned char> read_symbol(std::string_view special) {
    if (take("\\x") && at_ + 2 <= pattern_.size()) {
      const int high = hex_digit(pattern_[at_]), low = hex_digit(pattern_[at_ + 1]);
      at_ += 2;
      if (high >= 0 && low >= 0) return static_cast<unsigned char>(high * 16 + low);
    } else if (!ends() && peek() != '\\' && special.find(peek()) == special.npos) {
      return static_cast<unsigned char>(pattern_[at_++]);
    }
    understood_ = false;
    return {};
  }

  // Whether what stands before must stand at least once.
  bool read_quantifier() {
    bool needed = true;
    if (take("?") || take("*")) {
      needed = false;
    } else if (take("{")) {
      needed = peek() >= '1' && peek() <= '9';
      const std::size_t close = pattern_.find('}', at_);
      understood_ = understood_ && close != pattern_.npos;
      at_ = std::min(close, pattern_.size() - 1) + 1;
    } else if (!take("+")) {
      return true;
    }
    take("?");  // lazy
    return needed;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool understood_ = true;
};

}  // namespace

std::vector<SymbolSet> required_symbols(std::string_view pattern) { return PatternReader(pattern).read(); }

}  // namespace mahdar
