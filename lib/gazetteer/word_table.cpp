#include "gazetteer/word_table.h"

#include "mahdar/mahdar.h"

namespace mahdar {
namespace {

constexpr std::size_t kFilterBits = 10;  // a word

std::size_t filter_bit(std::uint64_t hash, std::size_t words) {
  return slot_of(hash * 0x9E3779B97F4A7C15u, words * 64);
}

}  // namespace

WordTable::WordTable(ImageReader& reader)
    : filter_(reader.read<std::uint64_t>()), slots_(reader.read<Slot>()), text_(reader.read_text()) {
  if (filter_.empty() || slots_.empty()) reader.fail("a table of words is empty");
}

std::uint32_t WordTable::find(std::string_view word, std::uint64_t hash) const {
  const std::size_t bit = filter_bit(hash, filter_.size());
  if ((filter_[bit / 64] >> (bit % 64) & 1) == 0) return kNone;
  for (std::size_t at = slot_of(hash, slots_.size());; at = next_slot(at, slots_.size())) {
    const Slot& slot = slots_[at];
    if (slot.size == 0) return kNone;
    if (slot.tag == std::uint32_t(hash) && text_.substr(slot.text, slot.size) == word) return std::uint32_t(at);
  }
}

std::vector<std::uint32_t> WordTable::write(const std::deque<std::string>& words, ImageWriter& writer) {
  std::vector<std::uint64_t> filter(words.size() * kFilterBits / 64 + 1);
  std::vector<Slot> slots(slots_for(words.size()));
  std::vector<std::uint32_t> numbers;
  std::string text;
  for (const std::string& word : words) {
    const std::uint64_t hash = word_hash(word);
    const std::size_t bit = filter_bit(hash, filter.size());
    filter[bit / 64] |= std::uint64_t(1) << (bit % 64);
    std::size_t at = slot_of(hash, slots.size());
    while (slots[at].size != 0) at = next_slot(at, slots.size());
    slots[at] = {std::uint32_t(hash), std::uint32_t(text.size()), std::uint32_t(word.size())};
    numbers.push_back(std::uint32_t(at));
    text += word;
  }
  writer.add<std::uint64_t>(filter);
  writer.add<Slot>(slots);
  writer.add(text);
  return numbers;
}

}  // namespace mahdar
