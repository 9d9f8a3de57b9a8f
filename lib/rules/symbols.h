// The alphabet of tagged sentences: one byte for each class of unit.
#ifndef MAHDAR_RULES_SYMBOLS_H_
#define MAHDAR_RULES_SYMBOLS_H_

#include <string>
#include <string_view>

#include "rules/words.h"

namespace mahdar {

// The symbols that are not word classes.
namespace symbol {
inline constexpr char kActor = 'A', kDelegation = 'D', kSpokesman = 'S', kPair = 'R', kCountry = 'G', kCapital = 'C',
                      kPlace = 'P', kOrganization = 'O', kAgreement = 'Q', kTime = 'T', kNationality = 'N',
                      kUnknown = 'x', kNumber = 'n', kComma = ',', kQuote = '"', kOpen = '(', kClose = ')',
                      kColon = ':', kDash = '-', kOther = '.', kHisPronoun = 'h', kTheirPronoun = 't', kTwoOfThem = '2',
                      kAnd = 'w', kBi = 'b', kLi = 'l', kKa = 'k';
}  // namespace symbol

// The byte of each word class. Immutable; threads may share it.
class Symbols {
 public:
  // Throws Error if there are more classes than bytes.
  explicit Symbols(const WordClasses& words);

  static char of_class(std::uint32_t word_class) { return static_cast<char>(kFirst + word_class); }
  // The symbol's regular expression for a name: a word class ("CALL") or a name of namespace symbol ("ACTOR");
  // empty if there is none.
  std::string expression(std::string_view name) const;

  // The name of a symbol, for people.
  std::string name_of(char symbol) const;

 private:
  static constexpr unsigned kFirst = 0x80;
  const WordClasses& words_;
};

}  // namespace mahdar

#endif  // MAHDAR_RULES_SYMBOLS_H_
