#include "text/offsets.h"

namespace mahdar {
namespace {

// Units that the character whose first byte this is takes; 0 for its other bytes.
std::size_t width(char byte, OffsetUnit unit) {
  const auto value = static_cast<unsigned char>(byte);
  if ((value & 0xC0) == 0x80) return 0;
  return unit == OffsetUnit::kUtf16 && value >= 0xF0 ? 2 : 1;
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
  if (unit == OffsetUnit::kByte) return;
  std::uint32_t offset = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStride == 0) marks_.push_back(offset);
    offset += std::uint32_t(width(text[i], unit));
  }
  if (text.size() % kStride == 0) marks_.push_back(offset);
}

std::size_t OffsetMap::operator()(std::uint32_t byte) const {
  if (unit_ == OffsetUnit::kByte) return byte;
  std::size_t offset = marks_[byte / kStride];
  for (std::size_t i = byte / kStride * kStride; i < byte; ++i) offset += width(text_[i], unit_);
  return offset;
}

}  // namespace mahdar
