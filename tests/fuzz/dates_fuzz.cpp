// Any text gives its time expressions, whatever the article's day: spans are true, first days do not come after last ones,
// and the same bytes give the same times again.
//
// The input's first line is the article's day, the rest its text.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "mahdar/mahdar.h"
#include "promise.h"
#include "text/utf8.h"

namespace {

using mahdar::fuzz::check_quote;
using mahdar::fuzz::require;

const mahdar::Extractor& extractor() {
  static const mahdar::Extractor built = [] {
    mahdar::Options options;
    options.offset_unit = mahdar::OffsetUnit::kByte;
    return mahdar::Extractor(options);
  }();
  return built;
}

bool is_iso_day(const std::string& day) {
  if (day.size() != 10) return false;
  for (std::size_t i = 0; i < day.size(); ++i)
    if (i == 4 || i == 7 ? day[i] != '-' : day[i] < '0' || day[i] > '9') return false;
  return true;
}

void check_time(const mahdar::Time& time) {
  for (const auto& day : {time.start_date, time.end_date})
    require(!day || is_iso_day(*day), "a day is written YYYY-MM-DD");
  require(!time.start_date || !time.end_date || *time.start_date <= *time.end_date, "the first day comes first");
  require(time.basis != mahdar::TimeBasis::kUnresolved || !time.start_date, "what is not resolved has no day");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t newline = std::min(input.find('\n'), input.size());
  const std::string_view day = input.substr(0, newline);
  const std::string_view text = input.substr(std::min(newline + 1, input.size()));

  const bool well_formed = mahdar::is_well_formed_utf8(text);
  const auto times = extractor().find_times(text, day);
  const auto again = extractor().find_times(text, day);
  require(times.size() == again.size(), "equal bytes give equal times");
  for (std::size_t i = 0; i < times.size(); ++i) {
    check_time(times[i]);
    require(times[i].timex == again[i].timex, "equal bytes give equal times");
    if (well_formed) check_quote(text, times[i].quote);  // otherwise offsets are into the repaired text
  }
  return 0;
}
