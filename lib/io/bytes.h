// Bytes from somewhere, a piece at a time.
#ifndef MAHDAR_IO_BYTES_H_
#define MAHDAR_IO_BYTES_H_

#include <cstddef>
#include <string_view>

#include "mahdar/mahdar.h"

namespace mahdar {

// A stream of bytes that is read once, by one thread.
class MAHDAR_EXPORT ByteStream {
 public:
  virtual ~ByteStream();
  // Waits until there is at least one byte, and takes no more than `most`; 0 at the end. Throws std::runtime_error,
  // whose message says what is wrong with the input.
  virtual std::size_t read(char* to, std::size_t most) = 0;
};

// Bytes in memory, which must outlive it.
class MAHDAR_EXPORT MemoryBytes : public ByteStream {
 public:
  explicit MemoryBytes(std::string_view bytes) : rest_(bytes) {}
  std::size_t read(char* to, std::size_t most) override;

 private:
  std::string_view rest_;
};

}  // namespace mahdar

#endif  // MAHDAR_IO_BYTES_H_
