// What every fuzzer says when a promise is broken.
#ifndef MAHDAR_TESTS_FUZZ_PROMISE_H_
#define MAHDAR_TESTS_FUZZ_PROMISE_H_

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "mahdar/record.h"

namespace mahdar::fuzz {

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

inline bool at_character(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

// Offsets count bytes here.
inline void check_span(std::string_view text, std::size_t start, std::size_t end) {
  require(start <= end && end <= text.size(), "a span lies in the text");
  require(at_character(text, start) && at_character(text, end), "a span begins and ends at a character");
}

inline void check_quote(std::string_view text, const Quote& quote) {
  check_span(text, quote.start, quote.end);
  require(text.substr(quote.start, quote.end - quote.start) == quote.text, "a quote is what the text has there");
}

}  // namespace mahdar::fuzz

#endif  // MAHDAR_TESTS_FUZZ_PROMISE_H_
