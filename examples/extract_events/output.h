// Where the results go: standard output, or a file that appears once it is whole.
#ifndef MAHDAR_EXTRACT_EVENTS_OUTPUT_H_
#define MAHDAR_EXTRACT_EVENTS_OUTPUT_H_

#include <cstdio>
#include <string>
#include <string_view>

#include "options.h"

namespace extract_events {

// Takes text and passes it on, at the latest when told to flush. One thread at a time.
//
// Where output cannot go on, the program ends at once with the exit status that says why (another thread may be waiting
// for input that never comes), with a message on standard error unless the reader went away.
class Output {
 public:
  // A file's name, or empty for standard output.
  explicit Output(std::string path);
  // Unless `commit` has been called, nothing is left of a file.
  ~Output();
  Output(const Output&) = delete;

  void write(std::string_view text);
  void flush();
  // Flushes; a file takes its place.
  void commit();

 private:
  [[noreturn]] void fail(int reason);

  const std::string path_;
  std::string unfinished_;  // the name that the file has until then
  std::FILE* file_;
};

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_OUTPUT_H_
