// Days and months: "27 October", "the 26th of November", "27/10/2020", "between 18 and 22 February".
#include "time/reader.h"

namespace mahdar {

using enum WordClass;

namespace {

bool is_foreign_family(MonthFamily family) { return family >= MonthFamily::kEnglish; }

}  // namespace

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
  Phrase after;
  if (read_after_month(end, after) != end) return true;
  if (is_foreign_family(MonthFamily(sense.detail))) return is_number(end);
  if (needs == MonthNeeds::kSupport) return is(begin, kMonth) && before(begin, kPart);
  const bool in_time =
      (get(name, kMonth).clitics & (kBiClitic | kLiClitic)) != 0 || before(begin, kTimeIn) || before(begin, kPart);
  if (needs == MonthNeeds::kVerb) return in_time && !(definite_noun(end) && !is(end, kYearWord));
  return in_time;
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
  if (direction && direction.sense->detail == 0 && direction.clitics == 0) {
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
  if (end == 0 || (bare && year.year != 0 && is(end, kCounted))) return at;
  if (!p.hijri && bare && !year.hijri && (year.year < kFirstYearInText)) return at;
  if (p.month_direction != Direction::kNone && year.year == 0) return at;
  if (p.month_direction != Direction::kNone) p.month_direction = Direction::kNone;
  if (p.hijri && year.year >= kFirstHijriYear && year.year <= kLastHijriYear) year.hijri = true;
  p.year = year;
  const Found after = get(end, kModifier);
  if (after && after.sense->detail == 0 && year.year != 0 && after.value() <= int(Direction::kAfterNext))
    return after.end;
  return end;
}

// "18", "18 and 22", "3 to 12", "29-30".
At Reader::read_day_list(At i, Phrase& p) const {
  const At first = read_day_number(i, p.day);
  if (first == 0 || !on_same_line(first)) return first;
  const bool to = is_dash(first) || is(first, kUntil);
  const Found ordinal = get(first, kOrdinal);
  const bool joined = is(first, kAnd) || (ordinal && (ordinal.clitics & kAndClitic) != 0);
  if (!to && !joined) return first;
  const At next = is_dash(first) ? first + 1 : to ? get(first, kUntil).end : skip(first, kAnd);
  int day = 0;
  const At end = on_same_line(next) ? read_day_number(skip(next, kDayWord), day) : 0;
  const bool ranged = to || before(i, kBetween) || before(i, kDayWord) || day == p.day + 1;
  if (end == 0 || !ranged || day <= p.day) return first;
  p.last_day = day;
  return end;
}

// The first of "2 and 7 June": its month is named after the last.
At Reader::read_shared_day(At i, Phrase& p) const {
  constexpr int kMostListed = 6;
  Phrase first = p;
  At end = read_day_number(i, first.day);
  if (end == 0) return 0;
  At at = end;
  for (int listed = 1; listed < kMostListed && is(at, kAnd) && on_same_line(at); ++listed) {
    Phrase last = p;
    const At next = skip(at, kAnd);
    if (read_day_month(next, last) != 0) {
      last.day = first.day;
      last.last_day = 0;
      p = last;
      return end;
    }
    at = read_day_number(next, last.day);
    if (at == 0) return 0;
  }
  return 0;
}

At Reader::read_day_month(At i, Phrase& p) const {
  for (const bool listed : {true, false}) {
    Phrase date = p;
    date.last_day = 0;
    At at = listed ? read_day_list(i, date) : read_day_number(i, date.day);
    if (at == 0) return 0;
    if (!listed) date.last_day = 0;
    if (is_dash(at) || punct(at, '/')) at = glued(at) || is(at + 1, kMonth) ? at + 1 : at;
    at = skip(at, kOf);
    if (!on_same_line(at)) return 0;
    const At end = read_month(at, date);
    if (end == 0) continue;
    p = date;
    if ((is_dash(end) || punct(end, '/')) && is_number(end + 1)) {
      if (const At year = read_year(end + 1, p.year, false)) return year;
    }
    return read_after_month(end, p);
  }
  return 0;
}

At Reader::read_month_day(At i, Phrase& p) const {
  Phrase date = p;
  const At month = read_month(i, date);
  if (month == 0 || !on_same_line(month) || date.hijri) return 0;
  int day = 0;
  const At at = read_day_number(month, day);
  if (at == 0 || is(month, kOrdinal)) return 0;
  date.day = day;
  const At end = read_after_month(at, date);
  const Found name = get(skip(i, kMonthWord), kMonth);
  const bool foreign = name && is_foreign_family(MonthFamily(name.sense->detail));
  const bool closed =
      end != at || at >= limit_ || doc_.tokens[at].newline_before || doc_.tokens[at].kind == TokenKind::kPunctuation;
  if (!foreign && (!closed || is(at, kMonth) || punct(at, '/') || is_dash(at))) return 0;
  p = date;
  return end;
}

At Reader::read_month_year(At i, Phrase& p) const {
  Phrase date = p;
  const At month = read_month(i, date);
  if (month == 0) return 0;
  At end = read_after_month(month, date);
  if (end == month && (is_dash(month) || punct(month, '/')) && is_number(month + 1)) {
    const At year = read_year(month + 1, date.year, false);
    if (year != 0) end = year;
  }
  p = date;
  return end;
}

// "the 17th of this month", "15 of the current".
At Reader::read_day_of_this_month(At i, Phrase& p) const {
  Phrase date = p;
  At at = read_day_list(i, date);
  if (at == 0) return 0;
  at = skip(at, kOf);
  const bool of = at > i && is(at - 1, kOf);
  Direction direction = Direction::kNone;
  At end = 0;
  const At here = skip(at, kThis);
  const Found unit = get(here, kUnit);
  if (unit && Unit(unit.value()) == Unit::kMonth && unit.sense->detail == 1 && unit.sense->extra) {
    end = unit.end;
    if (here != at) direction = get(at, kThis).value() == 1 ? Direction::kSame : Direction::kPresent;
    if (const At modified = read_direction(end, direction)) end = modified;
    if (direction == Direction::kNone && of) direction = Direction::kPresent;
  } else if (const Found modifier = get(at, kModifier); modifier && modifier.sense->detail == 0) {
    const auto found = Direction(modifier.value());
    const bool numeral = is_number(i) || is(i, kArticle);
    if (numeral && (found == Direction::kPresent || of || before(i, kTimeIn) || before(i, kDayWord))) {
      direction = found;
      end = modifier.end;
    }
  }
  if (end == 0 || direction == Direction::kNone) return 0;
  date.month_direction = direction;
  date.month_of_direction = true;
  p = date;
  return end;
}

bool Reader::set_figures(Phrase& p, int a, int b, int c, int digits_of_a) const {
  int year = c, month = b, day = a;
  if (digits_of_a == 4) year = a, day = c;
  if (month > 12 && day <= 12) std::swap(month, day);
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  p.year.year = year;
  p.month = month;
  p.day = day;
  return true;
}

// "27/10", where a day or date word or a weekday says that it is one.
At Reader::read_short_figures(At i, Phrase& p) const {
  if (!is_number(i) || !(punct(i + 1, '/') || punct(i + 1, '-')) || !glued(i + 1) || !is_number(i + 2) || !glued(i + 2))
    return 0;
  const bool said = p.weekday != 0 || p.deictic || before(i, kDayWord) || before(i, kDateWord);
  const int day = figures(i), month = figures(i + 2);
  const bool ends = !((punct(i + 3, '/') || punct(i + 3, '-')) && glued(i + 3));
  if (!said || !ends || day < 1 || day > 31 || month < 1 || month > 12) return 0;
  p.day = day;
  p.month = month;
  return i + 3;
}

At Reader::read_figures(At i, Phrase& p) const {
  if (!is_number(i) || i + 4 >= limit_ || !is_number(i + 2) || !is_number(i + 4)) return 0;
  const bool same = punct(i + 1, doc_.tokens[i + 3].punctuation) && doc_.tokens[i + 3].kind == TokenKind::kPunctuation;
  const bool separated =
      punct(i + 1, '/') || punct(i + 1, '-') || punct(i + 1, '.') || is_dash(i + 1) || punct(i + 1, '\\');
  if (!same || !separated) return 0;
  const bool tight = glued(i + 1) && glued(i + 2) && glued(i + 3) && glued(i + 4);
  if (!tight && !punct(i + 1, '/')) return 0;
  const bool short_year = tight && doc_.word(i).size() != 4 && punct(i + 1, '/') && doc_.word(i + 4).size() == 2;
  const int sizes[] = {int(doc_.word(i).size()), int(doc_.word(i + 2).size()), int(doc_.word(i + 4).size())};
  const auto is_year = [&](int k) { return sizes[k] == 4; };
  if (sizes[1] > 2 || (is_year(0) && is_year(2)) || (!is_year(0) && !is_year(2) && !short_year)) return 0;
  if ((!is_year(0) && sizes[0] > 2) || (!is_year(2) && sizes[2] > 2)) return 0;
  if (i > first_ && glued(i) && !is_word(i - 1) && !punct(i - 1, '(') && !punct(i - 1, '"')) return 0;
  Phrase date = p;
  constexpr int kPivot = 50;
  const int last = short_year ? figures(i + 4) + (figures(i + 4) < kPivot ? 2000 : 1900) : figures(i + 4);
  if (!set_figures(date, figures(i), figures(i + 2), last, sizes[0])) return 0;
  const At end = read_year_mark(i + 5, date.year);
  const int year = date.year.year;
  if (!date.year.gregorian && year >= kFirstHijriYear && year <= kLastHijriYear) date.year.hijri = true;
  date.hijri = date.year.hijri;
  p = date;
  return end;
}

At Reader::read_date(At i, Phrase& p) const {
  static constexpr Rule kRules[] = {&Reader::read_figures,   &Reader::read_short_figures,     &Reader::read_day_month,
                                    &Reader::read_month_day, &Reader::read_day_of_this_month, &Reader::read_shared_day,
                                    &Reader::read_month_year};
  if (!words_.known(i) && !is_number(i)) return 0;
  for (const Rule rule : kRules)
    if (const At end = (this->*rule)(i, p)) return end;
  return 0;
}

}  // namespace mahdar
