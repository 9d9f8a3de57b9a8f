#include "inputs.h"

#include <algorithm>
#include <filesystem>

namespace extract_events {
namespace {

namespace fs = std::filesystem;

// Appends the files below `directory`. Links to directories are not followed, since they may lead in a circle.
void list_directory(const fs::path& top, const fs::path& directory, std::vector<Input>& inputs) {
  std::error_code failure;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(directory, failure), end; !failure && at != end; at.increment(failure))
    entries.push_back(*at);
  if (failure) inputs.push_back({directory.string(), directory.lexically_relative(top).string(), failure.message()});
  std::sort(entries.begin(), entries.end());
  for (const fs::directory_entry& entry : entries) {
    const fs::path& path = entry.path();
    std::error_code ignored;
    if (path.filename().string().front() == '.') continue;
    if (entry.is_directory(ignored) && !entry.is_symlink(ignored))
      list_directory(top, path, inputs);
    else if (entry.is_regular_file(ignored))
      inputs.push_back({path.string(), path.lexically_relative(top).string(), {}});
  }
}

}  // namespace

std::vector<Input> list_inputs(const std::string& path) {
  if (path == "-") return {{"", "stdin", {}}};
  std::error_code failure;
  const fs::path named(path);
  const fs::file_status status = fs::status(named, failure);
  if (!fs::exists(status)) return {{path, named.filename().string(), failure ? failure.message() : "no such file"}};
  std::vector<Input> inputs;
  if (fs::is_directory(status))
    list_directory(named, named, inputs);
  else
    inputs.push_back({path, named.filename().string(), {}});
  return inputs;
}

}  // namespace extract_events
