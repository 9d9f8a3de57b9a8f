// Days and months: "27 October", "the 26th of November", "27/10/2020", "between 18 and 22 February".
#include "time/reader.h"

namespace mahdar {

using enum WordClass;

// "18", "18 and 22", "3 to 12", "29-30".
At Reader::read_day_list(At i, Phrase& p) const {
  const At first = read_day_number(i, p.day);
  if (first == 0 || !on_same_line(first)) return first;
  const At dashed = after_dash(first);
  const bool to = dashed != 0 || is(first, kUntil);
  const Found ordinal = get(first, kOrdinal);
  const bool joined = is(first, kAnd) || (ordinal && (ordinal.clitics & kAndClitic) != 0);
  if (!to && !joined) return first;
  const At next = dashed != 0 ? dashed : to ? get(first, kUntil).end : skip(first, kAnd);
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
  const bool in_words = at > month + 1 && is(month, kCardinal) && !is(at, kCounted) && !is(at, kUnit);
  const bool closed = in_words || end != at || at >= limit_ || doc_.tokens[at].newline_before ||
                      doc_.tokens[at].kind == TokenKind::kPunctuation;
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
    const bool led = found == Direction::kPresent || of || before(i, kTimeIn) || before(i, kDayWord);
    if ((numeral && led) || (of && found == Direction::kPresent)) {
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

// "3/1436 AH", with the calendar's mark.
At Reader::read_month_figures(At i, Phrase& p) const {
  if (!is_number(i) || doc_.word(i).size() > 2 || !(punct(i + 1, '/') || punct(i + 1, '-')) || !is_number(i + 2))
    return 0;
  if (doc_.word(i + 2).size() != 4 || (i > first_ && (punct(i - 1, '/') || is_dash(i - 1)))) return 0;
  Phrase date = p;
  const At end = read_year_number(i + 2, date.year);
  date.month = figures(i);
  if (end <= i + 3 || date.month < 1 || date.month > 12) return 0;
  date.hijri = date.year.hijri;
  p = date;
  return end;
}

At Reader::read_figures(At i, Phrase& p) const {
  if (!is_number(i) || i + 4 >= limit_ || !is_number(i + 2) || !is_number(i + 4)) return 0;
  const bool same = (is_dash(i + 1) && is_dash(i + 3)) || (doc_.tokens[i + 3].kind == TokenKind::kPunctuation &&
                                                           punct(i + 1, doc_.tokens[i + 3].punctuation));
  const bool separated =
      punct(i + 1, '/') || punct(i + 1, '-') || punct(i + 1, '.') || is_dash(i + 1) || punct(i + 1, '\\');
  if (!same || !separated) return 0;
  const bool tight = glued(i + 1) && glued(i + 2) && glued(i + 3) && glued(i + 4);
  YearPart mark;  // parted by blanks, a dash needs more to be a date
  const bool said =
      p.weekday != 0 || before(i, kDateWord) || before(i, kDayWord) || read_year_mark(i + 5, mark) != i + 5;
  if (!tight && !punct(i + 1, '/') && !said) return 0;
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
  static constexpr Rule kRules[] = {
      &Reader::read_figures,   &Reader::read_short_figures,     &Reader::read_month_figures, &Reader::read_day_month,
      &Reader::read_month_day, &Reader::read_day_of_this_month, &Reader::read_shared_day,    &Reader::read_month_year};
  if (words_.classes(i).empty() && !is_number(i)) return 0;
  for (const Rule rule : kRules)
    if (const At end = (this->*rule)(i, p)) return end;
  return 0;
}

}  // namespace mahdar
