#include "text/utf8.h"

namespace mahdar {
namespace {

struct Sequence {
  std::size_t length;  // bytes of the character, or of the ill-formed part
  bool good;
};

// What stands at `at`: a whole character, or a maximal subpart of an ill-formed one.
Sequence sequence_at(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  unsigned char low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i >= bytes.size() || byte(at + i) < low || byte(at + i) > high) return {i, false};
    low = 0x80, high = 0xBF;
  }
  return {length, true};
}

// The end of the ASCII and two-byte characters that stand at `at`: nearly all of Arabic text.
std::size_t skip_short(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  while (at < bytes.size()) {
    if (byte(at) < 0x80) {
      ++at;
    } else if (byte(at) >= 0xC2 && byte(at) < 0xE0 && at + 1 < bytes.size() && (byte(at + 1) & 0xC0) == 0x80) {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](unsigned value) { out.push_back(static_cast<char>(value)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

bool is_well_formed_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    at = skip_short(bytes, at);
    if (at == bytes.size()) break;
    const Sequence sequence = sequence_at(bytes, at);
    if (!sequence.good) return false;
    at += sequence.length;
  }
  return true;
}

std::string repair_utf8(std::string_view bytes) {
  std::string repaired;
  repaired.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Sequence sequence = sequence_at(bytes, at);
    if (sequence.good) {
      repaired.append(bytes.substr(at, sequence.length));
    } else {
      repaired.append("\xEF\xBF\xBD");
    }
    at += sequence.length;
  }
  return repaired;
}

}  // namespace mahdar
