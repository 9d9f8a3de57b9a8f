#include "rules/symbols.h"

#include <fmt/format.h>

#include "mahdar/mahdar.h"

namespace mahdar {
namespace {

constexpr struct {
  std::string_view name;
  char symbol;
} kNames[] = {{"ACTOR", symbol::kActor},
              {"DELEGATES", symbol::kDelegation},
              {"SPOKESMAN", symbol::kSpokesman},
              {"PAIR", symbol::kPair},
              {"COUNTRY", symbol::kCountry},
              {"CAPITAL", symbol::kCapital},
              {"PLACE", symbol::kPlace},
              {"ORG", symbol::kOrganization},
              {"AGREEMENT", symbol::kAgreement},
              {"TIME", symbol::kTime},
              {"NATIONALITY", symbol::kNationality},
              {"UNKNOWN", symbol::kUnknown},
              {"NUMBER", symbol::kNumber},
              {"COMMA", symbol::kComma},
              {"QUOTE", symbol::kQuote},
              {"OPEN", symbol::kOpen},
              {"CLOSE", symbol::kClose},
              {"COLON", symbol::kColon},
              {"DASH", symbol::kDash},
              {"AND", symbol::kAnd},
              {"BI", symbol::kBi},
              {"LI", symbol::kLi},
              {"KA", symbol::kKa},
              {"OTHER", symbol::kOther},
              {"HIS", symbol::kHisPronoun},
              {"TWO", symbol::kTwoOfThem},
              {"THEIR", symbol::kTheirPronoun}};

}  // namespace

Symbols::Symbols(const WordClasses& words) : words_(words) {
  if (words.size() > 0x80) throw Error("gazetteers/ar/words.tsv:0: more than 128 word classes");
}

std::string Symbols::expression(std::string_view name) const {
  for (const auto& known : kNames)
    if (known.name == name) return fmt::format("\\x{:02x}", static_cast<unsigned char>(known.symbol));
  const int word_class = words_.find(name);
  return word_class < 0 ? ""
                        : fmt::format("\\x{:02x}", static_cast<unsigned char>(of_class(std::uint32_t(word_class))));
}

std::string Symbols::name_of(char symbol) const {
  for (const auto& known : kNames)
    if (known.symbol == symbol) return std::string(known.name);
  const unsigned number = static_cast<unsigned char>(symbol) - kFirst;
  return number < words_.size() ? words_.name(number) : std::string(1, symbol);
}

}  // namespace mahdar
