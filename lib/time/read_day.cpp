// Days by their words: "yesterday, Tuesday 27 October", "Sunday evening", "last Thursday".
#include "time/reader.h"

namespace mahdar {

using enum WordClass;

At Reader::read_direction(At i, Direction& direction) const {
  if (!on_same_line(i)) return 0;
  const Found modifier = get(i, kModifier);
  if (!modifier || modifier.clitics != 0) return 0;
  direction = Direction(modifier.value());
  return modifier.end;
}

At Reader::read_weekday(At i, Phrase& p) const {
  const At name = skip(i, kDayWord);
  const At here = name == i ? skip(i, kThis) : name;
  const Found weekday = get(here, kWeekday);
  if (!weekday || (here != i && weekday.clitics != 0)) return 0;
  const bool part_of = weekday.value() != 7 && before(i, kDaypart);  // the bare Sunday is also "one of"
  const bool marked = name != i || part_of;
  if (weekday.sense->detail != 0 && !marked) return 0;
  if (is(weekday.end, kNotWeekdayAfter) || (!marked && weekday.clitics == 0 && before(i, kNamedByWeekday))) return 0;
  constexpr int kMonday = 1;  // its name also says "the two"
  const Found next = get(weekday.end, kWeekday);
  const bool listed = next && (next.clitics & kAndClitic) != 0;
  if (weekday.value() == kMonday && !marked && !listed && before(i, kPairNoun)) return 0;
  p.weekday = weekday.value();
  if (here != i && is(i, kThis)) p.weekday_direction = Direction::kPresent;
  return read_weekday_direction(weekday.end, p);
}

// "the days Saturday and Sunday next": two days in a row are a span.
At Reader::read_weekday_pair(At i, Phrase& p) const {
  const At name = skip(i, kDayWord);
  const Found first = get(name, kWeekday);
  const Found second = first ? get(first.end, kWeekday) : Found{};
  if (!second || (second.clitics & kAndClitic) == 0 || second.value() != first.value() % 7 + 1) return 0;
  const Found direction = get(second.end, kModifier);
  const bool both = direction && direction.sense->detail == 2;
  if (!both && name == i) return 0;
  p.shape = Shape::kDate;
  p.weekday = first.value();
  p.last_weekday = second.value();
  if (direction) p.weekday_direction = Direction(direction.value());
  return direction ? direction.end : second.end;
}

// "last", "of next week".
At Reader::read_weekday_direction(At i, Phrase& p) const {
  Direction direction = Direction::kNone;
  if (const At end = read_direction(i, direction)) {
    p.weekday_direction = direction;
    return end;
  }
  if (!on_same_line(i)) return i;
  const At at = skip(i, kOf);
  const At here = skip(at, kThis);
  const Found unit = get(here, kUnit);
  const bool week = unit && Unit(unit.value()) == Unit::kWeek && unit.sense->detail == 1 && unit.sense->extra;
  if (!week) return i;
  direction = here != at ? Direction::kPresent : Direction::kNone;
  const At end = read_direction(unit.end, direction);
  if (direction == Direction::kNone) return i;
  p.week_direction = direction;
  return end != 0 ? end : unit.end;
}

At Reader::read_deictic(At i, Phrase& p) const {
  const At at = is(i, kThis) ? skip(i, kThis) : i;
  const Found word = get(at, kDeictic);
  if (!word) return 0;
  if (word.value() == 0) {
    if (at == i && i > first_ && is(i - 1, kThis) && get(i - 1, kThis).value() != 0) return 0;  // "the same day"
    if (is(word.end, kNotTodayAfter) || is(word.end, kModifier) || is(word.end, kOrdinal)) return 0;
    if ((word.clitics & kLiClitic) != 0 && !is(word.end, kWeekday)) return 0;  // "for the day"
    const bool quoted = i > first_ && is_open_quote(i - 1) && is_quote(word.end);
    if (word.clitics == 0 && (quoted || before(i, kNamedToday)) && !is(word.end, kWeekday)) return 0;
    if ((word.clitics & kBiClitic) != 0) return 0;  // "per day"
  }
  p.deictic = word.value();
  return word.end;
}

// What may stand between a day word, a weekday and a date.
At Reader::read_glue(At i) const {
  if (!on_same_line(i)) return i;
  At at = i;
  if (punct(at, ',') || punct(at, 0x60C) || punct(at, '(') || is_dash(at)) ++at;
  if (punct(at, '(')) ++at;
  at = skip(at, kDateWord);
  at = skip(at, kAt);
  if (punct(at, ':')) ++at;
  return on_same_line(at) ? at : i;
}

// Day word, weekday and date as far as they follow one another, each at most once.
At Reader::read_components(At i, Phrase& p, int& count) const {
  At end = 0;
  for (At at = i; at < limit_;) {
    const bool first = end == 0;
    At next = 0;
    if (!p.deictic && p.month == 0 && p.weekday == 0 && (next = read_deictic(at, p)) != 0) {
    } else if (p.weekday == 0 && p.month == 0 && !p.month_of_direction && (next = read_weekday(at, p)) != 0) {
    } else if (p.month == 0 && !p.month_of_direction) {
      Phrase date = p;
      next = read_date(skip(at, kDayWord), date);
      const bool ahead = date.month_direction == Direction::kFuture && p.deictic && *p.deictic <= 0;
      const bool whole = date.day != 0 && !ahead;  // "yesterday set the 26th of February next"
      if (next != 0 && (first ? true : whole))
        p = date;
      else
        next = 0;
    }
    if (next == 0) break;
    ++count;
    end = next;
    if (p.month != 0) break;
    at = read_glue(closes_bracket(i, next) ? next + 1 : next);
  }
  return end != 0 && closes_bracket(i, end) ? end + 1 : end;
}

// Whether a bracket that opened between two tokens closes right after them.
bool Reader::closes_bracket(At begin, At end) const {
  bool open = false;
  for (At i = begin; i < end; ++i) open = punct(i, '(') || (open && !punct(i, ')'));
  return open && punct(end, ')');
}

// "= 14 Ramadan 1432": the same day by the other calendar. The Gregorian half counts.
At Reader::read_twin(At i, Phrase& p) const {
  if (p.day == 0 || !on_same_line(i)) return i;
  At at = i;
  const bool bracket = punct(at, '(');
  const bool sign = bracket || punct(at, '/') || is_dash(at) || punct(at, '=') || punct(at, ',') || punct(at, 0x60C) ||
                    punct(at, '|');
  if (sign) ++at;
  const At word = skip(at, kDateWord);
  At from = skip(skip(word, kAt), kDayWord);
  Phrase twin;
  if (is(from, kWeekday)) from = get(from, kWeekday).end;
  if (punct(from, ',') || punct(from, 0x60C)) ++from;
  const At end = on_same_line(from) ? read_date(from, twin) : 0;
  if (end == 0 || twin.day == 0 || twin.hijri == p.hijri || (word == at && !sign)) return i;
  if (p.hijri) {
    p.hijri = false;
    p.day = twin.day, p.month = twin.month, p.other_month = twin.other_month;
    p.year = twin.year;
    p.month_direction = twin.month_direction;
    p.last_day = 0;
  } else if (word == at && !bracket && !twin.year.given()) {
    return i;
  }
  return bracket && punct(end, ')') ? end + 1 : end;
}

At Reader::read_day_group(At i, Phrase& p) const {
  At at = i;
  Found daypart = get(i, kDaypart);
  if (daypart) {
    at = skip(daypart.end, kOf);
    if (daypart.clitics == 0 && at == daypart.end && punct(at, '-')) return 0;
    if (!on_same_line(at)) return 0;
  } else {
    at = get(i, kDateWord) ? skip(i, kDateWord) : i;
    if (at != i && !on_same_line(at)) return 0;
  }
  Phrase day = p;
  int count = 0;
  At end = read_components(at, day, count);
  if (end == 0) return 0;
  end = read_twin(end, day);
  if (daypart && (day.deictic || day.weekday != 0 || day.day != 0 || day.month_of_direction)) {
    if (count == 1 && day.month == 0) day.daypart = Daypart(daypart.value());
    if (day.daypart == Daypart::kNone) day.begin = at;  // a date goes without its part of the day
  } else if (daypart) {
    return 0;
  } else if (count == 1 && day.month == 0) {
    const Found after = get(end, kDaypartAfter);
    if (after && on_same_line(end)) day.daypart = Daypart(after.value()), end = after.end;
  }
  day.shape = Shape::kDate;
  const bool weekly = count == 1 && day.weekday != 0 && day.month == 0 && is(end, kOf);
  if (const Found every = weekly ? get(get(end, kOf).end, kEvery) : Found{}; every && is(every.end, kUnit)) {
    day.shape = Shape::kSet;  // "on Sunday of every week"
    end = get(every.end, kUnit).end;
  }
  if (!daypart && at != i) day.begin = at;
  p = day;
  return end;
}

// "the night of Friday to Saturday" is the first day's.
At Reader::read_night_of_two(At i, Phrase& p) const {
  const Found night = get(i, kDaypart);
  if (!night || Daypart(night.value()) != Daypart::kNight) return 0;
  const Found first = get(skip(night.end, kDayWord), kWeekday);
  if (!first || first.sense->detail != 0) return 0;
  At at = first.end;
  if (is_dash(at) || punct(at, '/') || punct(at, 0x60C)) ++at;
  at = skip(skip(at, kUntil), kOfEvent);
  const Found second = get(at, kWeekday);
  if (!second || second.value() != first.value() % 7 + 1) return 0;
  p.shape = Shape::kDate;
  p.weekday = first.value();
  p.daypart = Daypart::kNight;
  return read_weekday_direction(second.end, p);
}

At Reader::read_tonight(At i, Phrase& p) const {
  const Found night = get(i, kTonight);
  if (!night || (is(night.end, kModifier) && night.value() == 0) || is(night.end, kOrdinal)) return 0;
  if (is(night.end, kWeekday) && night.value() != 0) return 0;
  p.shape = Shape::kDate;
  p.deictic = night.value();
  p.daypart = Daypart::kNight;
  return night.end;
}

// "this evening".
At Reader::read_this_part(At i, Phrase& p) const {
  const Found part = get(i, kThisPart);
  if (!part) return 0;
  p.shape = Shape::kDate;
  p.deictic = 0;
  p.daypart = Daypart(part.value());
  return part.end;
}

// "every Thursday", "on Sundays", "daily".
At Reader::read_day_set(At i, Phrase& p) const {
  p.shape = Shape::kSet;
  const Found every = get(i, kEvery);
  const Found days = get(i, kUnit);
  const bool plural = days && Unit(days.value()) == Unit::kDay && days.sense->detail == 3 && !days.sense->extra;
  At at = every ? skip(every.end, kDaypart) : plural ? days.end : 0;
  if (every) at = skip(at, kDayWord);
  if (at != 0 && on_same_line(at)) {
    const Found weekday = get(at, kWeekday);
    const Found next = weekday ? get(weekday.end, kWeekday) : Found{};
    const bool listed = plural && next && (next.clitics & kAndClitic) != 0;
    if (weekday && weekday.clitics == 0 && !listed) {
      p.weekday = weekday.value();
      return weekday.end;
    }
  }
  if (const Found part = every ? get(every.end, kDaypart) : Found{}; part && on_same_line(every.end)) {
    p.daypart = Daypart(part.value());
    return part.end;
  }
  if (every && on_same_line(every.end)) {
    Found unit;
    const At end = read_amount(every.end, p, unit);
    if (end != 0 && p.count > 1) return end;
    p.count = 0;
  }
  const Found set = get(i, kSet);
  if (!set || is(set.end, kModifier)) return 0;
  p.set = set.value();
  return set.end;
}

}  // namespace mahdar
