// Which language a text is in, as far as the library must know: Arabic, or one that it has no rules for.
#ifndef MAHDAR_TEXT_LANGUAGE_H_
#define MAHDAR_TEXT_LANGUAGE_H_

#include <string>
#include <string_view>

namespace mahdar {

// "ar", "fa", "ur", "ckb", or "und" where there is too little text or another script. Told by the letters that only
// one of the languages of Arabic script writes.
std::string detect_language(std::string_view text);

}  // namespace mahdar

#endif  // MAHDAR_TEXT_LANGUAGE_H_
