// Input in any encoding as UTF-8.
#ifndef MAHDAR_IO_ENCODING_H_
#define MAHDAR_IO_ENCODING_H_

#include <optional>
#include <string>

#include "io/bytes.h"
#include "text/decoder.h"

namespace mahdar {

// Another stream's bytes as UTF-8: from the encoding that is named, or UTF-16 and UTF-32 by their byte order mark; else
// they pass as they are.
class MAHDAR_EXPORT Utf8Bytes : public ByteStream {
 public:
  // Throws std::runtime_error where `encoding` is no name of one. Empty: told by the byte order mark.
  Utf8Bytes(ByteStream& in, const std::string& encoding);
  std::size_t read(char* to, std::size_t most) override;

 private:
  std::size_t take(char* to, std::size_t most);
  void look_at_mark();

  ByteStream& in_;
  std::optional<Decoder> decoder_;
  std::string ready_;  // to be handed on, from `at_`
  std::size_t at_ = 0;
  bool started_, ended_ = false;
};

}  // namespace mahdar

#endif  // MAHDAR_IO_ENCODING_H_
