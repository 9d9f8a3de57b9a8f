// UTF-8 by code point. Decoding expects well-formed text; repair_utf8 makes any bytes so.
#ifndef MAHDAR_TEXT_UTF8_H_
#define MAHDAR_TEXT_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace mahdar {

// The code point at `at` of well-formed text; moves `at` past it.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return text[at++];
  if (lead < 0xE0) {
    at += 2;
    return char32_t(lead & 0x1F) << 6 | (byte(at - 1) & 0x3F);
  }
  if (lead < 0xF0) {
    at += 3;
    return char32_t(lead & 0x0F) << 12 | char32_t(byte(at - 2) & 0x3F) << 6 | (byte(at - 1) & 0x3F);
  }
  at += 4;
  return char32_t(lead & 0x07) << 18 | char32_t(byte(at - 3) & 0x3F) << 12 | char32_t(byte(at - 2) & 0x3F) << 6 |
         (byte(at - 1) & 0x3F);
}

void append_utf8(std::string& out, char32_t code_point);

bool is_well_formed_utf8(std::string_view bytes);

// The bytes with each maximal ill-formed subsequence replaced by U+FFFD, as the Unicode Standard
// (section 3.9) and the WHATWG decoder do.
std::string repair_utf8(std::string_view bytes);

}  // namespace mahdar

#endif  // MAHDAR_TEXT_UTF8_H_
