// From inputs to output.
#ifndef MAHDAR_EXTRACT_EVENTS_RUN_H_
#define MAHDAR_EXTRACT_EVENTS_RUN_H_

#include "options.h"

namespace extract_events {

// Writes what the command line asks for. Throws std::exception if the data or an option cannot be used.
ExitCode run(const CommandLine& command);

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_RUN_H_
