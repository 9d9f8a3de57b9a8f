// Byte offsets told in the unit that a reader wants.
#ifndef MAHDAR_TEXT_OFFSETS_H_
#define MAHDAR_TEXT_OFFSETS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "mahdar/record.h"

namespace mahdar {

// Converts byte offsets into a text, which must outlive it. Linear to build, constant time to ask.
class OffsetMap {
 public:
  OffsetMap(std::string_view text, OffsetUnit unit);
  std::size_t operator()(std::uint32_t byte) const;

 private:
  static constexpr std::size_t kStride = 64;
  std::string_view text_;
  OffsetUnit unit_;
  std::vector<std::uint32_t> marks_;  // the offset at every kStride-th byte
};

}  // namespace mahdar

#endif  // MAHDAR_TEXT_OFFSETS_H_
