// Folding: the letters under which two spellings of a word are one.
#ifndef MAHDAR_TEXT_FOLD_H_
#define MAHDAR_TEXT_FOLD_H_

#include <string>
#include <string_view>

#include "text/char_table.h"

namespace mahdar {

// What a code point is to the tokeniser. Marks, tatweel, bidi controls and zero-width characters
// are kIgnored: they belong to the word around them and vanish in folding.
inline CharClass classify(char32_t code_point) {
  if (code_point < 0x80) return kAsciiClasses[code_point];
  if (is_arabic_block(code_point)) return kArabicChars[code_point - kArabicBlock].kind;
  return classify_slowly(code_point);
}

bool is_arabic_letter(char32_t code_point);

// Appends the folded form of a letter or digit: hamza-on-alef forms to bare alef, Persian letters to
// their Arabic likes, presentation forms to letters, digits to ASCII, Latin to lower case without
// accents. Keeps alef maqsura and yeh, teh marbuta and heh apart.
void append_folded(std::string& out, char32_t code_point);

// A whole phrase folded, letter runs only separated by single spaces: the form in which tables are matched.
std::string fold(std::string_view text);

}  // namespace mahdar

#endif  // MAHDAR_TEXT_FOLD_H_
