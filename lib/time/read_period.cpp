// Parts and fractions of months and years.
#include "time/reader.h"

namespace mahdar {

using enum WordClass;

namespace {

constexpr TimeMod kParts[] = {TimeMod::kStart, TimeMod::kMid, TimeMod::kEnd};

}  // namespace

// What a part may be of: a month, a year, a unit, a decade, a century, a season.
At Reader::read_part_of(At i, Phrase& p) const {
  static constexpr Rule kRules[] = {&Reader::read_weekend, &Reader::read_decade, &Reader::read_century,
                                    &Reader::read_season,  &Reader::read_unit,   &Reader::read_year_alone};
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
  if (const At end = read_year_number(skip(i, kYearNoun), year);
      end != 0 && year.year >= kFirstBareYear && year.year <= kLastBareYear) {
    p.shape = Shape::kDate;
    p.year = year;
    return end;
  }
  const Found unit = get(i, kUnit);  // "the end of the month": of this one
  if (!unit || !unit.sense->extra || unit.sense->detail != 1 || unit.clitics != 0 || Unit(unit.value()) < Unit::kWeek)
    return 0;
  if (is(unit.end, kNotYearAfter) || starts_with_hamza(unit.end - 1)) return 0;
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

// "the first of the year"; of a month it is a day.
At Reader::read_first_of(At i, Phrase& p) const {
  const Found first = get(i, kConstruct);
  const Found unit = first.sense && first.value() == 1 ? get(first.end, kUnit) : Found{};
  if (!unit || !unit.sense->extra || unit.sense->detail != 1 || unit.clitics != 0 || Unit(unit.value()) < Unit::kWeek)
    return 0;
  Phrase whole = p;
  whole.mod = TimeMod::kStart;
  const At end = read_part_of(first.end, whole);
  if (end != 0) p = whole;
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
  if (const At end = at == 0 ? read_this_fraction(i, part) : 0) {
    p = part;
    return end;
  }
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
    if (of == at) {  // "in the first quarter": of this year
      if (part.count != 4 || part.ordinal < 0 || !before(i, kTimeIn)) return 0;
      part.year.direction = Direction::kPresent;
      part.shape = Shape::kFraction;
      p = part;
      return at;
    }
    if (unit && unit.sense->extra && Unit(unit.value()) == Unit::kYear && !is(unit.end, kNotYearAfter)) {
      part.year.direction = Direction::kPresent;
      end = unit.end;
    } else {
      const int nth = part.ordinal, of_how_many = part.count;
      end = read_part_of(of, part);
      if (end == 0 || (part.shape != Shape::kDate && part.shape != Shape::kUnit && part.shape != Shape::kCentury))
        return 0;
      part.mod = nth == 1 ? TimeMod::kStart : nth == 2 && of_how_many > 2 ? TimeMod::kMid : TimeMod::kEnd;
      p = part;
      return end;
    }
  }
  part.shape = Shape::kFraction;
  p = part;
  return end;
}

// "the current quarter", "the coming quarter".
At Reader::read_this_fraction(At i, Phrase& p) const {
  const Found fraction = get(i, kFraction);
  constexpr int kQuarter = 4;
  if (fraction.value() != kQuarter || is(fraction.end, kLastFew)) return 0;
  const At end = read_direction(fraction.end, p.direction);
  const bool told = p.direction >= Direction::kBeforePast && p.direction <= Direction::kAfterNext;
  if (end == 0 || !told) return 0;
  p.shape = Shape::kFraction;
  p.count = kQuarter;
  return end;
}

// "the first nine months", in the orders in which it is said.
At Reader::read_first_months(At i, Phrase& p) const {
  Found unit = get(i, kUnit);
  At at = 0;
  if (const Found nth = get(i, kConstruct)) {
    if (nth.value() != 1 && nth.value() != -1) return 0;
    p.ordinal = nth.value();
    at = read_amount(nth.end, p, unit);
    return at != 0 && p.unit == Unit::kMonth && p.count > 1 ? at : 0;
  }
  if (unit) {
    if (!unit.sense->extra || unit.sense->detail == 1) return 0;
    p.count = unit.sense->detail == 2 ? 2 : 0;
    at = unit.end;
    if (const Found count = get(at, kDefiniteNumber)) p.count = count.value(), at = count.end;
  } else {
    const Found count = get(i, kDefiniteNumber), article = get(i, kArticle);
    if (count) p.count = count.value();
    at = count ? count.end : article && is_number(article.end) ? read_number(article.end, p.count) : 0;
    unit = get(at, kUnit);
    if (at == 0 || !unit || unit.sense->extra) return 0;
    at = unit.end;
  }
  const Found first = get(at, kFirstFew), last = get(at, kLastFew);
  if (Unit(unit.value()) != Unit::kMonth || (!first && !last)) return 0;
  p.ordinal = first ? 1 : -1;
  return first ? first.end : last.end;
}

// "the first nine months of the year".
At Reader::read_months_of(At i, Phrase& p) const {
  Phrase months = p;
  At at = read_first_months(i, months);
  if (at == 0 || months.count == 0 || months.count > 12) return 0;
  const At of = skip(at, kOf);
  At end = read_year(at, months.year, false);
  if (end == 0) {
    const Found year = get(of, kYearWord);
    if (of == at || !year || is(year.end, kNotYearAfter)) return 0;
    months.year.direction = Direction::kPresent;
    end = year.end;
  }
  months.shape = Shape::kMonthsOf;
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

// "the first month of 2018", "the first day of the year".
At Reader::read_part_of_year(At i, Phrase& p) const {
  const Found unit = get(i, kUnit);
  if (!unit || !unit.sense->extra || unit.sense->detail != 1) return 0;
  const auto kind = Unit(unit.value());
  Phrase part = p;
  int nth = 0;
  At at = read_ordinal(unit.end, nth);
  if (at == 0 && kind == Unit::kMonth && is(unit.end, kLastFew)) nth = 12, at = get(unit.end, kLastFew).end;
  if (at == 0 || !is(at, kOf) || (kind != Unit::kMonth && kind != Unit::kDay) || nth > 12 ||
      (kind == Unit::kDay && nth != 1))
    return 0;
  const At end = read_year(at, part.year, false);
  if (end == 0) return 0;
  part.shape = Shape::kDate;
  part.month = kind == Unit::kMonth ? nth : 1;
  part.day = kind == Unit::kMonth ? 0 : 1;
  p = part;
  return end;
}

// "the last day of the year", "the first day of Ramadan".
At Reader::read_edge_day(At i, Phrase& p) const {
  const Found nth = get(i, kConstruct);
  const Found day = get(nth ? nth.end : i, kUnit);
  if (!day || Unit(day.value()) != Unit::kDay || day.sense->detail == 2 || bool(day.sense->extra) == bool(nth))
    return 0;
  int first = 0;
  At at = day.end;
  if (nth)
    first = nth.value();
  else if (is(at, kLastFew))
    first = -1, at = get(at, kLastFew).end;
  else
    at = read_ordinal(at, first);
  if (at == 0 || (first != 1 && first != -1)) return 0;
  const bool month = is(at, kMonthWord) || is(at, kMonth);
  const At of = skip(skip(at, kOf), kAt);
  if (!on_same_line(of) || (of == at && !month)) return 0;
  Phrase whole = p;
  const At end = read_part_of(of, whole);
  const bool long_enough = whole.shape == Shape::kDate || (whole.shape == Shape::kUnit && whole.unit > Unit::kWeek);
  if (end == 0 || !long_enough) return 0;
  p = whole;
  p.edge = first;
  return end;
}

// "the third Tuesday of September", "the last Friday of May".
At Reader::read_nth_weekday(At i, Phrase& p) const {
  Phrase part = p;
  const Found nth = get(i, kConstruct);
  const Found weekday = get(nth ? skip(nth.end, kDayWord) : i, kWeekday);
  if (!weekday || (nth && weekday.clitics != 0)) return 0;
  At at = weekday.end;
  if (nth) {
    part.ordinal = nth.value();
  } else {
    at = read_ordinal(weekday.end, part.ordinal);
    if (at == 0 && is(weekday.end, kModifier) && is(weekday.end, kLastFew))
      part.ordinal = -1, at = get(weekday.end, kLastFew).end;
  }
  if (at == 0 || part.ordinal > 5 || !on_same_line(at) || (!is(at, kOf) && !is(at, kAt))) return 0;
  const At end = read_month_year(skip(at, is(at, kOf) ? kOf : kAt), part);
  if (end == 0) return 0;
  part.shape = Shape::kPartOfMonth;
  part.weekday = weekday.value();
  p = part;
  return end;
}

}  // namespace mahdar
