// A civil calendar of the tests' own, which counts day by day.
#ifndef MAHDAR_TESTS_TIME_CALENDAR_H_
#define MAHDAR_TESTS_TIME_CALENDAR_H_

#include <fmt/format.h>
#include <string>

namespace mahdar::test {

inline constexpr int kFirstYear = 1950, kLastYear = 2050;

inline int month_length(int year, int month) {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap ? 29 : kLengths[month - 1];
}

struct Date {
  int year, month, day;
  int weekday;  // Monday 1

  void next() {
    weekday = weekday % 7 + 1;
    if (++day <= month_length(year, month)) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
  void previous() {
    weekday = (weekday + 5) % 7 + 1;
    if (--day > 0) return;
    if (--month == 0) month = 12, --year;
    day = month_length(year, month);
  }
  Date moved(int days) const {
    Date date = *this;
    for (; days > 0; --days) date.next();
    for (; days < 0; ++days) date.previous();
    return date;
  }
  std::string iso() const { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }
  std::string iso_week() const {
    Date thursday = moved(4 - weekday), count = thursday;
    int week = 1;
    for (count = count.moved(-7); count.year == thursday.year; count = count.moved(-7)) ++week;
    return fmt::format("{:04}-W{:02}", thursday.year, week);
  }
  std::string iso_month(int months) const {
    const int index = year * 12 + month - 1 + months;
    return fmt::format("{:04}-{:02}", index / 12, index % 12 + 1);
  }
};

inline constexpr Date kStart = {1950, 1, 1, 7};  // a Sunday

}  // namespace mahdar::test

#endif  // MAHDAR_TESTS_TIME_CALENDAR_H_
