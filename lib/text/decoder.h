// Other encodings than UTF-8, by their names.
#ifndef MAHDAR_TEXT_DECODER_H_
#define MAHDAR_TEXT_DECODER_H_

#include <memory>
#include <string>
#include <string_view>

#include "mahdar/mahdar.h"

namespace mahdar {

// The name of an encoding as ICU knows it ("windows-1256", "UTF-16LE"), or empty where it knows none by that name.
// ISO-8859-1 and ASCII are read as windows-1252, as browsers do.
MAHDAR_EXPORT std::string encoding_name(std::string_view name);

// Turns bytes in an encoding into UTF-8, in pieces. What cannot be decoded becomes U+FFFD.
class MAHDAR_EXPORT Decoder {
 public:
  explicit Decoder(const std::string& encoding);  // throws std::runtime_error where ICU knows none by that name
  ~Decoder();

  // Appends to `out` what the bytes say; `last`: none follow.
  void decode(std::string_view bytes, bool last, std::string& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace mahdar

#endif  // MAHDAR_TEXT_DECODER_H_
