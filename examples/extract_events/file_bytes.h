// The bytes of files and pipes, unpacked.
#ifndef MAHDAR_EXTRACT_EVENTS_FILE_BYTES_H_
#define MAHDAR_EXTRACT_EVENTS_FILE_BYTES_H_

#include <atomic>
#include <cstdint>
#include <string>

#include "io/bytes.h"

namespace extract_events {

// A file, or standard input. Counts what it reads.
class FileBytes : public mahdar::ByteStream {
 public:
  // Throws std::runtime_error that says why the file cannot be opened. An empty path is standard input.
  FileBytes(const std::string& path, std::atomic<std::uint64_t>& count);
  ~FileBytes() override;
  FileBytes(const FileBytes&) = delete;
  std::size_t read(char* to, std::size_t most) override;

 private:
  int descriptor_;
  std::atomic<std::uint64_t>& count_;
};

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_FILE_BYTES_H_
