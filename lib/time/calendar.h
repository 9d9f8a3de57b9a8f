// Days, weeks and months of the civil calendar, and the Umm al-Qura calendar by its table.
#ifndef MAHDAR_TIME_CALENDAR_H_
#define MAHDAR_TIME_CALENDAR_H_

#include <array>
#include <chrono>
#include <optional>
#include <vector>

#include "gazetteer/table.h"

namespace mahdar {

using Day = std::chrono::sys_days;

struct CivilDate {
  int year = 0;
  int month = 0;  // 1-12
  int day = 0;    // 1-31
};

// Years outside these are no years of news.
inline constexpr int kFirstYear = 1000;
inline constexpr int kLastYear = 2200;

std::optional<Day> make_day(int year, int month, int day);  // nothing for 30 February
CivilDate civil(Day day);
int weekday_of(Day day);  // Monday 1 ... Sunday 7
Day week_start(Day day);  // the Monday of its ISO week
Day month_start(int year, int month);
Day month_end(int year, int month);

// The ISO week's year and number.
struct IsoWeek {
  int year = 0;
  int week = 0;
};
IsoWeek iso_week(Day day);

// The latest such weekday not after `day`, and the earliest not before it.
Day weekday_on_or_before(Day day, int weekday);
Day weekday_on_or_after(Day day, int weekday);
Day nearest_weekday(Day day, int weekday);

// A month counted from January of the year 0, for arithmetic.
inline int month_index(int year, int month) { return year * 12 + month - 1; }
inline CivilDate month_of_index(int index) { return {index / 12, index % 12 + 1, 1}; }

// The same day n months on, or the month's last day.
Day add_months(Day day, int months);

// The Umm al-Qura calendar (hijri.tsv). Immutable; threads may share it.
class HijriCalendar {
 public:
  explicit HijriCalendar(const Table& table);  // throws Error

  int first_year() const { return first_year_; }
  int last_year() const { return first_year_ + int(starts_.size() / 12) - 1; }

  std::optional<Day> to_day(int year, int month, int day) const;  // nothing outside the table or the month
  std::optional<CivilDate> from_day(Day day) const;
  std::optional<Day> month_start(int year, int month) const;
  std::optional<Day> month_end(int year, int month) const;

 private:
  int first_year_ = 0;
  std::vector<Day> starts_;  // of each month, and one more after the last
};

}  // namespace mahdar

#endif  // MAHDAR_TIME_CALENDAR_H_
