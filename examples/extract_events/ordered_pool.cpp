#include "ordered_pool.h"

#include <utility>

namespace extract_events {
namespace {

constexpr std::size_t kJobsPerThread = 64;

}  // namespace

OrderedPool::OrderedPool(std::size_t threads, std::size_t most_bytes, Sink sink)
    : most_jobs_(threads * kJobsPerThread), most_bytes_(most_bytes), sink_(std::move(sink)) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

OrderedPool::~OrderedPool() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
  }
  work_there_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

// One task always has room, however large it is.
void OrderedPool::add(Task task, std::size_t bytes) {
  std::unique_lock<std::mutex> lock(mutex_);
  room_there_.wait(
      lock, [&] { return failure_ || jobs_.empty() || (jobs_.size() < most_jobs_ && bytes_ + bytes <= most_bytes_); });
  if (failure_) std::rethrow_exception(failure_);
  jobs_.push_back({std::move(task), bytes, {}, false});
  bytes_ += bytes;
  lock.unlock();
  work_there_.notify_one();
}

void OrderedPool::finish() {
  std::unique_lock<std::mutex> lock(mutex_);
  room_there_.wait(lock, [&] { return failure_ || (jobs_.empty() && !handing_over_); });
  if (failure_) std::rethrow_exception(failure_);
}

void OrderedPool::fail(std::exception_ptr failure) {
  if (!failure_) failure_ = std::move(failure);
  room_there_.notify_all();
}

void OrderedPool::work() {
  std::unique_lock<std::mutex> lock(mutex_);
  for (;;) {
    work_there_.wait(lock, [&] { return stopping_ || failure_ || started_ < jobs_.size(); });
    if (stopping_ || failure_) return;
    Job& job = jobs_[started_++];  // stays where it is: a deque grows and shrinks at its ends only
    lock.unlock();
    std::string result;
    std::exception_ptr failure;
    try {
      result = job.task();
    } catch (...) {
      failure = std::current_exception();
    }
    job.task = nullptr;
    lock.lock();
    if (failure) return fail(failure);
    job.result = std::move(result);
    bytes_ += job.result.size();
    job.bytes += job.result.size();
    job.done = true;
    if (!handing_over_) hand_over(lock);
  }
}

// Hands over the results at the front, as far as they are done, without the lock.
void OrderedPool::hand_over(std::unique_lock<std::mutex>& lock) {
  handing_over_ = true;
  while (!jobs_.empty() && jobs_.front().done && !failure_) {
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    --started_;
    const bool all_done = jobs_.empty();
    lock.unlock();
    std::exception_ptr failure;
    try {
      sink_(job.result, all_done);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    bytes_ -= job.bytes;
    if (failure) fail(failure);
    room_there_.notify_all();
  }
  handing_over_ = false;
  room_there_.notify_all();
}

}  // namespace extract_events
