#include "output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace extract_events {
namespace {

// The unfinished file, for a signal that ends the program.
char unfinished_name[4096];

extern "C" void remove_unfinished(int signal) {
  if (unfinished_name[0]) ::unlink(unfinished_name);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void remember_unfinished(const std::string& name) {
  if (unfinished_name[0] || name.size() >= sizeof unfinished_name) return;  // the main one comes first and goes last
  std::memcpy(unfinished_name, name.c_str(), name.size() + 1);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, remove_unfinished);
}

bool is_regular_or_new(const std::string& path) {
  struct stat status;
  return ::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

// A new file beside the one that is to be written, with its rights.
std::FILE* open_beside(const std::string& path, std::string& name) {
  name = path + ".XXXXXX";
  const int descriptor = ::mkstemp(name.data());
  if (descriptor < 0) return nullptr;
  remember_unfinished(name);
  struct stat old;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(descriptor, ::stat(path.c_str(), &old) == 0 ? old.st_mode & 07777 : 0666 & ~mask);
  return ::fdopen(descriptor, "wb");
}

}  // namespace

Output::Output(std::string path) : path_(std::move(path)), file_(stdout) {
  if (path_.empty()) return;
  file_ = is_regular_or_new(path_) ? open_beside(path_, unfinished_) : std::fopen(path_.c_str(), "wb");
  if (!file_) {
    unfinished_.clear();
    fail(errno);
  }
}

Output::~Output() {
  if (file_ != stdout) std::fclose(file_);
  if (!unfinished_.empty()) ::unlink(unfinished_.c_str());
}

void Output::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail(errno);
}

void Output::flush() {
  if (std::fflush(file_) != 0) fail(errno);
}

void Output::commit() {
  flush();
  if (unfinished_.empty()) return;
  if (::fsync(::fileno(file_)) != 0 && errno != EINVAL) fail(errno);
  if (::rename(unfinished_.c_str(), path_.c_str()) != 0) fail(errno);
  if (unfinished_ == unfinished_name) unfinished_name[0] = 0;
  unfinished_.clear();
}

void Output::fail(int reason) {
  if (reason != EPIPE)
    std::fprintf(stderr, "extract_events: %s cannot be written: %s\n", path_.empty() ? "output" : path_.c_str(),
                 std::strerror(reason));
  if (!unfinished_.empty()) ::unlink(unfinished_.c_str());
  std::_Exit(reason == EPIPE ? kPipeClosed : kOutputFailed);
}

}  // namespace extract_events
