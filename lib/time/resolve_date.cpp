// Days, months and years: which one is meant.
#include <fmt/format.h>

#include <cstdlib>

#include "time/resolve.h"
#include "time/value.h"

namespace mahdar {
namespace {

using std::chrono::days;

// A month without a year is seldom more than this far ahead (of 41,686 articles' months, 23 % lie one
// to three ahead, 69 % none to six back).
constexpr int kMonthsAhead = 3;
constexpr int kMonthsAheadWithCue = 7;

// The day that "the same" and "the following" count from.
std::optional<Day> anchor_of(Direction direction, const TimeContext& c) {
  return direction >= Direction::kSame ? c.last : c.published;
}

TimeBasis basis_of(Direction direction) {
  return direction >= Direction::kSame ? TimeBasis::kText : TimeBasis::kPublished;
}

// The year of a month without one.
int year_of_month(int month, const Phrase& p, Day today) {
  const CivilDate now = civil(today);
  const int ahead = (month - now.month + 12) % 12;
  const int here = month_index(now.year, now.month);
  const int farthest = p.past ? 0 : p.future ? kMonthsAheadWithCue : kMonthsAhead;
  int index = here + (ahead <= farthest ? ahead : ahead - 12);
  switch (p.month_direction) {
    case Direction::kPast:
      index = here + ahead - 12;
      if (ahead == 0 && p.day != 0 && p.day <= now.day) index = here;
      break;
    case Direction::kBeforePast: index = here + ahead - 24; break;
    case Direction::kFuture:
      index = here + (ahead == 0 ? 12 : ahead);
      if (ahead == 0 && p.day >= now.day) index = here;
      break;
    case Direction::kAfterNext: index = here + (ahead == 0 ? 12 : ahead) + 12; break;
    case Direction::kPresent: index = here + (ahead <= 6 ? ahead : ahead - 12); break;
    default: break;
  }
  return month_of_index(index).year;
}

// The year among the three around `year` in which the date falls on its weekday, or `year`.
int year_of_weekday(const Phrase& p, int year, Day today) {
  constexpr long kSlip = 10;  // days around the article's in which another weekday is a slip
  std::optional<int> best;
  long least = 0;
  const auto near = make_day(year, p.month, p.day);
  if (near && std::labs(long((*near - today).count())) <= kSlip) return year;
  for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
    const auto day = make_day(candidate, p.month, p.day);
    if (!day || weekday_of(*day) != p.weekday) continue;
    const long distance = std::labs(long((*day - today).count()));
    if (!best || distance < least) best = candidate, least = distance;
  }
  return best.value_or(year);
}

// Nothing where the year is not said and cannot be told.
std::optional<int> year_of(const Phrase& p, const TimeContext& c, TimeMention& t) {
  if (p.yearly) {
    t.type = TimeType::kSet;
    return std::nullopt;
  }
  if (p.year.year != 0) {
    t.basis = TimeBasis::kAbsolute;
    return p.year.year;
  }
  if (p.year.direction != Direction::kNone) {
    const auto anchor = anchor_of(p.year.direction, c);
    if (!anchor) return std::nullopt;
    t.basis = basis_of(p.year.direction);
    return civil(*anchor).year + steps(p.year.direction);
  }
  if (c.heading && p.month_direction == Direction::kNone && p.weekday == 0 && !p.future) {
    t.basis = TimeBasis::kText;
    return c.heading;
  }
  const auto anchor = anchor_of(p.month_direction, c);
  if (!anchor) return std::nullopt;
  t.basis = basis_of(p.month_direction);
  if (p.month_direction >= Direction::kSame) return civil(*anchor).year;
  const int year = year_of_month(p.month, p, *anchor);
  return p.weekday != 0 && p.day != 0 ? year_of_weekday(p, year, *anchor) : year;
}

// Of two names that disagree, the month that the weekday or the article's day supports.
int agreed_month(const Phrase& p, const TimeContext& c) {
  if (p.other_month == 0) return p.month;
  Phrase first = p, second = p;
  first.other_month = second.other_month = 0;
  second.month = p.other_month;
  TimeMention a, b;
  if (!resolve_day_month(first, c, a) || !a.first || !resolve_day_month(second, c, b) || !b.first) return p.month;
  if (p.weekday != 0)
    return weekday_of(*a.first) != p.weekday && weekday_of(*b.first) == p.weekday ? second.month : first.month;
  if (!c.published || p.year.year != 0) return first.month;
  const auto distance = [&](Day day) { return std::labs(long((day - *c.published).count())); };
  constexpr long kNear = 45, kFar = 120;
  return distance(*a.first) > kFar && distance(*b.first) < kNear ? second.month : first.month;
}

bool set_day_or_days(const Phrase& p, int year, int month, TimeMention& t) {
  const auto first = make_day(year, month, p.day);
  if (!first) return false;
  set_day(t, *first);
  if (p.last_day == 0) return true;
  const auto last = make_day(year, month, p.last_day);
  if (!last) return false;
  set_days(t, *first, *last);
  return true;
}

bool resolve_day_of_direction(const Phrase& p, const TimeContext& c, TimeMention& t) {
  const auto anchor = anchor_of(p.month_direction, c);
  t.grain = Grain::kDay;
  if (!anchor) return true;
  const CivilDate now = civil(*anchor);
  const CivilDate month = month_of_index(month_index(now.year, now.month) + steps(p.month_direction));
  t.basis = basis_of(p.month_direction);
  return set_day_or_days(p, month.year, month.month, t);
}

bool resolve_one_weekday(const Phrase& p, const TimeContext& c, TimeMention& t) {
  const bool bare = p.weekday_direction == Direction::kNone && p.week_direction == Direction::kNone;
  t.bare_weekday = bare;
  const Direction direction = bare                                   ? Direction::kNone
                              : p.week_direction != Direction::kNone ? p.week_direction
                                                                     : p.weekday_direction;
  const auto anchor = anchor_of(direction, c);
  if (!anchor) {
    set_unresolved(t, fmt::format("XXXX-WXX-{}", p.weekday), Grain::kDay);
    return true;
  }
  t.basis = basis_of(direction);
  if (p.week_direction != Direction::kNone) {
    set_day(t, week_start(*anchor) + days(7 * steps(direction) + p.weekday - 1));
    return true;
  }
  const Day past = weekday_on_or_before(*anchor - days(1), p.weekday),
            future = weekday_on_or_after(*anchor + days(1), p.weekday);
  switch (direction) {
    case Direction::kPast:
    case Direction::kPreceding: set_day(t, past); break;
    case Direction::kBeforePast: set_day(t, past - days(7)); break;
    case Direction::kFuture:
    case Direction::kFollowing: set_day(t, future); break;
    case Direction::kAfterNext: set_day(t, future + days(7)); break;
    case Direction::kPresent: set_day(t, nearest_weekday(*anchor, p.weekday)); break;
    case Direction::kSame: set_day(t, weekday_on_or_before(*anchor, p.weekday)); break;
    case Direction::kNone:
      set_day(t, p.future ? weekday_on_or_after(*anchor, p.weekday) : weekday_on_or_before(*anchor, p.weekday));
      break;
  }
  return true;
}

}  // namespace

