// What the tokeniser must know of the characters that nearly all text is made of: ASCII and the Arabic block.
#ifndef MAHDAR_TEXT_CHAR_TABLE_H_
#define MAHDAR_TEXT_CHAR_TABLE_H_

#include <array>
#include <cstdint>

namespace mahdar {

enum class CharClass : std::uint8_t { kSpace, kNewline, kLetter, kDigit, kIgnored, kOther };

inline constexpr char32_t kArabicBlock = 0x600;
inline constexpr char32_t kTatweel = 0x640;

constexpr bool is_arabic_block(char32_t c) { return c - kArabicBlock < 0x100; }

// The letter of the Arabic block that stands for `c` in folded text.
constexpr char32_t fold_arabic(char32_t c) {
  switch (c) {
    case 0x622:
    case 0x623:
    case 0x625:
    case 0x671:
    case 0x672:
    case 0x673:
    case 0x675: return 0x627;  // alef
    case 0x6A9:
    case 0x6AA:
    case 0x6AF:
    case 0x6AB: return 0x643;  // kaf
    case 0x6CC:
    case 0x6D0:
    case 0x6CE:
    case 0x6D2: return 0x64A;  // yeh
    case 0x67E: return 0x628;  // beh
    case 0x686:
    case 0x698: return 0x62C;  // jeem
    case 0x6A4:
    case 0x6A8: return 0x641;  // feh
    case 0x6C1:
    case 0x6BE:
    case 0x6D5: return 0x647;  // heh
    case 0x6C3: return 0x629;  // teh marbuta
    default: return c;
  }
}

constexpr CharClass classify_ascii(char32_t c) {
  if (c == '\n' || c == '\r') return CharClass::kNewline;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharClass::kLetter;
  if (c >= '0' && c <= '9') return CharClass::kDigit;
  return c == ' ' || c == '\t' || c == '\v' || c == '\f' ? CharClass::kSpace : CharClass::kOther;
}

// Vowel signs, tatweel, signs of recitation.
constexpr bool is_arabic_mark(char32_t c) {
  return c == kTatweel || (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x610 && c <= 0x61A) || c == 0x61C ||
         (c >= 0x6D6 && c <= 0x6ED && c != 0x6DD && c != 0x6DE && c != 0x6E5 && c != 0x6E6 && c != 0x6E9);
}

constexpr CharClass classify_arabic(char32_t c) {
  if (is_arabic_mark(c)) return CharClass::kIgnored;
  if ((c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9)) return CharClass::kDigit;
  const bool letter = (c >= 0x620 && c <= 0x64A) || c == 0x66E || c == 0x66F || (c >= 0x671 && c <= 0x6D3) ||
                      c == 0x6D5 || c == 0x6E5 || c == 0x6E6 || c == 0x6EE || c == 0x6EF ||
                      (c >= 0x6FA && c <= 0x6FC) || c == 0x6FF;
  return letter ? CharClass::kLetter : CharClass::kOther;
}

// A character of the Arabic block: its class, and the last byte of the folded letter's UTF-8 (the first is the same).
struct ArabicChar {
  CharClass kind;
  bool plain;  // a letter that folds to one letter of the block
  std::uint8_t lead, trail;
};

inline constexpr std::array<CharClass, 0x80> kAsciiClasses = [] {
  std::array<CharClass, 0x80> classes{};
  for (char32_t c = 0; c < 0x80; ++c) classes[c] = classify_ascii(c);
  return classes;
}();

inline constexpr std::array<ArabicChar, 0x100> kArabicChars = [] {
  std::array<ArabicChar, 0x100> chars{};
  for (char32_t i = 0; i < 0x100; ++i) {
    const char32_t c = kArabicBlock + i, folded = fold_arabic(c);
    const CharClass kind = classify_arabic(c);
    const bool plain = kind == CharClass::kLetter && c >= 0x620 && c <= 0x6D5;
    chars[i] = {kind, plain, std::uint8_t(0xC0 | folded >> 6), std::uint8_t(0x80 | (folded & 0x3F))};
  }
  return chars;
}();

// The class of a character outside those blocks, by ICU.
CharClass classify_slowly(char32_t code_point);

}  // namespace mahdar

#endif  // MAHDAR_TEXT_CHAR_TABLE_H_
