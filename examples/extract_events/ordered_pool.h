// Work for several threads whose results come out in the order in which it was given.
#ifndef MAHDAR_EXTRACT_EVENTS_ORDERED_POOL_H_
#define MAHDAR_EXTRACT_EVENTS_ORDERED_POOL_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace extract_events {

// Runs tasks, each of which yields text, on its threads, and hands the texts to a sink one at a time and in order.
// Holds a bounded number of tasks and of bytes: `add` waits for room. One thread adds.
class OrderedPool {
 public:
  using Task = std::function<std::string()>;
  // `all_done`: nothing else is under way, so this is the time to flush. Called by any thread, never by two at a time.
  using Sink = std::function<void(const std::string& text, bool all_done)>;

  OrderedPool(std::size_t threads, std::size_t most_bytes, Sink sink);
  ~OrderedPool();
  OrderedPool(const OrderedPool&) = delete;

  // `bytes`: what the task holds. Throws what a task or the sink has thrown.
  void add(Task task, std::size_t bytes);
  // Waits until all results are handed over. Throws as `add` does.
  void finish();

 private:
  struct Job {
    Task task;
    std::size_t bytes;
    std::string result;
    bool done = false;
  };

  void work();
  void hand_over(std::unique_lock<std::mutex>& lock);
  void fail(std::exception_ptr failure);

  const std::size_t most_jobs_, most_bytes_;
  const Sink sink_;
  std::mutex mutex_;
  std::condition_variable work_there_, room_there_;
  std::deque<Job> jobs_;  // in order; those before started_ are under way or done
  std::size_t started_ = 0;
  std::size_t bytes_ = 0;  // of all jobs
  bool handing_over_ = false, stopping_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_ORDERED_POOL_H_