bool resolve_day_month(const Phrase& p, const TimeContext& c, TimeMention& t) {
  if (p.month_of_direction) return resolve_day_of_direction(p, c, t);
  const int month = agreed_month(p, c);
  Phrase date = p;
  date.month = month;
  const auto year = year_of(date, c, t);
  if (year) return set_day_or_days(date, *year, month, t);
  constexpr int kLeapYear = 2000;
  if (!make_day(kLeapYear, month, p.day)) return false;
  std::string value = fmt::format("XXXX-{:02}-{:02}", month, p.day);
  if (p.last_day != 0) value += fmt::format("/XXXX-{:02}-{:02}", month, p.last_day);
  set_unresolved(t, value, p.last_day != 0 ? Grain::kRange : Grain::kDay);
  return true;
}

bool resolve_month(const Phrase& p, const TimeContext& c, TimeMention& t) {
  const auto year = year_of(p, c, t);
  if (year)
    set_month(t, *year, p.month);
  else
    set_unresolved(t, fmt::format("XXXX-{:02}", p.month), Grain::kMonth);
  return true;
}

bool resolve_year(const Phrase& p, const TimeContext& c, TimeMention& t) {
  if (!p.year.given()) return false;
  const auto year = year_of(p, c, t);
  if (year)
    set_year(t, *year);
  else
    t.grain = Grain::kYear;
  return true;
}

// "yesterday, Tuesday": where they disagree by a day or so, the weekday wins over the article's stamp.
bool resolve_deictic(const Phrase& p, const TimeContext& c, TimeMention& t) {
  t.grain = Grain::kDay;
  if (!c.today) {
    if (p.weekday != 0) t.timex = fmt::format("XXXX-WXX-{}", p.weekday);
    return true;
  }
  Day day = *c.today + days(*p.deictic);
  if (p.weekday != 0) day = nearest_weekday(day, p.weekday);
  t.basis = TimeBasis::kPublished;
  set_day(t, day);
  return true;
}

bool resolve_weekday(const Phrase& p, const TimeContext& c, TimeMention& t) {
  if (!resolve_one_weekday(p, c, t)) return false;
  if (p.last_weekday != 0 && t.first) set_days(t, *t.first, *t.first + days((p.last_weekday - p.weekday + 7) % 7));
  return true;
}

}  // namespace mahdar
