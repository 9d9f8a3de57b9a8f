// Time expressions of a document and the article's own day.
#ifndef MAHDAR_TIME_TIMES_H_
#define MAHDAR_TIME_TIMES_H_

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "gazetteer/table.h"
#include "mahdar/record.h"
#include "time/daypart.h"

namespace mahdar {

using Day = std::chrono::sys_days;

std::optional<Day> parse_iso_date(std::string_view text);  // YYYY-MM-DD, possibly followed by 'T...'; else nothing
std::string to_iso(Day day);

// A time expression found in a document.
struct TimeMention {
  TokenRange tokens;
  Span span;  // without a clitic before it
  TimeType type = TimeType::kDate;
  std::optional<std::string> timex;
  std::optional<Day> first;  // inclusive
  std::optional<Day> last;   // inclusive
  Grain grain = Grain::kNone;
  TimeMod mod = TimeMod::kNone;
  TimeBasis basis = TimeBasis::kUnresolved;
  Daypart daypart = Daypart::kNone;  // said, whether or not the value has it
  bool anchored = false;             // a duration counted from an event that the text names
  bool bare_weekday =
      false;  // a weekday with no direction, day word or date: resolved to the past unless a future cue governs it
};

// The day that an article's relative dates count from, and how it was learnt.
struct ArticleDay {
  std::optional<Day> day;
  PublishedBasis basis = PublishedBasis::kInput;
  std::vector<Warning> warnings;  // start and end in bytes
};

// The date grammar, compiled from ar/dates/*.tsv. Immutable; threads may share it.
class TimeGrammar {
 public:
  explicit TimeGrammar(const TableSet& tables);  // throws Error
  ~TimeGrammar();

  // The article's day, and its time expressions resolved against it. `given` is the article's published field, `url` its
  // address; both may be empty. Mentions are in the order of the text, none overlapping; boilerplate is left out.
  struct Reading {
    ArticleDay day;
    std::vector<TimeMention> times;
  };
  Reading read(const Document& doc, std::string_view given, std::string_view url) const;

  struct Impl;

 private:
  std::unique_ptr<const Impl> impl_;
};

}  // namespace mahdar

#endif  // MAHDAR_TIME_TIMES_H_
