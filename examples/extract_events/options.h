// The command line.
#ifndef MAHDAR_EXTRACT_EVENTS_OPTIONS_H_
#define MAHDAR_EXTRACT_EVENTS_OPTIONS_H_

#include <optional>
#include <string>
#include <vector>

#include "io/articles.h"

namespace extract_events {

enum ExitCode { kDone = 0, kInputFailed = 1, kUsage = 2, kOutputFailed = 3, kPipeClosed = 141 };

enum class OutputFormat { kJson, kJsonLines, kText };

struct CommandLine {
  std::vector<std::string> inputs;  // files, directories, "-"
  mahdar::InputFormat input_format = mahdar::InputFormat::kDetect;
  OutputFormat format = OutputFormat::kJsonLines;
  std::string published;  // the day of articles that have none
  mahdar::Options extractor;
  bool explain = false;
  bool show_help = false;
  bool show_version = false;
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
