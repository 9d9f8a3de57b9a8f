#include "time/calendar.h"

#include <algorithm>
#include <string>

#include "time/times.h"

namespace mahdar {
namespace {

using std::chrono::days;

constexpr int kMonths = 12;

}  // namespace

std::optional<Day> make_day(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                         std::chrono::day(unsigned(day))};
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1 || !date.ok()) return std::nullopt;
  return Day(date);
}

CivilDate civil(Day day) {
  const std::chrono::year_month_day date(day);
  return {int(date.year()), int(unsigned(date.month())), int(unsigned(date.day()))};
}

int weekday_of(Day day) { return int(std::chrono::weekday(day).iso_encoding()); }

Day week_start(Day day) { return day - days(weekday_of(day) - 1); }

Day month_start(int year, int month) {
  return Day(std::chrono::year(year) / std::chrono::month(unsigned(month)) / std::chrono::day(1));
}

Day month_end(int year, int month) {
  const CivilDate next = month_of_index(month_index(year, month) + 1);
  return month_start(next.year, next.month) - days(1);
}

IsoWeek iso_week(Day day) {
  const Day thursday = week_start(day) + days(3);
  const int year = civil(thursday).year;
  return {year, int((thursday - month_start(year, 1)).count()) / 7 + 1};
}

Day weekday_on_or_before(Day day, int weekday) { return day - days((weekday_of(day) - weekday + 7) % 7); }

Day weekday_on_or_after(Day day, int weekday) { return day + days((weekday - weekday_of(day) + 7) % 7); }

Day nearest_weekday(Day day, int weekday) { return weekday_on_or_before(day + days(3), weekday); }

Day add_months(Day day, int months) {
  const CivilDate from = civil(day);
  const CivilDate to = month_of_index(month_index(from.year, from.month) + months);
  return std::min(month_start(to.year, to.month) + days(from.day - 1), month_end(to.year, to.month));
}

HijriCalendar::HijriCalendar(const Table& table) {
  for (const Table::Row& row : table.rows()) {
    const auto first = parse_iso_date(table.cell(row, "first_day"));
    const std::vector<std::string> lengths = table.list(row, "days");
    const int year = std::atoi(table.cell(row, "year").c_str());
    if (starts_.empty()) first_year_ = year;
    if (!first || lengths.size() != kMonths) table.fail(row, "a first day and twelve months are needed");
    if (!starts_.empty() && (starts_.back() != *first || year != last_year() + 1))
      table.fail(row, "does not follow the year before");
    if (starts_.empty()) starts_.push_back(*first);
    for (const std::string& length : lengths) {
      const int count = std::atoi(length.c_str());
      if (count < 28 || count > 31) table.fail(row, "a month has 28 to 31 days");
      starts_.push_back(starts_.back() + days(count));
    }
  }
  if (starts_.empty()) table.fail({{}, 1}, "no year");
}

std::optional<Day> HijriCalendar::month_start(int year, int month) const {
  const int index = (year - first_year_) * kMonths + month - 1;
  if (month < 1 || month > kMonths || index < 0 || index + 1 >= int(starts_.size())) return std::nullopt;
  return starts_[std::size_t(index)];
}

std::optional<Day> HijriCalendar::month_end(int year, int month) const {
  const auto start = month_start(year, month);
  if (!start) return std::nullopt;
  return starts_[std::size_t((year - first_year_) * kMonths + month)] - days(1);
}

std::optional<Day> HijriCalendar::to_day(int year, int month, int day) const {
  const auto start = month_start(year, month);
  if (!start || day < 1) return std::nullopt;
  const Day result = *start + days(day - 1);
  // A thirtieth is at times printed of a month that has 29 days in the table.
  if (result > *month_end(year, month) && day != 30) return std::nullopt;
  return result;
}

std::optional<CivilDate> HijriCalendar::from_day(Day day) const {
  if (day < starts_.front() || day >= starts_.back()) return std::nullopt;
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), day);
  const int index = int(next - starts_.begin()) - 1;
  return CivilDate{first_year_ + index / kMonths, index % kMonths + 1, int((day - *(next - 1)).count()) + 1};
}

}  // namespace mahdar
