#include "io/encoding.h"

namespace mahdar {
namespace {

constexpr std::size_t kBlock = 1 << 15;
constexpr std::size_t kLongestMark = 4;

// The encoding that a byte order mark tells; empty for UTF-8 and where there is none.
const char* told_by_mark(std::string_view bytes) {
  if (bytes.substr(0, 4) == std::string_view("\xFF\xFE\0\0", 4)) return "UTF-32";
  if (bytes.substr(0, 4) == std::string_view("\0\0\xFE\xFF", 4)) return "UTF-32";
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") return "UTF-16";
  return "";
}

}  // namespace

Utf8Bytes::Utf8Bytes(ByteStream& in, const std::string& encoding) : in_(in), started_(!encoding.empty()) {
  const std::string name = encoding_name(encoding);
  if (name != "UTF-8" && !encoding.empty()) decoder_.emplace(name.empty() ? encoding : name);
}

// Reads just as much as a mark may have, and no more than its first byte unless that can be one.
void Utf8Bytes::look_at_mark() {
  started_ = true;
  char bytes[kLongestMark];
  std::size_t size = in_.read(bytes, 1);
  const bool may_be = size > 0 && (bytes[0] == '\xFF' || bytes[0] == '\xFE' || bytes[0] == '\0');
  for (std::size_t got = may_be ? size : 0; got > 0 && size < kLongestMark; size += got)
    got = in_.read(bytes + size, kLongestMark - size);
  const std::string_view begin(bytes, size);
  const std::string encoding = told_by_mark(begin);
  if (encoding.empty()) {
    ready_ = begin;
  } else {
    decoder_.emplace(encoding);
    decoder_->decode(begin, false, ready_);
  }
}

std::size_t Utf8Bytes::take(char* to, std::size_t most) {
  const std::size_t taken = ready_.copy(to, most, at_);
  at_ += taken;
  return taken;
}

std::size_t Utf8Bytes::read(char* to, std::size_t most) {
  if (!started_) look_at_mark();
  if (at_ < ready_.size()) return take(to, most);
  if (!decoder_) return in_.read(to, most);
  for (ready_.clear(), at_ = 0; ready_.empty() && !ended_;) {
    char block[kBlock];
    const std::size_t got = in_.read(block, sizeof block);
    ended_ = got == 0;
    decoder_->decode(std::string_view(block, got), ended_, ready_);
  }
  return take(to, most);
}

}  // namespace mahdar
