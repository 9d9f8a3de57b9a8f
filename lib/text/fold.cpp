#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "text/utf8.h"

namespace mahdar {
namespace {

constexpr char32_t kHamzaAbove = 0x654;

bool is_mark_or_control(char32_t c) {
  return (is_arabic_block(c) && is_arabic_mark(c)) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0xAD || (c >= 0x300 && c <= 0x36F);
}

bool is_compatibility_form(char32_t c) { return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC); }

icu::UnicodeString decompose(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString text(static_cast<UChar32>(c));
  if (U_FAILURE(status)) return text;
  icu::UnicodeString result = nfkd->normalize(text, status);
  return U_FAILURE(status) ? text : result;
}

// The slow path: compatibility forms and letters outside ASCII and the Arabic block.
void append_folded_by_icu(std::string& out, char32_t c) {
  if (is_compatibility_form(c)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    icu::UnicodeString letters(static_cast<UChar32>(c));
    if (U_SUCCESS(status)) letters = nfkc->normalize(letters, status);
    for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
      const char32_t letter = fold_arabic(letters.char32At(i));
      if (u_isalnum(letter) && !is_mark_or_control(letter)) append_utf8(out, letter);
    }
    return;
  }
  icu::UnicodeString letters = decompose(c);
  letters.foldCase();
  for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 letter = letters.char32At(i);
    if (u_isalnum(letter)) append_utf8(out, letter);
  }
}

}  // namespace

bool is_arabic_letter(char32_t c) {
  return (c >= 0x620 && c <= 0x64A && c != kTatweel) || (c >= 0x671 && c <= 0x6D3) || c == 0x6D5 ||
         is_compatibility_form(c);
}

CharClass classify_slowly(char32_t c) {
  if (c >= 0x2010 && c <= 0x2027) return CharClass::kOther;  // dashes, quotation marks, dots
  if (c == 0x2028 || c == 0x2029 || c == 0x85) return CharClass::kNewline;
  if (is_mark_or_control(c)) return CharClass::kIgnored;
  if (u_isUWhiteSpace(c)) return CharClass::kSpace;
  if (u_isalpha(c)) return CharClass::kLetter;
  if (u_isdigit(c)) return CharClass::kDigit;
  return u_getCombiningClass(c) != 0 ? CharClass::kIgnored : CharClass::kOther;
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  } else if (c >= 0x660 && c <= 0x669) {
    out.push_back(static_cast<char>('0' + (c - 0x660)));
  } else if (c >= 0x6F0 && c <= 0x6F9) {
    out.push_back(static_cast<char>('0' + (c - 0x6F0)));
  } else if (c >= 0x620 && c <= 0x6D5) {
    append_utf8(out, fold_arabic(c));
  } else {
    append_folded_by_icu(out, c);
  }
}

std::string fold(std::string_view text) {
  std::string folded;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const CharClass kind = classify(c);
    if (kind == CharClass::kIgnored) {
      if (c == kHamzaAbove && before == 0x648) folded.resize(folded.size() - 2), append_utf8(folded, 0x624);
      if (c == kHamzaAbove && before == 0x64A) folded.resize(folded.size() - 2), append_utf8(folded, 0x626);
    } else if (kind == CharClass::kLetter || kind == CharClass::kDigit) {
      append_folded(folded, c);
    } else if (!folded.empty() && folded.back() != ' ') {
      folded.push_back(' ');
    }
    before = c;
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

}  // namespace mahdar
