#include "text/offsets.h"

#include <cstring>

namespace mahdar {
namespace {

// Units that the character whose first byte this is takes; 0 for its other bytes.
std::size_t width(char byte, OffsetUnit unit) {
  const auto value = static_cast<unsigned char>(byte);
  if ((value & 0xC0) == 0x80) return 0;
  return unit == OffsetUnit::kUtf16 && value >= 0xF0 ? 2 : 1;
}

// Units of eight bytes at once. A character begins at each byte but 10xxxxxx, and takes two UTF-16 units at 1111xxxx.
std::uint32_t width_of_eight(const char* bytes, OffsetUnit unit) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  const std::uint64_t inner = eight >> 7 & ~(eight >> 6) & kOnes;
  std::uint64_t units = kOnes - inner;
  if (unit == OffsetUnit::kUtf16) units += eight >> 7 & eight >> 6 & eight >> 5 & eight >> 4 & kOnes;
  return std::uint32_t(units * kOnes >> 56);
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
  if (unit == OffsetUnit::kByte) return;
  marks_.reserve(text.size() / kStride + 1);
  std::uint32_t offset = 0;
  for (std::size_t at = 0; at + kStride <= text.size(); at += kStride) {
    marks_.push_back(offset);
    for (std::size_t i = at; i < at + kStride; i += 8) offset += width_of_eight(text.data() + i, unit);
  }
  marks_.push_back(offset);
}

std::size_t OffsetMap::operator()(std::uint32_t byte) const {
  if (unit_ == OffsetUnit::kByte) return byte;
  std::size_t offset = marks_[byte / kStride], at = byte / kStride * kStride;
  for (; at + 8 <= byte; at += 8) offset += width_of_eight(text_.data() + at, unit_);
  for (; at < byte; ++at) offset += width(text_[at], unit_);
  return offset;
}

}  // namespace mahdar
