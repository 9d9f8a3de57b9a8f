// A record for people, on a terminal.
#ifndef MAHDAR_IO_TERMINAL_H_
#define MAHDAR_IO_TERMINAL_H_

#include <string>
#include <string_view>

#include "mahdar/mahdar.h"

namespace mahdar {

// A few lines on the article, and a block for each event. Ends with a newline. `colour`: with ANSI escapes.
MAHDAR_EXPORT std::string to_terminal_text(const Record& record, bool colour = false);

// Text of the input, made safe to print amid other text: without control and bidi characters, white space made single
// spaces, cut at a word's end after about `most` characters (0: not cut), and isolated by U+2068 and U+2069 unless it
// is in a script that runs from left to right.
MAHDAR_EXPORT std::string for_terminal(std::string_view text, std::size_t most = 0);

}  // namespace mahdar

#endif  // MAHDAR_IO_TERMINAL_H_
