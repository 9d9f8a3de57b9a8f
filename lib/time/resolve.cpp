#include "time/resolve.h"

#include "time/value.h"

namespace mahdar {
namespace {

using std::chrono::days;

constexpr int kHijriMonths = 12;

TimeBasis basis_of(bool absolute) { return absolute ? TimeBasis::kAbsolute : TimeBasis::kPublished; }

bool resolve_years(const Phrase& p, TimeMention& t) {
  set_years(t, p.year.year, p.year.last_year);
  t.basis = TimeBasis::kAbsolute;
  return true;
}

// A part of the day makes a time of a day.
void apply_daypart(const Phrase& p, TimeMention& t) {
  t.daypart = p.daypart;
  if (p.daypart == Daypart::kNone || !t.timex) return;
  t.timex = *t.timex + "T" + std::string(daypart_code(p.daypart));
  t.type = TimeType::kTime;
  t.grain = Grain::kDaypart;
}

}  // namespace

Resolver::Resolver(const TableSet& tables, const DateWords& words) : hijri_(tables.get("hijri.tsv")), words_(words) {}

std::optional<Day> Resolver::full_date(const Phrase& p) const {
  if (p.day == 0 || p.month == 0 || p.year.year == 0) return std::nullopt;
  return p.hijri ? hijri_.to_day(p.year.year, p.month, p.day) : make_day(p.year.year, p.month, p.day);
}

bool Resolver::resolve_hijri_year(const Phrase& p, TimeMention& t) const {
  const auto first = hijri_.month_start(p.year.year, 1), last = hijri_.month_end(p.year.year, kHijriMonths);
  if (!first) return false;
  set_days(t, *first, *last);
  t.basis = TimeBasis::kAbsolute;
  return true;
}

// A Hijri day or month. Without a year: the one nearest to the article's day, a past one sooner.
bool Resolver::resolve_hijri(const Phrase& p, const TimeContext& c, TimeMention& t) const {
  constexpr int kMonthsAhead = 3;
  int year = p.year.hijri ? p.year.year : 0;
  if (year == 0) {
    const auto today = c.published ? hijri_.from_day(*c.published) : std::nullopt;
    if (p.year.year != 0) {  // a Hijri month of a Gregorian year
      const auto then = hijri_.from_day(month_start(p.year.year, 7));
      if (!then) return false;
      year = then->year;
      const auto start = hijri_.month_start(year, p.month);
      if (start && civil(*start).year != p.year.year) year += civil(*start).year < p.year.year ? 1 : -1;
    } else if (!today) {
      t.grain = p.day != 0 ? Grain::kDay : Grain::kRange;
      return true;
    } else {
      const int now = today->year * kHijriMonths + today->month;
      const int ahead = (p.month - today->month + kHijriMonths) % kHijriMonths;
      int month = now + (ahead <= (p.future ? kHijriMonths - 1 : kMonthsAhead) ? ahead : ahead - kHijriMonths);
      if (p.month_direction == Direction::kPast)
        month = now + (ahead == 0 && p.day != 0 && p.day < today->day ? 0 : ahead - kHijriMonths);
      if (p.month_direction == Direction::kFuture)
        month = now + (ahead == 0 && p.day <= today->day ? kHijriMonths : ahead);
      if (p.year.direction != Direction::kNone)
        month = (today->year + steps(p.year.direction)) * kHijriMonths + p.month;
      year = (month - 1) / kHijriMonths;
    }
  }
  t.basis = basis_of(p.year.year != 0);
  if (p.day == 0) {
    const auto first = hijri_.month_start(year, p.month);
    if (!first) return false;
    set_days(t, *first, *hijri_.month_end(year, p.month));
    return true;
  }
  const auto day = hijri_.to_day(year, p.month, p.day);
  if (!day) return false;
  // Sighting may shift a month by a day: a weekday that is one off wins.
  const Day said = p.weekday != 0 ? nearest_weekday(*day, p.weekday) : *day;
  set_day(t, std::chrono::abs(said - *day) <= days(1) ? said : *day);
  if (p.last_day != 0) set_days(t, *day, *day + days(p.last_day - p.day));
  return true;
}

bool Resolver::resolve_holiday(const Phrase& p, const TimeContext& c, TimeMention& t) const {
  const Holiday& holiday = words_.holiday(p.holiday);
  Phrase date = p;
  date.hijri = holiday.hijri;
  date.month = holiday.month;
  date.day = holiday.day;
  date.month_direction = p.direction;
  const bool resolved = holiday.hijri ? resolve_hijri(date, c, t) : resolve_day_month(date, c, t);
  if (!resolved || !t.first) return resolved;
  if (p.ordinal > 1 && t.first == t.last) set_day(t, *t.first + days(p.ordinal - 1));
  return true;
}

bool Resolver::resolve_date(const Phrase& p, const TimeContext& c, TimeMention& t) const {
  if (p.hijri) return resolve_hijri(p, c, t);
  if (p.year.hijri && p.month == 0) return resolve_hijri_year(p, t);
  if (p.month != 0 && p.day != 0) return resolve_day_month(p, c, t);
  if (p.month_of_direction) return resolve_day_month(p, c, t);
  if (p.month != 0) return resolve_month(p, c, t);
  if (p.deictic) return resolve_deictic(p, c, t);
  if (p.weekday != 0) return resolve_weekday(p, c, t);
  return resolve_year(p, c, t);
}

bool Resolver::resolve(const Phrase& p, const TimeContext& c, TimeMention& t) const {
  t.mod = p.mod;
  t.anchored = p.anchored;
  t.type = TimeType::kDate;
  if (!resolve_shape(p, c, t)) return false;
  if (p.edge != 0 && t.first) set_day(t, p.edge > 0 ? *t.first : *t.last);
  if (p.edge != 0 && !t.first) t.timex.reset(), t.grain = Grain::kDay;
  return true;
}

bool Resolver::resolve_shape(const Phrase& p, const TimeContext& c, TimeMention& t) const {
  switch (p.shape) {
    case Shape::kDate: {
      if (!resolve_date(p, c, t)) return false;
      apply_daypart(p, t);
      return true;
    }
    case Shape::kYears: return resolve_years(p, t);
    case Shape::kUnit: return resolve_unit(p, c, t);
    case Shape::kOffset: return p.anchored ? resolve_duration(p, t) : resolve_offset(p, c, t);
    case Shape::kDuration: return resolve_duration(p, t);
    case Shape::kSince:
    case Shape::kSpan: return resolve_span(p, c, t);
    case Shape::kReference: return resolve_reference(p, t);
    case Shape::kDecade: return resolve_decade(p, c, t);
    case Shape::kCentury: return resolve_century(p, t);
    case Shape::kSeason: return resolve_season(p, c, t);
    case Shape::kWeekend: return resolve_weekend(p, c, t);
    case Shape::kFraction: return resolve_fraction(p, c, t);
    case Shape::kMonthsOf: return resolve_months_of(p, c, t);
    case Shape::kPartOfMonth: return resolve_part_of_month(p, c, t);
    case Shape::kHoliday: return resolve_holiday(p, c, t);
    case Shape::kSet: return resolve_set(p, t);
    case Shape::kNone: break;
  }
  return false;
}

}  // namespace mahdar
