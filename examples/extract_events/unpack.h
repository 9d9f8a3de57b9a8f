// Compressed input, told by its first bytes.
#ifndef MAHDAR_EXTRACT_EVENTS_UNPACK_H_
#define MAHDAR_EXTRACT_EVENTS_UNPACK_H_

#include <memory>
#include <string>

#include "io/bytes.h"

namespace extract_events {

// Another stream's bytes, unpacked where they are gzip or zstd (of one or more members), else as they are.
class UnpackedBytes : public mahdar::ByteStream {
 public:
  explicit UnpackedBytes(mahdar::ByteStream& in);
  ~UnpackedBytes() override;
  std::size_t read(char* to, std::size_t most) override;

  class Codec;  // one way of packing

 private:
  void look_at_magic();

  mahdar::ByteStream& in_;
  std::unique_ptr<Codec> codec_;  // none: as they are
  std::string begin_;             // what was read to tell
  bool started_ = false;
};

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_UNPACK_H_
