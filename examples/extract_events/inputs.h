// What the command line names as input, as single files.
#ifndef MAHDAR_EXTRACT_EVENTS_INPUTS_H_
#define MAHDAR_EXTRACT_EVENTS_INPUTS_H_

#include <optional>
#include <string>
#include <vector>

namespace extract_events {

struct Input {
  std::string path;                  // empty: standard input
  std::string name;                  // in ids: the file's name, or its path inside a directory that was named
  std::optional<std::string> error;  // why it cannot be read
};

// The files of `path` in sorted order, with those of its directories, but none whose name begins with a dot.
std::vector<Input> list_inputs(const std::string& path);

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_INPUTS_H_
