#include "time/value.h"

#include <fmt/format.h>

namespace mahdar {
namespace {

using std::chrono::days;

constexpr int kWinter = 3;
constexpr std::string_view kSeasonCodes[] = {"SP", "SU", "FA", "WI"};

void set(TimeMention& t, std::string timex, Grain grain, Day first, Day last) {
  t.timex = std::move(timex);
  t.grain = grain;
  t.first = first;
  t.last = last;
}

}  // namespace

void set_day(TimeMention& t, Day day) { set(t, to_iso(day), Grain::kDay, day, day); }

void set_week(TimeMention& t, Day monday) {
  const IsoWeek week = iso_week(monday);
  set(t, fmt::format("{:04}-W{:02}", week.year, week.week), Grain::kWeek, monday, monday + days(6));
}

void set_weekend(TimeMention& t, Day monday) {
  const IsoWeek week = iso_week(monday);
  set(t, fmt::format("{:04}-W{:02}-WE", week.year, week.week), Grain::kWeekend, monday + days(5), monday + days(6));
}

void set_month(TimeMention& t, int year, int month) {
  set(t, fmt::format("{:04}-{:02}", year, month), Grain::kMonth, month_start(year, month), month_end(year, month));
}

void set_year(TimeMention& t, int year) {
  set(t, fmt::format("{:04}", year), Grain::kYear, month_start(year, 1), month_end(year, 12));
}

void set_decade(TimeMention& t, int decade) {
  set(t, fmt::format("{:03}", decade), Grain::kDecade, month_start(decade * 10, 1), month_end(decade * 10 + 9, 12));
}

void set_century(TimeMention& t, int century) {
  set(t, fmt::format("{:02}", century), Grain::kCentury, month_start(century * 100, 1),
      month_end(century * 100 + 99, 12));
}

void set_quarter(TimeMention& t, int year, int quarter) {
  set(t, fmt::format("{:04}-Q{}", year, quarter), Grain::kQuarter, month_start(year, quarter * 3 - 2),
      month_end(year, quarter * 3));
}

void set_half(TimeMention& t, int year, int half) {
  set(t, fmt::format("{:04}-H{}", year, half), Grain::kHalf, month_start(year, half * 6 - 5),
      month_end(year, half * 6));
}

// Meteorological seasons; the winter of a year ends it.
void set_season(TimeMention& t, int year, int season) {
  const int first = season * 3 + 3;
  const CivilDate last = month_of_index(month_index(year, first) + 2);
  set(t, fmt::format("{:04}-{}", year, kSeasonCodes[season]), Grain::kSeason, month_start(year, first),
      month_end(last.year, last.month));
  static_assert(kWinter == 3);
}

void set_months(TimeMention& t, int year, int first, int last) {
  set(t, fmt::format("{0:04}-{1:02}/{0:04}-{2:02}", year, first, last), Grain::kRange, month_start(year, first),
      month_end(year, last));
}

void set_days(TimeMention& t, Day first, Day last) {
  set(t, to_iso(first) + "/" + to_iso(last), Grain::kRange, first, last);
}

void set_years(TimeMention& t, int first, int last) {
  set(t, fmt::format("{:04}/{:04}", first, last), Grain::kRange, month_start(first, 1), month_end(last, 12));
}

void set_unresolved(TimeMention& t, std::string timex, Grain grain) {
  t.timex = std::move(timex);
  t.grain = grain;
  t.basis = TimeBasis::kUnresolved;
}

std::string duration(Unit unit, int count) {
  static constexpr std::string_view kLetters[] = {"M", "H", "D", "D", "W", "M", "Y", "DE", "CE"};
  const std::string number = count == 0 ? "X" : fmt::format("{}", count);
  const bool clock = unit <= Unit::kHour;
  if (unit == Unit::kDecade && count != 0) return fmt::format("P{}Y", count * 10);
  if (unit == Unit::kCentury && count != 0) return fmt::format("P{}Y", count * 100);
  return fmt::format("P{}{}{}", clock ? "T" : "", number, kLetters[int(unit)]);
}

std::string_view daypart_code(Daypart daypart) {
  static constexpr std::string_view kCodes[] = {"", "MO", "AF", "EV", "NI"};
  return kCodes[int(daypart)];
}

int steps(Direction direction) {
  switch (direction) {
    case Direction::kBeforePast: return -2;
    case Direction::kPast:
    case Direction::kPreceding: return -1;
    case Direction::kFuture:
    case Direction::kFollowing: return 1;
    case Direction::kAfterNext: return 2;
    default: return 0;
  }
}

}  // namespace mahdar
