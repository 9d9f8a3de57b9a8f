// A set of folded words without pointers, each with a number.
#ifndef MAHDAR_GAZETTEER_WORD_TABLE_H_
#define MAHDAR_GAZETTEER_WORD_TABLE_H_

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/image.h"
#include "text/word_hash.h"

namespace mahdar {

// An open hash table over part of an image, which must outlive it. Immutable; threads may share it.
class WordTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  WordTable() = default;
  explicit WordTable(ImageReader& reader);  // throws Error

  // Numbers are below this.
  std::size_t size() const { return slots_.size(); }
  // The word's number, or kNone. `hash` is its word_hash; the text is compared too.
  std::uint32_t find(std::string_view word, std::uint64_t hash) const;
  std::size_t count(std::string_view word) const { return find(word, word_hash(word)) == kNone ? 0 : 1; }

  // Writes a table of words, all different; returns the number of each.
  static std::vector<std::uint32_t> write(const std::deque<std::string>& words, ImageWriter& writer);

 private:
  struct Slot {
    std::uint32_t tag = 0;  // part of the hash
    std::uint32_t text = 0;
    std::uint32_t size = 0;  // 0: the slot is free
  };
  std::span<const std::uint64_t> filter_;  // a bit for each hash: most words that are asked for are not there
  std::span<const Slot> slots_;
  std::string_view text_;
};

// Where a key stands in an open hash table: a number below `size`, by the upper half of its hash; and the next try.
inline std::size_t slot_of(std::uint64_t hash, std::size_t size) {
  return std::size_t((hash >> 32) * std::uint64_t(size) >> 32);
}
inline std::size_t next_slot(std::size_t slot, std::size_t size) { return slot + 1 == size ? 0 : slot + 1; }
// Slots for so many keys: three of four are taken, and one is always free.
inline std::size_t slots_for(std::size_t keys) { return keys + keys / 3 + 1; }

}  // namespace mahdar

#endif  // MAHDAR_GAZETTEER_WORD_TABLE_H_
