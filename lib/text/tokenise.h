// Tokens with exact places in the untouched text, and sentences of them.
#ifndef MAHDAR_TEXT_TOKENISE_H_
#define MAHDAR_TEXT_TOKENISE_H_

#include <string>
#include <vector>

#include "document.h"

namespace mahdar {

// Fills doc.tokens and doc.folded from doc.text. Letters and digits part ("15March" is two tokens); a word broken
// up against filters (two halves joined by tatweel and dots) is one token; two words glued after a teh marbuta are two.
void tokenise(Document& doc);

// Sentences end at a line break, or at a full stop, exclamation or question mark that is not inside a
// number or an abbreviation, closing quotes included. None has more than kMaxSentenceTokens.
inline constexpr std::uint32_t kMaxSentenceTokens = 400;  // the longest real one seen has 310
void split_sentences(Document& doc);

}  // namespace mahdar

#endif  // MAHDAR_TEXT_TOKENISE_H_
