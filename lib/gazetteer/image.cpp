#include "gazetteer/image.h"

#include "mahdar/mahdar.h"

namespace mahdar {

void ImageWriter::add_bytes(const void* data, std::size_t size) {
  words_.push_back(size);
  const std::size_t at = words_.size();
  words_.resize(at + (size + 7) / 8);
  if (size > 0) std::memcpy(words_.data() + at, data, size);
}

Image ImageWriter::finish() {
  const auto kept = std::make_shared<const std::vector<std::uint64_t>>(std::move(words_));
  return {{reinterpret_cast<const char*>(kept->data()), kept->size() * 8}, kept};
}

ImageReader::ImageReader(const Image& image, std::string_view name) : rest_(image.bytes), name_(name) {
  if (reinterpret_cast<std::uintptr_t>(rest_.data()) % 8 != 0) throw Error(name_ + ":0: not aligned");
}

std::string_view ImageReader::read_bytes() {
  std::uint64_t size = 0;
  if (rest_.size() >= 8) std::memcpy(&size, rest_.data(), 8);
  if (rest_.size() < 8 || size > rest_.size() - 8) throw Error(name_ + ":0: cut off, or of another version");
  const std::string_view bytes = rest_.substr(8, size);
  rest_.remove_prefix(std::min<std::size_t>(rest_.size(), 8 + (size + 7) / 8 * 8));
  return bytes;
}

}  // namespace mahdar
