// Parts, fractions, decades, centuries, seasons, feasts, years.
#include "time/reader.h"

namespace mahdar {

using enum WordClass;

namespace {

constexpr TimeMod kParts[] = {TimeMod::kStart, TimeMod::kMid, TimeMod::kEnd};

}  // namespace

// What a part may be of: a month, a year, a unit, a decade, a century, a season.
At Reader::read_part_of(At i, Phrase& p) const {
  static constexpr Rule kRules[] = {&Reader::read_weekend, &Reader::read_decade, &Reader::read_century, &Reader::read_season,
                                    &Reader::read_unit, &Reader::read_year_alone};
  for (const Rule rule : kRules) {
    Phrase part = p;
    const At end = (this->*rule)(i, part);
    if (end == 0) continue;
    p = part;
    return end;
  }
  Phrase date = p;
  const At month = read_month_year(i, date);
  if (month != 0) {
    date.shape = Shape::kDate;
    p = date;
    return month;
  }
  YearPart year;
  if (const At end = read_year_number(i, year); end != 0 && year.year >= kFirstBareYear && year.year <= kLastBareYear && !is(end, kCounted)) {
    p.shape = Shape::kDate;
    p.year = year;
    return end;
  }
  const Found unit = get(i, kUnit);  // "the end of the month": of this one
  if (!unit || !unit.sense->extra || unit.sense->detail != 1 || unit.clitics != 0 || Unit(unit.value()) < Unit::kWeek) return 0;
  if (is(unit.end, kNotYearAfter)) return 0;
  p.shape = Shape::kUnit;
  p.unit = Unit(unit.value());
  p.direction = Direction::kPresent;
  return unit.end;
}

At Reader::read_part(At i, Phrase& p) const {
  const Found part = get(i, kPart);
  if (!part || !on_same_line(part.end)) return 0;
  Phrase whole = p;
  whole.mod = kParts[part.value()];
  const At of = skip(part.end, kOf);
  const At end = read_part_of(of, whole);
  if (end == 0) return 0;
  if (part.value() == 0 && is(i, kConstruct) && whole.shape == Shape::kDate && whole.month != 0 && of == part.end) {
    if (!is(of, kMonthWord)) return 0;  // "the first of September" is a day
  }
  p = whole;
  return end;
}

At Reader::read_weekend(At i, Phrase& p) const {
  const Found weekend = get(i, kWeekend);
  if (!weekend) return 0;
  p.shape = Shape::kWeekend;
  p.direction = Direction::kPresent;
  const At end = read_direction(weekend.end, p.direction);
  return end != 0 ? end : weekend.end;
}

// "the first quarter of 2015", "the second half of this year".
At Reader::read_fraction(At i, Phrase& p) const {
  const Found fraction = get(i, kFraction);
  if (!fraction || !on_same_line(fraction.end)) return 0;
  Phrase part = p;
  At at = read_ordinal(fraction.end, part.ordinal);
  if (at == 0) {
    if (!is(fraction.end, kLastFew)) return 0;
    part.ordinal = -1;
    at = get(fraction.end, kLastFew).end;
  }
  if (part.ordinal > fraction.value() || !on_same_line(at)) return 0;
  part.count = fraction.value();
  At end = read_year(at, part.year, false);
  if (end == 0) {
    const At of = skip(at, kOf);
    const Found unit = get(of, kUnit);
    if (of == at) return 0;
    if (unit && unit.sense->extra && Unit(unit.value()) == Unit::kYear && !is(unit.end, kNotYearAfter)) {
      part.year.direction = Direction::kPresent;
      end = unit.end;
    } else {
      end = read_part_of(of, part);
      if (end == 0 || (part.shape != Shape::kDate && part.shape != Shape::kUnit && part.shape != Shape::kCentury)) return 0;
      part.mod = part.ordinal == 1 ? TimeMod::kStart : part.ordinal == 2 && part.count > 2 ? TimeMod::kMid : TimeMod::kEnd;
      p = part;
      return end;
    }
  }
  part.shape = Shape::kFraction;
  p = part;
  return end;
}

// "the first nine months of the year".
At Reader::read_months_of(At i, Phrase& p) const {
  const Found unit = get(i, kUnit);
  if (!unit || !unit.sense->extra || Unit(unit.value()) != Unit::kMonth || unit.sense->detail == 1) return 0;
  int number = unit.sense->detail == 2 ? 2 : 0;
  At at = unit.end;
  if (const Found count = get(at, kDefiniteNumber)) number = count.value(), at = count.end;
  const Found first = get(at, kFirstFew), last = get(at, kLastFew);
  if (number == 0 || number > 12 || (!first && !last)) return 0;
  Phrase months = p;
  at = first ? first.end : last.end;
  const At of = skip(at, kOf);
  At end = read_year(at, months.year, false);
  if (end == 0) {
    const Found year = get(of, kYearWord);
    if (of == at || !year || is(year.end, kNotYearAfter)) return 0;
    months.year.direction = Direction::kPresent;
    end = year.end;
  }
  months.shape = Shape::kMonthsOf;
  months.ordinal = first ? 1 : -1;
  months.count = number;
  p = months;
  return end;
}

// "the second week of April", "the first days of May", "the first day of Ramadan".
At Reader::read_part_of_month(At i, Phrase& p) const {
  const Found unit = get(i, kUnit), nth = get(i, kConstruct);
  Phrase part = p;
  At at = 0;
  if (nth && (at = nth.end) != 0) {
    const Found noun = get(at, kUnit);
    if (!noun || noun.sense->extra || nth.value() > 5) return 0;
    part.ordinal = nth.value();
    part.unit = Unit(noun.value());
    at = noun.end;
  } else if (unit && unit.sense->extra && unit.sense->detail != 2) {
    part.unit = Unit(unit.value());
    at = read_ordinal(unit.end, part.ordinal);
    if (at == 0 && is(unit.end, kLastFew)) part.ordinal = -1, at = get(unit.end, kLastFew).end;
    if (at == 0) return 0;
  } else {
    return 0;
  }
  if ((part.unit != Unit::kWeek && part.unit != Unit::kDay) || !on_same_line(at)) return 0;
  const At end = read_month_year(skip(at, kOf), part);
  if (end == 0) return 0;
  const bool many = unit && unit.sense->detail == 3;
  if (part.unit == Unit::kDay && !many && part.ordinal > 0) {
    part.shape = Shape::kDate;
    part.day = part.ordinal;
  } else {
    part.shape = Shape::kPartOfMonth;
    part.count = many ? 10 : 7;
  }
  p = part;
  return end;
}

At Reader::read_decade(At i, Phrase& p) const {
  At at = i;
  if (const Found unit = get(i, kUnit); unit && Unit(unit.value()) == Unit::kDecade && unit.sense->extra) at = unit.end;
  else if (unit && Unit(unit.value()) == Unit::kYear && unit.sense->detail == 3) at = unit.end;
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

At Reader::read_century(At i, Phrase& p) const {
  const Found unit = get(i, kUnit);
  if (!unit || Unit(unit.value()) != Unit::kCentury || !unit.sense->extra || unit.sense->detail != 1) return 0;
  p.unit = Unit::kCentury;
  int ordinal = 0;
  At end = read_ordinal(unit.end, ordinal);
  if (end == 0 && is(unit.end, kArticle) && is_number(get(unit.end, kArticle).end)) end = read_number(get(unit.end, kArticle).end, ordinal);
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
  if (!season || !on_same_line(season.end) || is(season.end, kNotMonthAfter)) return 0;
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
  p.shape = Shape::kReference;
  p.direction = Direction(word.value());
  return word.end;
}

// "between 1950 and 1953" with the word "years", "2014-2018".
At Reader::read_years(At i, Phrase& p) const {
  const Found unit = get(i, kUnit);
  const bool years = unit && Unit(unit.value()) == Unit::kYear;
  const Found lead = get(i, kBetween), of = get(i, kOf);
  At at = years ? unit.end : i;
  if (!years && (lead || of)) {
    at = lead ? lead.end : of.end;
    if (const Found inner = get(at, kUnit); inner && Unit(inner.value()) == Unit::kYear) at = inner.end;
  }
  if (!on_same_line(at) && at != i) return 0;
  YearPart first, second;
  const At number = read_year_number(at, first);
  if (number == 0 || !on_same_line(number)) return 0;
  At next = 0;
  if (is_dash(number) || punct(number, '/')) next = number + 1;
  else if ((years || lead) && is(number, kAnd)) next = get(number, kAnd).end;
  else if ((years || of) && is(number, kUntil)) next = get(number, kUntil).end;
  if (next == 0) return 0;
  next = skip(next, kYearWord);
  const At end = read_year_number(next, second);
  const bool marked = years || lead || of;
  if (end == 0 || second.year <= first.year || (!marked && !(glued(number) && glued(number + 1)))) return 0;
  if (first.year < kFirstBareYear && !years) return 0;
  if (second.year > kLastBareYear || is(end, kCounted)) return 0;
  p.shape = Shape::kYears;
  p.year = first;
  p.year.last_year = second.year;
  p.begin = lead && !years ? i : years ? i : at;
  return end;
}

// "the year 2015", "last year", "in 2015".
At Reader::read_year_alone(At i, Phrase& p) const {
  p.shape = Shape::kDate;
  if (const Found word = get(i, kYearWord)) {
    const At end = read_year(i, p.year, true);
    if (end != 0 && p.year.year != 0) return end;
    return 0;
  }
  if (!is_number(i) || i == first_) return 0;
  const bool led = before(i, kTimeIn) || before(i, kYearNoun);
  const At end = led ? read_year_number(i, p.year) : 0;
  if (end == 0 || p.year.year < kFirstBareYear || p.year.year > kLastBareYear) return 0;
  if (is(end, kCounted) || is_dash(end) || punct(end, '/')) return 0;
  return end;
}

}  // namespace mahdar
