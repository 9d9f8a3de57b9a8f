// Standard output, with its failures told from one another.
#ifndef MAHDAR_EXTRACT_EVENTS_OUTPUT_H_
#define MAHDAR_EXTRACT_EVENTS_OUTPUT_H_

#include <string_view>

#include "options.h"

namespace extract_events {

// Output cannot go on; `code` is the exit status that says why.
struct OutputFailure {
  ExitCode code;
};

// Writes and flushes. Throws OutputFailure, with a message on standard error unless the reader went away.
void write_out(std::string_view text);

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_OUTPUT_H_
