#include "unpack.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace extract_events {
namespace {

constexpr std::size_t kBlock = 1 << 16;
constexpr std::string_view kGzip = "\x1F\x8B", kZstd = "\x28\xB5\x2F\xFD";
constexpr std::string_view kSkippable = "\x2A\x4D\x18";  // after any of "\x50" to "\x5F"
constexpr std::size_t kMagic = 4;

}  // namespace

// Reads packed bytes block by block.
class UnpackedBytes::Codec {
 public:
  Codec(mahdar::ByteStream& in, std::string begin) : block_(std::move(begin)), in_(in) {}
  virtual ~Codec() = default;

  std::size_t read(char* to, std::size_t most) {
    for (;;) {
      if (at_ == block_.size() && !ended_) fill();
      const bool at_end = at_ == block_.size();
      if (at_end && complete()) return 0;
      const std::size_t got = unpack(to, most);
      if (got > 0) return got;
      if (at_end) throw std::runtime_error("the compressed data end too early");
    }
  }

 protected:
  // Unpacks from block_, from at_, which it moves.
  virtual std::size_t unpack(char* to, std::size_t most) = 0;
  // Whether the data may end here.
  virtual bool complete() const = 0;

  std::string block_;
  std::size_t at_ = 0;

 private:
  void fill() {
    block_.resize(kBlock);
    at_ = 0;
    block_.resize(in_.read(block_.data(), kBlock));
    ended_ = block_.empty();
  }

  mahdar::ByteStream& in_;
  bool ended_ = false;
};

namespace {

class Gunzip : public UnpackedBytes::Codec {
 public:
  Gunzip(mahdar::ByteStream& in, std::string begin) : Codec(in, std::move(begin)) {
    constexpr int kGzipOnly = 16;
    if (inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~Gunzip() override { inflateEnd(&stream_); }
  Gunzip(const Gunzip&) = delete;

 private:
  std::size_t unpack(char* to, std::size_t most) override {
    if (between_) {  // bytes of zero may fill up a tape's block
      while (at_ < block_.size() && block_[at_] == '\0') ++at_;
      if (at_ == block_.size()) return 0;
      inflateReset(&stream_);
      between_ = false;
    }
    stream_.next_in = reinterpret_cast<Bytef*>(block_.data() + at_);
    stream_.avail_in = uInt(block_.size() - at_);
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = uInt(std::min(most, kBlock));
    const std::size_t room = stream_.avail_out;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    at_ = block_.size() - stream_.avail_in;
    between_ = result == Z_STREAM_END;
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
      throw std::runtime_error(std::string("broken gzip data: ") + (stream_.msg ? stream_.msg : "no reason is known"));
    return room - stream_.avail_out;
  }
  bool complete() const override { return between_; }

  z_stream stream_ = {};
  bool between_ = false;  // two members
};

class Unzstd : public UnpackedBytes::Codec {
 public:
  Unzstd(mahdar::ByteStream& in, std::string begin) : Codec(in, std::move(begin)) {
    if (!stream_) throw std::bad_alloc();
  }

 private:
  std::size_t unpack(char* to, std::size_t most) override {
    ZSTD_inBuffer in{block_.data(), block_.size(), at_};
    ZSTD_outBuffer out{to, most, 0};
    wanted_ = ZSTD_decompressStream(stream_.get(), &out, &in);
    if (ZSTD_isError(wanted_)) throw std::runtime_error(std::string("broken zstd data: ") + ZSTD_getErrorName(wanted_));
    at_ = in.pos;
    return out.pos;
  }
  bool complete() const override { return wanted_ == 0; }

  struct Free {
    void operator()(ZSTD_DCtx* stream) const { ZSTD_freeDCtx(stream); }
  };
  std::unique_ptr<ZSTD_DCtx, Free> stream_{ZSTD_createDCtx()};
  std::size_t wanted_ = 1;  // bytes that the frame still needs; 0 between frames
};

bool is_zstd(std::string_view begin) {
  return begin == kZstd || (begin.size() == kMagic && (begin[0] & 0xF0) == 0x50 && begin.substr(1) == kSkippable);
}

}  // namespace

UnpackedBytes::UnpackedBytes(mahdar::ByteStream& in) : in_(in) {}
UnpackedBytes::~UnpackedBytes() = default;

// Reads on only while what is there may be the beginning of packed data.
void UnpackedBytes::look_at_magic() {
  started_ = true;
  char bytes[kMagic];
  std::size_t size = 0, wanted = 1;
  while (size < wanted) {
    const std::size_t got = in_.read(bytes + size, wanted - size);
    if (got == 0) break;
    size += got;
    const unsigned char first = static_cast<unsigned char>(bytes[0]);
    if (first == 0x1F) wanted = kGzip.size();
    if (first == 0x28 || (first & 0xF0) == 0x50)
      wanted = size == 1 || bytes[1] == (first == 0x28 ? kZstd[1] : kSkippable[0]) ? kMagic : 1;
  }
  begin_.assign(bytes, size);
  if (begin_ == kGzip)
    codec_ = std::make_unique<Gunzip>(in_, std::exchange(begin_, {}));
  else if (is_zstd(begin_))
    codec_ = std::make_unique<Unzstd>(in_, std::exchange(begin_, {}));
}

std::size_t UnpackedBytes::read(char* to, std::size_t most) {
  if (!started_) look_at_magic();
  if (codec_) return codec_->read(to, most);
  if (begin_.empty()) return in_.read(to, most);
  const std::size_t taken = begin_.copy(to, most);
  begin_.erase(0, taken);
  return taken;
}

}  // namespace extract_events
