#include "output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace extract_events {

void write_out(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return;
  const int reason = errno;
  if (reason == EPIPE) throw OutputFailure{kPipeClosed};
  std::fprintf(stderr, "extract_events: output cannot be written: %s\n", std::strerror(reason));
  throw OutputFailure{kOutputFailed};
}

}  // namespace extract_events
