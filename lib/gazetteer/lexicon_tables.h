// What the lexicon and its builder agree on: where a key stands in an open hash table.
#ifndef MAHDAR_GAZETTEER_LEXICON_TABLES_H_
#define MAHDAR_GAZETTEER_LEXICON_TABLES_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mahdar {

inline constexpr std::string_view kLexiconFormat = "mahdar lexicon 1";
inline constexpr std::uint64_t kFilterFactor = 0x9E3779B97F4A7C15u;

// A number below `size`, evenly spread, by the upper half of the hash.
inline std::size_t slot_of(std::uint64_t hash, std::size_t size) {
  return std::size_t((hash >> 32) * std::uint64_t(size) >> 32);
}

inline std::size_t next_slot(std::size_t slot, std::size_t size) { return slot + 1 == size ? 0 : slot + 1; }

inline std::uint64_t edge_hash(std::uint32_t node, std::uint32_t word) {
  std::uint64_t hash = (std::uint64_t(node) << 32 | word) * 0x9FB21C651E98DF25u;
  hash ^= hash >> 32;
  return hash * 0xD6E8FEB86659FD93u;
}

}  // namespace mahdar

#endif  // MAHDAR_GAZETTEER_LEXICON_TABLES_H_
