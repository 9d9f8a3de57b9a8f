#include "inputs.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <vector>

namespace extract_events {
namespace {

namespace fs = std::filesystem;

bool by_path(const fs::directory_entry& a, const fs::directory_entry& b) { return a.path() < b.path(); }

// Links to directories are not followed, since they may lead in a circle; one that leads nowhere is an error.
bool each_file(const fs::path& top, const fs::path& directory, const TakeInput& take) {
  std::error_code failure;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(directory, failure), end; !failure && at != end; at.increment(failure))
    entries.push_back(*at);
  if (failure && !take({directory.string(), directory.lexically_relative(top).string(), failure.message()}))
    return false;
  std::sort(entries.begin(), entries.end(), by_path);
  for (const fs::directory_entry& entry : entries) {
    const fs::path& path = entry.path();
    const std::string name = path.lexically_relative(top).string();
    std::error_code ignored;
    if (path.filename().string().front() == '.') continue;
    bool goes_on = true;
    if (entry.is_directory(ignored) && !entry.is_symlink(ignored))
      goes_on = each_file(top, path, take);
    else if (entry.is_regular_file(ignored))
      goes_on = take({path.string(), name, {}});
    else if (entry.is_symlink(ignored) && !entry.exists(ignored))
      goes_on = take({path.string(), name, "the link leads nowhere"});
    if (!goes_on) return false;
  }
  return true;
}

}  // namespace

bool each_input(const std::string& path, const TakeInput& take) {
  if (path == "-") return take({"", "stdin", {}});
  std::error_code failure;
  const fs::path named(path);
  const fs::file_status status = fs::status(named, failure);
  if (fs::is_directory(status)) return each_file(named, named, take);
  Input input{path, named.filename().string(), {}};
  if (!fs::exists(status)) input.error = failure ? failure.message() : "no such file";
  return take(input);
}

bool each_listed_input(const std::string& list, const TakeInput& take) {
  std::ifstream file;
  if (list != "-") {
    file.open(list, std::ios::binary);
    if (!file) return take({list, fs::path(list).filename().string(), std::strerror(errno)});
  }
  std::istream& in = list == "-" ? std::cin : file;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end = std::min(line.find('\0', at), line.size());
      if (end > at && !each_input(line.substr(at, end - at), take)) return false;
      at = end + 1;
    }
  }
  return true;
}

}  // namespace extract_events
