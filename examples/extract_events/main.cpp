// extract_events: news articles in, records of calls and meetings out.
#include <csignal>
#include <cstdio>
#include <iostream>

#include "options.h"
#include "output.h"
#include "run.h"

namespace extract_events {
namespace {

int main(int argc, char** argv) {
#ifdef SIGPIPE
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a failed write
#endif
  std::ios::sync_with_stdio(false);
  const ParsedCommandLine parsed = parse_command_line(argc, argv);
  try {
    if (parsed.error) {
      std::fprintf(stderr, "extract_events: %s\nTry 'extract_events --help'.\n", parsed.error->c_str());
      return kUsage;
    }
    if (parsed.command.show_help) return write_out(parsed.help), kDone;
    return run(parsed.command);
  } catch (const OutputFailure& failure) {
    return failure.code;
  } catch (const mahdar::Error& error) {
    std::fprintf(stderr, "extract_events: %s\n", error.what());
    return kUsage;
  }
}

}  // namespace
}  // namespace extract_events

int main(int argc, char** argv) { return extract_events::main(argc, argv); }
