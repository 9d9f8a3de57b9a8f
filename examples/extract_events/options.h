// The command line.
#ifndef MAHDAR_EXTRACT_EVENTS_OPTIONS_H_
#define MAHDAR_EXTRACT_EVENTS_OPTIONS_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "io/articles.h"
#include "io/table.h"

namespace extract_events {

enum ExitCode { kDone = 0, kInputFailed = 1, kUsage = 2, kOutputFailed = 3, kPipeClosed = 141 };

enum class OutputFormat { kJson, kJsonLines, kCsv, kTsv, kText, kHtml, kBrat };

// Which events go out; an empty set: all.
struct EventFilter {
  double min_confidence = 0;
  bool main_only = false;
  std::set<mahdar::Status> statuses;
  std::set<mahdar::EventType> types;
};

struct CommandLine {
  std::vector<std::string> inputs;      // files, directories, "-"
  std::vector<std::string> files_from;  // files that list more of them
  mahdar::ReaderOptions reader;
  std::string published;  // the day of articles that have none

  OutputFormat format = OutputFormat::kJsonLines;
  mahdar::Rows rows = mahdar::Rows::kEvents;
  bool excel = false;
  EventFilter filter;
  mahdar::Options extractor;
  std::string output;  // empty: standard output
  bool explain = false;

  unsigned jobs = 0;  // 0: one a core
  bool strict = false;
  bool quiet = false;
  bool show_help = false;
  bool show_version = false;
  std::string show_schema;
};

// The command line's meaning, or what is wrong with it.
struct ParsedCommandLine {
  CommandLine command;
  std::string help;
  std::optional<std::string> error;
};

ParsedCommandLine parse_command_line(int argc, char** argv);

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_OPTIONS_H_
