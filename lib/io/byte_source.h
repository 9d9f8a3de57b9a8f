// A stream of bytes as lines, with a look ahead.
#ifndef MAHDAR_IO_BYTE_SOURCE_H_
#define MAHDAR_IO_BYTE_SOURCE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "io/bytes.h"

namespace mahdar {

constexpr std::string_view kBlank = " \t\r\n\v\f";
bool is_blank(std::string_view text);

// What has been read of a stream and not yet been taken. Reads no further than it is asked to, so that a line is there
// as soon as it has been written.
class ByteSource {
 public:
  // `most`: no item has that many bytes.
  ByteSource(ByteStream& in, std::size_t most) : in_(in), most_(most) {}

  std::size_t most() const { return most_; }
  // What went wrong; the input ends there.
  const std::optional<std::string>& failure() const { return failure_; }

  // What is at hand of the input, without taking it; empty at the end.
  std::string_view peek();
  // As peek, but at least `size` bytes, where there are so many.
  std::string_view peek(std::size_t size);
  void skip(std::size_t bytes) { at_ += bytes; }
  void skip_bom();

  // The first character that is no space, without taking it; 0 where there is none among the first bytes.
  char first_character();
  // The first line that is not blank, without taking it or its line break; cut where it is long.
  std::string_view peek_line();

  // Puts text back before what is left.
  void put_back(std::string text);

  // Appends up to the end of the line, without the line break. False at the end of the input. `fits` tells whether all
  // of it went into `line`; if not, the rest of the line is skipped by the next call.
  bool read_line(std::string& line, bool& fits);

  // Appends all that is left, or as much of it as may be.
  void read_all(std::string& text, bool& fits);

 private:
  bool append(std::string& out, std::string_view piece) const;
  bool fill();
  void skip_line();

  ByteStream& in_;
  std::size_t most_;
  std::string block_;
  std::size_t at_ = 0;  // what stands before it is taken
  bool in_skipped_line_ = false;
  bool ended_ = false;
  std::optional<std::string> failure_;
};

}  // namespace mahdar

#endif  // MAHDAR_IO_BYTE_SOURCE_H_
