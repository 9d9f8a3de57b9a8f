// Years, decades, centuries, seasons, feasts.
#include "time/reader.h"

namespace mahdar {

using enum WordClass;

At Reader::read_decade(At i, Phrase& p) const {
  At at = i;
  if (const Found unit = get(i, kUnit); unit && Unit(unit.value()) == Unit::kDecade && unit.sense->extra)
    at = unit.end;
  else if (unit && Unit(unit.value()) == Unit::kYear && unit.sense->detail == 3)
    at = unit.end;
  if (const At end = read_nth_decade(at, p); end != 0 && at != i) return end;
  const Found decade = get(at, kDecade);
  if (!decade || (at != i && decade.clitics != 0)) return 0;
  if (is(decade.end, kAgeAfter) || is(skip(decade.end, kOf), kAgeAfter)) return 0;
  p.shape = Shape::kDecade;
  p.count = decade.value();
  Phrase century;
  const At of = skip(decade.end, kOf);
  if (const At end = on_same_line(of) ? read_century(of, century) : 0) {
    p.ordinal = century.ordinal;
    p.direction = century.ordinal == 0 ? century.direction : Direction::kNone;
    return end;
  }
  p.direction = Direction::kNone;
  const Found last = get(decade.end, kModifier);
  return last && last.value() == int(Direction::kPast) ? last.end : decade.end;
}

// "the second decade of the 21st century".
At Reader::read_nth_decade(At i, Phrase& p) const {
  int nth = 0;
  Phrase century;
  At at = read_ordinal(i, nth);
  if (at == 0 && is(i, kLastFew)) nth = 10, at = get(i, kLastFew).end;
  const At of = at != 0 ? skip(at, kOf) : 0;
  const At end = of > at && at != 0 && nth <= 10 ? read_century(of, century) : 0;
  if (end == 0) return 0;
  p.shape = Shape::kDecade;
  p.count = nth - 1;
  p.ordinal = century.ordinal;
  p.direction = century.ordinal == 0 ? century.direction : Direction::kNone;
  return end;
}

At Reader::read_century(At i, Phrase& p) const {
  const Found unit = get(i, kUnit);
  if (!unit || Unit(unit.value()) != Unit::kCentury || !unit.sense->extra || unit.sense->detail != 1) return 0;
  p.unit = Unit::kCentury;
  int ordinal = 0;
  At end = read_ordinal(unit.end, ordinal);
  if (end == 0 && is(unit.end, kArticle) && is_number(get(unit.end, kArticle).end))
    end = read_number(get(unit.end, kArticle).end, ordinal);
  if (end == 0 && is_number(unit.end)) end = read_number(unit.end, ordinal);
  if (end != 0) {
    if (ordinal < 1 || ordinal > 21) return 0;
    YearPart era;
    end = read_year_mark(end, era);
    if (era.hijri || is(end, kBeforeChrist)) return 0;
    p.shape = Shape::kCentury;
    p.ordinal = ordinal;
    return end;
  }
  end = read_direction(unit.end, p.direction);
  if (end == 0) return 0;
  p.shape = Shape::kUnit;
  return end;
}

// "summer 2017", "last summer", "the autumn of this year".
At Reader::read_season(At i, Phrase& p) const {
  const At at = skip(i, kSeasonWord);
  const At here = is(at, kThis) ? skip(at, kThis) : at;
  const Found season = get(here, kSeason);
  if (!season || is(season.end, kNotMonthAfter)) return 0;
  p.shape = Shape::kSeason;
  p.ordinal = season.value();
  p.direction = here != at ? Direction::kPresent : Direction::kNone;
  At end = read_year(season.end, p.year, false);
  if (end != 0 && p.year.year != 0) {
    const bool two = punct(end, '/') || is_dash(end);
    YearPart second;
    const At last = two ? read_year_number(end + 1, second) : 0;
    if (last != 0 && second.year == p.year.year + 1) return last;
    return is(end, kCounted) ? 0 : end;
  }
  if (end != 0) return end;
  end = read_direction(season.end, p.direction);
  if (end != 0) return end;
  return p.direction != Direction::kNone ? season.end : 0;
}

At Reader::read_holiday(At i, Phrase& p) const {
  At at = i;
  Phrase feast = p;
  if (const Found nth = get(i, kConstruct)) {  // "the first day of the feast"
    at = nth.end;
    const Found days = get(at, kUnit);
    if (!days || Unit(days.value()) != Unit::kDay || nth.value() < 1) return 0;
    feast.ordinal = nth.value();
    at = days.end;
  }
  const Found holiday = get(at, kHoliday);
  if (!holiday) return 0;
  feast.shape = Shape::kHoliday;
  feast.holiday = holiday.value();
  At end = holiday.end;
  YearPart year;
  if (const At dated = read_year(end, year, false)) {
    feast.year = year;
    end = dated;
  } else if (const At modified = read_direction(end, feast.direction)) {
    end = modified;
  }
  p = feast;
  return end;
}

At Reader::read_reference(At i, Phrase& p) const {
  const Found word = get(i, kReference);
  if (!word) return 0;
  if (Direction(word.value()) == Direction::kFuture && is(word.end, kOf)) return 0;  // "close to"
  constexpr ClassSet kDated = {kDeictic, kWeekday, kThis, kDayWord, kUnit, kDaypart};
  if (is(i, kEarlier) && words_.meets(skip(word.end, kOf), kDated)) return 0;  // "earlier on Sunday"
  p.shape = Shape::kReference;
  p.direction = Direction(word.value());
  return word.end;
}

// "earlier in the week": this week.
At Reader::read_earlier(At i, Phrase& p) const {
  const Found earlier = get(i, kEarlier);
  if (!earlier) return 0;
  const At of = earlier.end;
  const Found unit = is(of, kOf) ? get(get(of, kOf).end, kUnit) : Found{};
  if (!unit || !unit.sense->extra || unit.sense->detail != 1 || unit.clitics != 0 || Unit(unit.value()) < Unit::kWeek)
    return 0;
  if (is(unit.end, kNotYearAfter) || is(unit.end, kOrdinal)) return 0;
  p.begin = unit.end - 1;
  p.shape = Shape::kUnit;
  p.unit = Unit(unit.value());
  p.direction = Direction::kPresent;
  const At modified = read_direction(unit.end, p.direction);
  return modified != 0 ? modified : unit.end;
}

// "between 1950 and 1953" with the word "years", "2014-2018".
At Reader::read_years(At i, Phrase& p) const {
  const Found unit = get(i, kUnit);
  const bool years = unit && Unit(unit.value()) == Unit::kYear;
  if (unit && !years) return 0;
  const bool lead = before(i, kBetween), of = before(i, kOf);
  const At at = years ? unit.end : i;
  YearPart first, second;
  const At number = read_year_number(at, first);
  if (number == 0 || !on_same_line(number)) return 0;
  At next = 0;
  const At dashed = after_dash(number);
  if (dashed != 0 || punct(number, '/'))
    next = dashed != 0 ? dashed : number + 1;
  else if ((years || lead) && is(number, kAnd))
    next = get(number, kAnd).end;
  else if ((years || of) && is(number, kUntil))
    next = get(number, kUntil).end;
  if (next == 0) return 0;
  next = skip(next, kYearWord);
  At end = read_year_number(next, second);
  if (end == 0 || second.year <= first.year) return 0;
  const bool bracketed = i > first_ && punct(i - 1, '(') && punct(end, ')');
  const bool marked = years || lead || of || bracketed;
  if (is(number, kAnd) && !lead && second.year != first.year + 1) return 0;  // two years, no span
  const At after = dashed != 0 ? dashed : number + 1;
  const bool even = glued(number) == glued(after) && (dashed != 0 || glued(number));  // "2014-2018", "2014 - 2018"
  if (!marked && !even) return 0;
  for (YearPart third; years && is(number, kAnd) && is(end, kAnd); third = {}) {  // 2011 and 2012 and 2013
    const At after = read_year_number(get(end, kAnd).end, third);
    if (after == 0 || third.year != second.year + 1) break;
    second = third, end = after;
  }
  if (first.year < kFirstBareYear && !years) return 0;
  if (second.year > kLastBareYear || is(end, kCounted)) return 0;
  p.shape = Shape::kYears;
  p.year = first;
  p.year.last_year = second.year;
  return end;
}

// Whether the number is the second of "1999 and 2004".
bool Reader::follows_year(At i) const {
  if (i < first_ + 3 || !is_number(i - 2) || (!is(i - 1, kAnd) && !is(i - 1, kOr))) return false;
  const int before_it = figures(i - 2);
  if (before_it < kFirstBareYear || before_it > kLastBareYear) return false;
  const Found years = get(i - 3, kUnit);
  return before(i - 2, kTimeIn) || before(i - 2, kYearWord) || before(i - 2, kYearNoun) ||
         (years && Unit(years.value()) == Unit::kYear);
}

// "1990: ...", "- 2013 -": a year at the head of its line.
At Reader::read_year_entry(At i, YearPart& year) const {
  const bool heads = i == first_ || (i == first_ + 1 && (is_dash(first_) || punct(first_, 0x2022)));
  if (!heads || !(first_ == 0 || doc_.tokens[first_].newline_before)) return 0;
  const At end = read_year_number(i, year);
  const bool marked = end != 0 && (is_dash(end) || punct(end, ':')) && (end + 1 >= limit_ || is_word(end + 1));
  const bool news = year.year >= kFirstBareYear && year.year <= kLastBareYear;
  return marked && news ? end : 0;
}

// "the year 2015", "last year", "in 2015".
At Reader::read_year_alone(At i, Phrase& p) const {
  p.shape = Shape::kDate;
  if (const Found word = get(i, kYearWord)) {
    const At end = read_year(i, p.year, true);
    if (end != 0 && p.year.year != 0) return end;
    return 0;
  }
  if (const Found years = get(i, kUnit)) {  // "the years 1999 and 2004"
    const bool named = Unit(years.value()) == Unit::kYear && years.sense->detail != 1 && on_same_line(years.end) &&
                       is_number(years.end);
    return named ? read_year_number(years.end, p.year) : 0;
  }
  if (is_number(i) && read_year_number(i, p.year) != 0 && p.year.hijri && p.year.year >= kFirstHijriYear &&
      p.year.year <= kLastHijriYear)
    return read_year_number(i, p.year);
  p.year = {};
  if (!is_number(i)) return 0;
  if (const At end = read_year_entry(i, p.year)) return end;
  if (i == first_) return 0;
  const bool led = before(i, kTimeIn) || before(i, kYearNoun) || follows_year(i);
  const At end = led ? read_year_number(i, p.year) : 0;
  if (end == 0 || p.year.year < kFirstBareYear || p.year.year > kLastBareYear) return 0;
  if (is(end, kCounted) || is_dash(end) || punct(end, '/')) return 0;
  return end;
}

}  // namespace mahdar
