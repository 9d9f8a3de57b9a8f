// Units, offsets, spans, parts of years, and values of which no day is known.
#include <fmt/format.h>

#include "time/resolve.h"
#include "time/value.h"

namespace mahdar {
namespace {

using std::chrono::days;

std::optional<Day> anchor_of(Direction direction, const TimeContext& c) {
  return direction >= Direction::kSame ? c.last : c.published;
}

// The day, week, month ... that lies `count` units from a day.
void set_unit(TimeMention& t, Unit unit, Day from, int count) {
  const CivilDate now = civil(from);
  switch (unit) {
    case Unit::kMinute:
    case Unit::kHour: set_day(t, from); break;
    case Unit::kDay:
    case Unit::kNight: set_day(t, from + days(count)); break;
    case Unit::kWeek: set_week(t, week_start(from) + days(7 * count)); break;
    case Unit::kMonth: {
      const CivilDate month = month_of_index(month_index(now.year, now.month) + count);
      set_month(t, month.year, month.month);
      break;
    }
    case Unit::kYear: set_year(t, now.year + count); break;
    case Unit::kDecade: set_decade(t, now.year / 10 + count); break;
    case Unit::kCentury: set_century(t, now.year / 100 + count); break;
  }
}

// The other end of a span of units that ends or begins on a day.
Day shift(Day from, Unit unit, int count) {
  switch (unit) {
    case Unit::kMinute:
    case Unit::kHour: return from;
    case Unit::kDay:
    case Unit::kNight: return from + days(count);
    case Unit::kWeek: return from + days(7 * count);
    case Unit::kMonth: return add_months(from, count);
    case Unit::kYear: return add_months(from, 12 * count);
    case Unit::kDecade: return add_months(from, 120 * count);
    case Unit::kCentury: return add_months(from, 1200 * count);
  }
  return from;
}

// The year of a phrase that has only a year part.
std::optional<int> plain_year(const Phrase& p, const TimeContext& c, TimeMention& t) {
  t.basis = TimeBasis::kAbsolute;
  if (p.year.year != 0) return p.year.year;
  const auto anchor = anchor_of(p.year.direction, c);
  t.basis = TimeBasis::kUnresolved;
  if (!anchor) return std::nullopt;
  t.basis = p.year.direction >= Direction::kSame ? TimeBasis::kText : TimeBasis::kPublished;
  return civil(*anchor).year + steps(p.year.direction);
}

// The nth or last such weekday of the month that the mention holds.
bool set_nth_weekday(const Phrase& p, TimeMention& t) {
  t.grain = Grain::kDay;
  if (!t.first) return t.timex.reset(), true;
  const Day day = p.ordinal < 0 ? weekday_on_or_before(*t.last, p.weekday)
                                : weekday_on_or_after(*t.first, p.weekday) + days(7 * (p.ordinal - 1));
  if (day > *t.last) return false;
  set_day(t, day);
  return true;
}

constexpr int kSaturday = 6;
constexpr int kFarthest = 900;  // a longer way back or ahead, in years, is not reckoned

bool reckonable(Unit unit, int count) {
  const int years = unit == Unit::kCentury  ? count * 100
                    : unit == Unit::kDecade ? count * 10
                    : unit == Unit::kYear   ? count
                                            : count / 12;
  return count >= 0 && years < kFarthest;
}

}  // namespace

bool resolve_unit(const Phrase& p, const TimeContext& c, TimeMention& t) {
  static constexpr Grain kGrains[] = {Grain::kMinute, Grain::kHour, Grain::kDay,    Grain::kDay,    Grain::kWeek,
                                      Grain::kMonth,  Grain::kYear, Grain::kDecade, Grain::kCentury};
  t.grain = kGrains[int(p.unit)];
  const auto anchor = anchor_of(p.direction, c);
  if (!anchor) return true;
  set_unit(t, p.unit, *anchor, steps(p.direction));
  t.basis = p.direction >= Direction::kSame ? TimeBasis::kText : TimeBasis::kPublished;
  return true;
}

bool resolve_offset(const Phrase& p, const TimeContext& c, TimeMention& t) {
  const bool ahead = p.direction == Direction::kFuture;
  if (p.count == 0) {
    if (ahead && (p.future || p.alone)) {
      set_unresolved(t, "FUTURE_REF", Grain::kNone);
      return true;
    }
    return resolve_duration(p, t);
  }
  // "after two days" without "from now" tells an order of events, if nothing says that it lies ahead.
  const bool told = (!ahead || p.future || p.alone) && p.unit > Unit::kHour;
  if (!told || !c.published || !reckonable(p.unit, p.count)) return resolve_duration(p, t);
  set_unit(t, p.unit, *c.published, ahead ? p.count : -p.count);
  t.basis = TimeBasis::kPublished;
  return true;
}

bool resolve_duration(const Phrase& p, TimeMention& t) {
  t.type = TimeType::kDuration;
  set_unresolved(t, duration(p.unit, p.count), Grain::kDuration);
  return true;
}

bool resolve_span(const Phrase& p, const TimeContext& c, TimeMention& t) {
  resolve_duration(p, t);
  if (!c.published || p.count == 0 || !reckonable(p.unit, p.count)) return true;
  const bool ahead = p.direction == Direction::kFuture;
  const Day other = shift(*c.published, p.unit, ahead ? p.count : -p.count);
  t.first = ahead ? *c.published : other;
  t.last = ahead ? other : *c.published;
  t.basis = TimeBasis::kPublished;
  return true;
}

bool resolve_decade(const Phrase& p, const TimeContext& c, TimeMention& t) {
  constexpr int kTwentieth = 19, kFirstUnsaid = 3;
  int century = kTwentieth;
  t.basis = TimeBasis::kAbsolute;
  if (p.ordinal != 0) {
    century = p.ordinal - 1;
  } else if (p.direction != Direction::kNone && c.published) {
    century = civil(*c.published).year / 100 + steps(p.direction);
    t.basis = TimeBasis::kPublished;
  } else if (p.count < kFirstUnsaid) {
    century = kTwentieth;
  }
  set_decade(t, century * 10 + p.count);
  return true;
}

bool resolve_century(const Phrase& p, TimeMention& t) {
  if (p.ordinal < 1) return false;
  set_century(t, p.ordinal - 1);
  t.basis = TimeBasis::kAbsolute;
  return true;
}

bool resolve_season(const Phrase& p, const TimeContext& c, TimeMention& t) {
  t.grain = Grain::kSeason;
  if (p.year.given()) {
    const auto year = plain_year(p, c, t);
    if (year) set_season(t, *year, p.ordinal);
    return true;
  }
  if (!c.published || p.direction >= Direction::kSame) return true;
  const CivilDate now = civil(*c.published);
  t.basis = TimeBasis::kPublished;
  set_season(t, now.year, p.ordinal);
  if (p.direction == Direction::kPast || p.direction == Direction::kBeforePast) {
    if (*t.last >= *c.published) set_season(t, now.year - 1, p.ordinal);
    if (p.direction == Direction::kBeforePast) set_season(t, civil(*t.first).year - 1, p.ordinal);
  } else if (p.direction == Direction::kFuture && *t.first <= *c.published) {
    set_season(t, now.year + 1, p.ordinal);
  } else if (p.direction == Direction::kPresent && *t.first > *c.published + days(180)) {
    set_season(t, now.year - 1, p.ordinal);
  }
  return true;
}

bool resolve_weekend(const Phrase& p, const TimeContext& c, TimeMention& t) {
  t.grain = Grain::kWeekend;
  const auto anchor = anchor_of(p.direction, c);
  if (!anchor) return true;
  const bool before = p.past && p.direction == Direction::kPresent && weekday_of(*anchor) < kSaturday;
  set_weekend(t, week_start(*anchor) + days(7 * (before ? -1 : steps(p.direction))));
  t.basis = p.direction >= Direction::kSame ? TimeBasis::kText : TimeBasis::kPublished;
  t.mod = TimeMod::kNone;
  return true;
}

// "the coming quarter".
bool resolve_this_quarter(const Phrase& p, const TimeContext& c, TimeMention& t) {
  if (!c.published) return true;
  const CivilDate now = civil(*c.published);
  const int quarter = now.year * 4 + (now.month - 1) / 3 + steps(p.direction);
  set_quarter(t, quarter / 4, quarter % 4 + 1);
  t.basis = TimeBasis::kPublished;
  return true;
}

bool resolve_fraction(const Phrase& p, const TimeContext& c, TimeMention& t) {
  t.grain = p.count == 4 ? Grain::kQuarter : p.count == 2 ? Grain::kHalf : Grain::kRange;
  if (p.direction != Direction::kNone) return resolve_this_quarter(p, c, t);
  const auto year = plain_year(p, c, t);
  if (!year) return true;
  const int nth = p.ordinal < 0 ? p.count : p.ordinal;
  if (p.count == 4)
    set_quarter(t, *year, nth);
  else if (p.count == 2)
    set_half(t, *year, nth);
  else
    set_months(t, *year, nth * 4 - 3, nth * 4);
  return true;
}

bool resolve_months_of(const Phrase& p, const TimeContext& c, TimeMention& t) {
  t.grain = Grain::kRange;
  const auto year = plain_year(p, c, t);
  if (!year) return true;
  const int first = p.ordinal > 0 ? 1 : 13 - p.count, last = first + p.count - 1;
  if (p.count == 6)
    set_half(t, *year, p.ordinal > 0 ? 1 : 2);
  else
    set_months(t, *year, first, last);
  return true;
}

// "the first week of April": the month, with the days narrowed.
bool resolve_part_of_month(const Phrase& p, const TimeContext& c, TimeMention& t) {
  if (!resolve_month(p, c, t)) return false;
  if (p.weekday != 0) return set_nth_weekday(p, t);
  t.mod = p.ordinal == 1 ? TimeMod::kStart : p.ordinal < 0 ? TimeMod::kEnd : TimeMod::kMid;
  if (!t.first) return true;
  const Day start = *t.first, end = *t.last;
  t.first = p.ordinal < 0 ? end - days(p.count - 1) : start + days((p.ordinal - 1) * p.count);
  t.last = p.ordinal < 0 ? end : std::min(end, *t.first + days(p.count - 1));
  if (*t.first > end) t.first = start, t.last = end;
  return true;
}

bool resolve_reference(const Phrase& p, TimeMention& t) {
  const bool past = p.direction == Direction::kPast, present = p.direction == Direction::kPresent;
  set_unresolved(t, past ? "PAST_REF" : present ? "PRESENT_REF" : "FUTURE_REF", Grain::kNone);
  return true;
}

bool resolve_set(const Phrase& p, TimeMention& t) {
  static constexpr std::string_view kValues[] = {"P1D", "P1W", "P1M", "P1Y", "PT1H"};
  t.type = TimeType::kSet;
  if (p.count > 1) {
    set_unresolved(t, duration(p.unit, p.count), Grain::kNone);
    return true;
  }
  if (p.daypart != Daypart::kNone) {
    set_unresolved(t, fmt::format("XXXX-XX-XXT{}", daypart_code(p.daypart)), Grain::kNone);
    return true;
  }
  set_unresolved(t, p.weekday != 0 ? fmt::format("XXXX-WXX-{}", p.weekday) : std::string(kValues[p.set]), Grain::kNone);
  return true;
}

}  // namespace mahdar
