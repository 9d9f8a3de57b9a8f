#include "text/language.h"

#include <array>

#include "text/fold.h"
#include "text/utf8.h"

namespace mahdar {
namespace {

constexpr std::size_t kLeastLetters = 20;
constexpr std::size_t kMostBytes = 20000;  // a beginning tells enough

struct LetterCounts {
  std::size_t arabic_script = 0, other_script = 0;
  std::size_t arabic = 0;   // teh marbuta, Arabic yeh and kaf, alef maqsura
  std::size_t persian = 0;  // Persian yeh and kaf, peh, tcheh, zheh, gaf
  std::size_t urdu = 0;     // tteh, ddal, rreh, noon ghunna, heh goal, heh doachashmee, yeh barree
  std::size_t kurdish = 0;  // reh and lam with small v, oe, yeh with small v, ae
};

void count(char32_t c, std::size_t times, LetterCounts& counts) {
  (is_arabic_letter(c) ? counts.arabic_script : counts.other_script) += times;
  switch (c) {
    case 0x629:
    case 0x64A:
    case 0x643:
    case 0x649: counts.arabic += times; break;
    case 0x6CC:
    case 0x6A9:
    case 0x67E:
    case 0x686:
    case 0x698:
    case 0x6AF: counts.persian += times; break;
    case 0x679:
    case 0x688:
    case 0x691:
    case 0x6BA:
    case 0x6C1:
    case 0x6BE:
    case 0x6D2: counts.urdu += times; break;
    case 0x695:
    case 0x6B5:
    case 0x6C6:
    case 0x6CE:
    case 0x6D5: counts.kurdish += times; break;
    default: break;
  }
}

}  // namespace

std::string detect_language(std::string_view text) {
  LetterCounts counts;
  std::array<std::size_t, 0x100> block{};  // how often each character of the Arabic block occurs
  for (std::size_t at = 0; at < text.size() && at < kMostBytes;) {
    const char32_t c = next_code_point(text, at);
    if (is_arabic_block(c))
      ++block[c - kArabicBlock];
    else if (classify(c) == CharClass::kLetter)
      count(c, 1, counts);
  }
  for (char32_t i = 0; i < block.size(); ++i)
    if (kArabicChars[i].kind == CharClass::kLetter) count(kArabicBlock + i, block[i], counts);
  if (counts.arabic_script < kLeastLetters || counts.arabic_script < counts.other_script) return "und";
  const std::size_t notable = counts.arabic_script / 40;
  if (counts.kurdish > notable) return "ckb";
  if (counts.urdu > notable) return "ur";
  if (counts.persian > counts.arabic) return "fa";
  return "ar";
}

}  // namespace mahdar
