#include "file_bytes.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace extract_events {

FileBytes::FileBytes(const std::string& path, std::atomic<std::uint64_t>& count)
    : descriptor_(path.empty() ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)), count_(count) {
  if (descriptor_ < 0) throw std::runtime_error(std::strerror(errno));
}

FileBytes::~FileBytes() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

std::size_t FileBytes::read(char* to, std::size_t most) {
  for (;;) {
    const ssize_t got = ::read(descriptor_, to, most);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw std::runtime_error(std::string("reading failed: ") + std::strerror(errno));
    count_ += std::uint64_t(got);
    return std::size_t(got);
  }
}

}  // namespace extract_events
