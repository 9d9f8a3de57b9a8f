#include "io/bytes.h"

namespace mahdar {

ByteStream::~ByteStream() = default;

std::size_t MemoryBytes::read(char* to, std::size_t most) {
  const std::size_t taken = rest_.copy(to, most);
  rest_.remove_prefix(taken);
  return taken;
}

}  // namespace mahdar
