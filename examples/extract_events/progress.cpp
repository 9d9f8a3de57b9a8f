#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace extract_events {
namespace {

constexpr std::chrono::milliseconds kQuietTime(1000), kPause(250);
constexpr const char* kClearLine = "\r\x1B[K";

std::string clock_time(double seconds) {
  const long long whole = static_cast<long long>(seconds + 0.5);
  return whole < 3600 ? fmt::format("{}:{:02}", whole / 60, whole % 60)
                      : fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

Progress::Progress(bool quiet) : quiet_(quiet) {
  if (!quiet && ::isatty(STDERR_FILENO)) thread_ = std::thread([this] { show(); });
}

Progress::~Progress() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
  }
  stop_.notify_all();
  thread_.join();
}

void Progress::show() {
  std::unique_lock<std::mutex> lock(mutex_);
  const auto stopping = [this] { return stopping_; };
  if (stop_.wait_for(lock, kQuietTime, stopping)) return;
  do {
    std::fprintf(stderr, "%s%s", kClearLine, line().c_str());
    shown_ = true;
  } while (!stop_.wait_for(lock, kPause, stopping));
  std::fputs(kClearLine, stderr);
}

std::string Progress::line() const {
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  const std::uint64_t read = bytes, total = total_bytes;
  std::string out = fmt::format("{} documents, {:.1f} MB/s", documents.load(), double(read) / 1e6 / seconds);
  if (read > 0 && total >= read)
    out += fmt::format(", {}%, {} left", read * 100 / total, clock_time(seconds * double(total - read) / double(read)));
  if (errors > 0) out += fmt::format(", {} errors", errors.load());
  return out;
}

void Progress::say(const std::string& line) {
  if (quiet_) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  std::fprintf(stderr, "%s%s\n", shown_ ? kClearLine : "", line.c_str());
}

}  // namespace extract_events
