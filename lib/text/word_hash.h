// The hash under which tables of words are looked up.
#ifndef MAHDAR_TEXT_WORD_HASH_H_
#define MAHDAR_TEXT_WORD_HASH_H_

#include <cstdint>
#include <cstring>
#include <string_view>

namespace mahdar {

// Of the bytes of a folded word. A table compares the word itself too: a hash alone decides nothing.
inline std::uint64_t word_hash(std::string_view word) {
  const auto load = [](const char* at, std::size_t size) {
    std::uint64_t value = 0;
    std::memcpy(&value, at, size);
    return value;
  };
  const auto mix = [](std::uint64_t value) { return value ^ value >> 32; };
  const char* const begin = word.data();
  const std::size_t size = word.size();
  std::uint64_t hash = size * 0x9E3779B97F4A7C15u;
  if (size >= 8) {  // overlapping eights, the last one at the end
    for (std::size_t at = 0; at + 8 < size; at += 8) hash = mix((hash ^ load(begin + at, 8)) * 0xC2B2AE3D27D4EB4Fu);
    hash ^= load(begin + size - 8, 8);
  } else if (size >= 4) {
    hash ^= load(begin, 4) << 32 | load(begin + size - 4, 4);
  } else if (size >= 2) {
    hash ^= load(begin, 2) << 16 | load(begin + size - 2, 2);
  } else if (size == 1) {
    hash ^= load(begin, 1);
  }
  return mix(mix(hash * 0x9FB21C651E98DF25u) * 0xD6E8FEB86659FD93u);
}

}  // namespace mahdar

#endif  // MAHDAR_TEXT_WORD_HASH_H_
