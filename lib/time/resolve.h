// From what the words say to the days they mean.
#ifndef MAHDAR_TIME_RESOLVE_H_
#define MAHDAR_TIME_RESOLVE_H_

#include "time/calendar.h"
#include "time/phrase.h"
#include "time/times.h"

namespace mahdar {

// What a relative expression counts from.
struct TimeContext {
  std::optional<Day> published;
  std::optional<Day> today;    // what "today" is: the article's day, unless its weekday says otherwise
  std::optional<int> heading;  // the past year that a heading above names
  std::optional<Day> last;     // the first day of the date named before in the text
};

// Reckons the value of phrases. Immutable; threads may share it.
class Resolver {
 public:
  Resolver(const TableSet& tables, const DateWords& words);  // throws Error

  // Fills type, value, days, grain, mod and basis. False where the words make no date (31 February).
  bool resolve(const Phrase& phrase, const TimeContext& context, TimeMention& time) const;

  // The day of a full date, by either calendar.
  std::optional<Day> full_date(const Phrase& phrase) const;

 private:
  bool resolve_shape(const Phrase& p, const TimeContext& c, TimeMention& t) const;
  bool resolve_date(const Phrase& p, const TimeContext& c, TimeMention& t) const;
  bool resolve_hijri(const Phrase& p, const TimeContext& c, TimeMention& t) const;
  bool resolve_hijri_year(const Phrase& p, TimeMention& t) const;
  bool resolve_holiday(const Phrase& p, const TimeContext& c, TimeMention& t) const;

  HijriCalendar hijri_;
  const DateWords& words_;
};

// The pieces, each of which fills a mention (resolve_date.cpp, resolve_unit.cpp).
bool resolve_deictic(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_weekday(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_day_month(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_month(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_year(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_unit(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_offset(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_span(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_duration(const Phrase& p, TimeMention& t);
bool resolve_decade(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_century(const Phrase& p, TimeMention& t);
bool resolve_season(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_weekend(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_this_quarter(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_fraction(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_months_of(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_part_of_month(const Phrase& p, const TimeContext& c, TimeMention& t);
bool resolve_reference(const Phrase& p, TimeMention& t);
bool resolve_set(const Phrase& p, TimeMention& t);

}  // namespace mahdar

#endif  // MAHDAR_TIME_RESOLVE_H_
