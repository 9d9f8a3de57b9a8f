#include "gazetteer/image.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "mahdar/mahdar.h"

namespace mahdar {

Image map_file(const std::string& path) {
  const auto fail = [&] { throw Error(path + ":0: " + (errno != 0 ? std::strerror(errno) : "empty")); };
  errno = 0;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail();
  struct stat status = {};
  const bool known = ::fstat(file, &status) == 0;
  const auto size = std::size_t(status.st_size);
  void* const data = known && size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  ::close(file);
  if (data == MAP_FAILED) fail();
  return {{static_cast<const char*>(data), size}, {data, [size](void* mapped) { ::munmap(mapped, size); }}};
}

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

ImageReader::ImageReader(const Image& image, std::string_view name)
    : rest_(image.bytes), owner_(image.owner), name_(name) {
  if (reinterpret_cast<std::uintptr_t>(rest_.data()) % 8 != 0) fail("not aligned");
}

std::string_view ImageReader::read_bytes() {
  std::uint64_t size = 0;
  if (rest_.size() >= 8) std::memcpy(&size, rest_.data(), 8);
  if (rest_.size() < 8 || size > rest_.size() - 8) fail("cut off, or of another version");
  const std::string_view bytes = rest_.substr(8, size);
  rest_.remove_prefix(std::min<std::size_t>(rest_.size(), 8 + (size + 7) / 8 * 8));
  return bytes;
}

void ImageReader::fail(const std::string& what) const { throw Error(name_ + ":0: " + what); }

}  // namespace mahdar
