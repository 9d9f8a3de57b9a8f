// Months: their names, one or two, whether they are months here, and what follows them.
#include "time/reader.h"

namespace mahdar {

using enum WordClass;

// The second name of "October / Tishrin I", in any of its separators.
At Reader::read_month_pair(At i, Phrase& p, const Sense& first) const {
  if (!on_same_line(i)) return i;
  const bool bracket = punct(i, '(') || punct(i, '[');
  const bool separator = bracket || punct(i, '/') || punct(i, '\\') || punct(i, '|') || is_dash(i);
  if (!separator) {  // two names of one month with nothing between
    const Found twin = get(i, kMonth);
    const bool same = twin && twin.clitics == 0 && twin.value() == p.month && twin.sense->detail != first.detail;
    return same && (MonthFamily(twin.sense->detail) == MonthFamily::kHijri) == p.hijri ? twin.end : i;
  }
  At at = i + 1;
  if (punct(at, '/') || punct(at, '(')) ++at;
  const Found second = get(at, kMonth);
  if (!second || second.clitics != 0 || second.sense->detail == first.detail) return i;
  const bool hijri = MonthFamily(second.sense->detail) == MonthFamily::kHijri;
  if (hijri != p.hijri) return i;
  // Two names of different months beside a dash are a span; beside a stroke, a slip.
  if (second.value() != p.month && is_dash(i)) return i;
  if (second.value() != p.month) p.other_month = second.value();
  at = second.end;
  if (!bracket) return at;
  return punct(at, ')') || punct(at, ']') ? at + 1 : at;
}

At Reader::read_month(At i, Phrase& p) const {
  At at = skip(i, kMonthWord);
  if (at != i && punct(at, '(')) ++at;
  const Found name = get(at, kMonth);
  if (!name || (at != i && name.clitics != 0)) return 0;
  p.month = name.value();
  p.hijri = MonthFamily(name.sense->detail) == MonthFamily::kHijri;
  p.other_month = 0;
  const At end = read_month_pair(name.end, p, *name.sense);
  return month_is_supported(i, at, end, *name.sense) ? end : 0;
}

// Whether what stands around a name shows that it is a month's.
bool Reader::month_is_supported(At begin, At name, At end, const Sense& sense) const {
  const auto needs = MonthNeeds(sense.extra);
  const At name_end = get(name, kMonth).end;
  if (is(name_end, kNotMonthAfter)) return false;
  if (begin > first_ && before(begin, kNamedByMonth) && end == name_end) {
    Phrase after;
    if (read_after_month(end, after) == end) return false;
  }
  if (needs == MonthNeeds::kNothing || name != begin || end != name_end) return true;
  const bool day_before = begin > first_ && (is_number(begin - 1) || is(begin - 1, kOf) || is(begin - 1, kOrdinal) ||
                                             is(begin - 1, kConstruct));
  if (day_before) return true;
  if (needs == MonthNeeds::kDay) return false;
  if (in_month_pair(begin, end)) return true;
  Phrase after;
  if (read_after_month(end, after) != end) return true;
  if (is_foreign_family(MonthFamily(sense.detail))) return is_number(end);
  if (needs == MonthNeeds::kSupport) return is(begin, kMonth) && before(begin, kPart);
  const Found next = get(end, kMonth);
  const bool first_of_two =
      (next && (next.clitics & kAndClitic) != 0) || (is(end, kUntil) && is(skip(end, kUntil), kMonth));
  if (first_of_two && MonthNeeds(sense.extra) != MonthNeeds::kSupport && before(begin, kBetween)) return true;
  const Found days = begin > first_ ? get(begin - 1, kUnit) : Found{};
  const bool listed = (get(name, kMonth).clitics & kAndClitic) != 0 && before(begin, kMonth);
  if (needs == MonthNeeds::kContext && listed) return true;
  if (needs == MonthNeeds::kContext && days && Unit(days.value()) == Unit::kDay && days.sense->detail == 3) return true;
  const bool in_time =
      (get(name, kMonth).clitics & (kBiClitic | kLiClitic)) != 0 || before(begin, kTimeIn) || before(begin, kPart);
  if (needs == MonthNeeds::kVerb) return in_time && !(definite_noun(end) && !is(end, kYearWord));
  return in_time;
}

// "the two months March and April": whether the name is either of them.
bool Reader::in_month_pair(At begin, At end) const {
  const auto two = [&](At i) {
    const Found unit = i >= first_ ? get(i, kUnit) : Found{};
    return unit && Unit(unit.value()) == Unit::kMonth && unit.sense->detail == 2;
  };
  if (begin == first_) return false;
  if (two(begin - 1)) return is(end, kMonth) && (get(end, kMonth).clitics & kAndClitic) != 0;
  constexpr At kLongestName = 5;  // a double name
  if ((get(begin, kMonth).clitics & kAndClitic) == 0 || !before(begin, kMonth)) return false;
  for (At i = begin - 1; i-- > first_ && begin - i <= kLongestName;)
    if (two(i)) return true;
  return false;
}

// A modifier or a year, in either order: "last", "of last year", "2017", "of the year 2017".
At Reader::read_after_month(At i, Phrase& p) const {
  if (!on_same_line(i)) return i;
  At at = i;
  const Found every = get(skip(at, kOf), kEvery), each = every ? get(every.end, kUnit) : Found{};
  if (each && Unit(each.value()) == Unit::kYear) {
    p.yearly = true;
    return each.end;
  }
  const Found direction = get(at, kModifier);
  constexpr int kDual = 2;
  const bool both = direction && direction.sense->detail == kDual && i > first_ && within(i, 9, {kUnit, kBetween});
  if (direction && (direction.sense->detail == 0 || both) && direction.clitics == 0) {
    p.month_direction = Direction(direction.value());
    at = direction.end;
  }
  const At comma = skip_comma(at);
  YearPart year;
  At end = read_year(at, year, false);
  if (end == 0 && comma != at && is_number(comma)) end = read_year(comma, year, false);
  const bool bare = is_number(comma);
  if (end == 0 && punct(at, '(') && is_number(at + 1) && punct(at + 2, ')'))
    end = read_year(at + 1, year, false) != 0 ? at + 3 : 0;
  const bool round = year.year % 1000 == 0 || year.year < kFirstBareYear || year.year > kLastBareYear;
  if (end == 0 || (bare && year.year != 0 && round && is(end, kCounted))) return at;
  if (!p.hijri && bare && !year.hijri && (year.year < kFirstYearInText)) return at;
  if (p.month_direction != Direction::kNone && year.year == 0) return at;
  if (p.month_direction != Direction::kNone) p.month_direction = Direction::kNone;
  if (p.hijri && year.year >= kFirstHijriYear && year.year <= kLastHijriYear) year.hijri = true;
  p.year = year;
  const Found after = get(end, kModifier);
  if (!after || after.sense->detail != 0 || year.year == 0 || after.value() > int(Direction::kAfterNext)) return end;
  p.month_direction = Direction(after.value());  // says nothing new, but whether it lies ahead
  return after.end;
}

}  // namespace mahdar
