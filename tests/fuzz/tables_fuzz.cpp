// Any bytes as a table are read whole or refused with "file:line: what", and an overlay with them builds an extractor or
// throws mahdar::Error: nothing is half-loaded, nothing crashes.
//
// The input's first byte chooses which table the rest overlays; only where it is 0xF0 or more is an extractor built, which
// takes far longer than parsing.
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "gazetteer/table.h"
#include "mahdar/mahdar.h"
#include "promise.h"

namespace {

using mahdar::fuzz::require;
namespace fs = std::filesystem;

constexpr const char* kTables[] = {"people.tsv",          "tenures.tsv",      "ar/people.tsv",  "ar/rules/events.tsv",
                                   "ar/rules/macros.tsv", "ar/verbs.tsv",     "ar/nouns.tsv",   "ar/paradigms.tsv",
                                   "ar/dates/words.tsv",  "ar/topics.tsv",    "offices.tsv",    "ar/offices.tsv",
                                   "hijri.tsv",           "ar/furniture.tsv", "agreements.tsv", "places.tsv"};

// A directory of its own for this process.
const fs::path& overlay() {
  static const fs::path made = [] {
    const fs::path path = fs::temp_directory_path() / ("mahdar-tables-fuzz-" + std::to_string(getpid()));
    fs::create_directories(path / "ar" / "rules");
    fs::create_directories(path / "ar" / "dates");
    return path;
  }();
  return made;
}

void check_message(const std::string& what) {
  require(!what.empty() && what.find(':') != std::string::npos, "an error names the file and what is wrong");
}

void build_with(const char* table, std::string_view content) {
  const fs::path path = overlay() / table;
  std::ofstream(path, std::ios::binary) << content;
  try {
    mahdar::Options options;
    options.data_directory = overlay().string();
    const mahdar::Extractor built(options);
    require(!built.version().empty(), "what is built works");
  } catch (const mahdar::Error& error) {
    check_message(error.what());
  }
  fs::remove(path);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view content(reinterpret_cast<const char*>(data) + 1, size - 1);
  const char* const table = kTables[data[0] % std::size(kTables)];
  try {
    const mahdar::Table parsed = mahdar::Table::parse(table, content);
    for (const auto& row : parsed.rows())
      require(row.cells.size() == parsed.rows()[0].cells.size(), "all rows have the header's cells");
  } catch (const mahdar::Error& error) {
    check_message(error.what());
    return 0;
  }
  if (data[0] >= 0xF0) build_with(table, content);
  return 0;
}
