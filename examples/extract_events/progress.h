// How far the command has come, on standard error.
#ifndef MAHDAR_EXTRACT_EVENTS_PROGRESS_H_
#define MAHDAR_EXTRACT_EVENTS_PROGRESS_H_

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace extract_events {

// Shows a line that changes, from the first second on, where standard error is a terminal. Its counts may be raised by
// any thread.
class Progress {
 public:
  explicit Progress(bool quiet);
  ~Progress();

  std::atomic<std::uint64_t> bytes{0};        // read of the input
  std::atomic<std::uint64_t> total_bytes{0};  // of the input; 0: not known
  std::atomic<std::uint64_t> documents{0};    // done
  std::atomic<std::uint64_t> errors{0};

  // A line on standard error that stays.
  void say(const std::string& line);

 private:
  void show();
  std::string line() const;

  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  const bool quiet_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false, shown_ = false;
  std::thread thread_;
};

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_PROGRESS_H_
