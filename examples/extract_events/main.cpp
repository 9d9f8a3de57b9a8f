// extract_events: news articles in, records of calls and meetings out.
#include <fmt/format.h>

#include <csignal>
#include <cstdio>

#include "options.h"
#include "output.h"
#include "run.h"
#include "schema.h"

namespace extract_events {
namespace {

std::string version(const CommandLine& command) {
  return fmt::format("{}\nICU {}, RE2 {}, libgumbo {}, zlib {}, zstd {}\n",
                     mahdar::Extractor(command.extractor).version(), MAHDAR_ICU_VERSION, MAHDAR_RE2_VERSION,
                     MAHDAR_GUMBO_VERSION, MAHDAR_ZLIB_VERSION, MAHDAR_ZSTD_VERSION);
}

ExitCode print(const std::string& text) {
  Output output("");
  output.write(text);
  output.commit();
  return kDone;
}

ExitCode main(int argc, char** argv) {
#ifdef SIGPIPE
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a failed write
#endif
  const ParsedCommandLine parsed = parse_command_line(argc, argv);
  const CommandLine& command = parsed.command;
  try {
    if (parsed.error) {
      std::fprintf(stderr, "extract_events: %s\nTry 'extract_events --help'.\n", parsed.error->c_str());
      return kUsage;
    }
    if (command.show_help) return print(parsed.help);
    if (command.show_version) return print(version(command));
    if (!command.show_schema.empty()) return print(schema(command.show_schema));
    return run(command);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "extract_events: %s\n", error.what());
    return kUsage;
  }
}

}  // namespace
}  // namespace extract_events

int main(int argc, char** argv) { return extract_events::main(argc, argv); }
