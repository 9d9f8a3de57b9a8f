// What the command line names as input, as single files.
#ifndef MAHDAR_EXTRACT_EVENTS_INPUTS_H_
#define MAHDAR_EXTRACT_EVENTS_INPUTS_H_

#include <functional>
#include <optional>
#include <string>

namespace extract_events {

struct Input {
  std::string path;                  // empty: standard input
  std::string name;                  // in ids: the file's name, or its path inside a directory that was named
  std::optional<std::string> error;  // why it cannot be read
};

// Takes an input; false: no more are wanted.
using TakeInput = std::function<bool(const Input&)>;

// The files of `path` in sorted order, with those of its directories, but none whose name begins with a dot.
bool each_input(const std::string& path, const TakeInput& take);

// Those of the paths that a file lists, one a line (or each ended by a byte of zero, as `find -print0` does).
bool each_listed_input(const std::string& list, const TakeInput& take);

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_INPUTS_H_
