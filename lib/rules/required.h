// What a string must hold for a pattern to match it: a cheap test before the pattern itself.
#ifndef MAHDAR_RULES_REQUIRED_H_
#define MAHDAR_RULES_REQUIRED_H_

#include <bitset>
#include <string_view>
#include <vector>

namespace mahdar {

using SymbolSet = std::bitset<256>;

// Of each set, a string that matches the pattern (an RE2 pattern over Latin-1) holds at least one symbol. Understands
// literals, \xHH, classes, groups, alternatives and quantifiers; whatever else stands in a pattern requires nothing.
std::vector<SymbolSet> required_symbols(std::string_view pattern);

}  // namespace mahdar

#endif  // MAHDAR_RULES_REQUIRED_H_
