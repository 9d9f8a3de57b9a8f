// Phrases of a unit: "last week", "three months ago", "the past five days", "for ten years".
#include <algorithm>
#include <iterator>

#include "time/reader.h"

namespace mahdar {

using enum WordClass;

namespace {

bool counts_down(Direction direction) { return direction == Direction::kPast || direction == Direction::kBeforePast; }

TimeMod approx_mod(int value) {
  return value == 0 ? TimeMod::kApprox : value == 1 ? TimeMod::kMoreThan : TimeMod::kLessThan;
}

}  // namespace

At Reader::read_approx(At i, TimeMod& mod) const {
  const Found word = get(i, kApprox);
  if (!word) return i;
  mod = approx_mod(word.value());
  return word.end;
}

// "half a century".
At Reader::read_half(At i, Phrase& p) const {
  const Found half = get(i, kHalf);
  const Found unit = half && on_same_line(half.end) ? get(half.end, kUnit) : Found{};
  if (!unit || unit.sense->detail != 1 || unit.sense->extra || unit.clitics != 0) return 0;
  switch (Unit(unit.value())) {
    case Unit::kCentury: p.unit = Unit::kYear, p.count = 50; break;
    case Unit::kDecade: p.unit = Unit::kYear, p.count = 5; break;
    case Unit::kYear: p.unit = Unit::kMonth, p.count = 6; break;
    case Unit::kMonth: p.unit = Unit::kDay, p.count = 15; break;
    case Unit::kDay: p.unit = Unit::kHour, p.count = 12; break;
    case Unit::kHour: p.unit = Unit::kMinute, p.count = 30; break;
    default: return 0;
  }
  return unit.end;
}

// "three months", "two days", "a week", "several years", "years". `p.count` is 0 where no number is said.
At Reader::read_amount(At i, Phrase& p, Found& unit) const {
  int number = 0;
  At at = get(i, kArticle) && is_number(get(i, kArticle).end) ? get(i, kArticle).end : i;
  At counted = is(at, kUnit) && !is(at, kCardinal) ? 0 : read_number(at, number);
  if (counted == 0) counted = read_definite_number(at, number);
  const Found some = get(i, kSome);
  const Found about = get(at, kUnit);  // "about the month": one
  if (about && about.sense->extra && about.sense->detail == 1 && p.mod == TimeMod::kApprox && before(i, kApprox)) {
    p.unit = Unit(about.value());
    p.count = 1;
    unit = about;
    return about.end;
  }
  if (const At half = read_half(i, p)) return unit = get(half - 1, kUnit), half;
  if (counted != 0)
    at = counted;
  else if (some)
    at = some.end;
  if (at >= limit_ || !on_same_line(at)) return 0;
  unit = get(at, kUnit);
  if (!unit || (at != i && unit.clitics != 0)) return 0;
  if (unit.sense->extra && !(at != i && counted != 0)) return 0;  // a definite unit is not counted
  const int form = unit.sense->detail;
  if (counted != 0)
    p.count = number;
  else if (form == 1)
    p.count = 1;
  else if (form == 2)
    p.count = 2;
  else
    p.count = 0;
  if (counted != 0 && number == 0) return 0;
  p.unit = Unit(unit.value());
  if (p.count == 0 && on_same_line(unit.end)) {
    if (const At few = skip(unit.end, kFew); few != unit.end) return few;
  }
  const Found only = p.count != 0 && on_same_line(unit.end) ? get(unit.end, kOnly) : Found{};
  if (only) return only.end;
  const Found more = get(unit.end, kHalfMore);
  if (more && on_same_line(unit.end)) {
    if (p.mod == TimeMod::kNone) p.mod = TimeMod::kMoreThan;
    return skip(more.end, kOfTime);
  }
  return skip(unit.end, kOfTime);
}

// "before the year 2015", "after the days 5 and 6": the unit names what follows and counts nothing.
bool Reader::names_dates(const Found& unit, At end) const {
  if (!on_same_line(end)) return false;
  const auto kind = Unit(unit.value());
  if (kind == Unit::kYear) return is_number(end) || is(end, kCardinal);
  if (kind == Unit::kMonth) return is(end, kMonth);
  return kind == Unit::kDay && (is(end, kWeekday) || (is_number(end) && unit.sense->detail != 3));
}

// "three months ago", "after two days", "for (since) two years".
At Reader::read_offset(At i, Phrase& p) const {
  const Found ago = get(i, kAgo), after = get(i, kAfter), since = get(i, kSince);
  const Found& word = ago ? ago : after ? after : since;
  if (!word || !on_same_line(word.end)) return 0;
  Phrase offset = p;
  const At from = read_approx(word.end, offset.mod);
  Found unit;
  At end = read_amount(from, offset, unit);
  if (end == 0) return 0;
  // "after holding a meeting": the singular decade has the letters of "to hold".
  const bool verbal = offset.unit == Unit::kDecade && unit.sense->detail == 1 && from + 1 == end;
  if (verbal && end < limit_ && is_word(end) && !is(end, kOf) && !is(end, kAt)) return 0;
  if (offset.unit == Unit::kDay && unit.sense->detail == 1 && from + 1 == end && !is(end, kOf)) return 0;
  if (is(end, kNotMonthAfter)) return 0;
  if (names_dates(unit, end)) return 0;
  if (const Found direction = get(end, kModifier); direction && unit.sense->detail != 1) return 0;
  if (const Found post = get(end, kApprox); post && post.value() == 0 && offset.mod == TimeMod::kNone) {
    offset.mod = TimeMod::kApprox;
    if (!is_number(post.end)) end = post.end;
  }
  offset.shape = since ? Shape::kSince : Shape::kOffset;
  offset.direction = after ? Direction::kFuture : Direction::kPast;
  if (const Found now = get(end, kFromNow)) {
    end = now.end;
    offset.future = after.sense != nullptr;
  } else if (!since && on_same_line(end) && (is(end, kAnchor) || is(end, ago ? kOf : kOfEvent))) {
    offset.anchored = true;
  }
  p = offset;
  return end;
}

// "two days before that", "a week later": counted from what was told, with the preposition on the unit.
At Reader::read_anchored(At i, Phrase& p) const {
  const Found anchor = get(i, kAnchor);
  const bool led = anchor || ((is(i, kAgo) || is(i, kAfter)) && is(get(i, is(i, kAgo) ? kAgo : kAfter).end, kThat));
  if (!led) return 0;
  const At from = anchor ? anchor.end : get(get(i, is(i, kAgo) ? kAgo : kAfter).end, kThat).end;
  if (!on_same_line(from)) return 0;
  Phrase amount = p;
  At at = read_approx(from, amount.mod);
  const Found word = get(at, kUnit);
  const Found number = get(at, kCardinal);
  const auto with_bi = [](const Found& found) { return found && (found.clitics & kBiClitic) != 0; };
  const bool joined = with_bi(word) || with_bi(number) || at != from || is(at, kSome);
  Found unit;
  const At end = joined ? read_amount(at, amount, unit) : 0;
  if (end == 0) return 0;
  amount.shape = Shape::kDuration;
  amount.anchored = true;
  amount.begin = from;
  p = amount;
  return end;
}

bool Reader::within(At i, At tokens, const ClassSet& classes) const {
  const At stop = i > first_ + tokens ? i - tokens : first_;
  while (i-- > stop)
    if (words_.meets(i, classes)) return true;
  return false;
}

// "before the vote by two days": counted from the event between.
At Reader::read_late_anchored(At i, Phrase& p) const {
  constexpr At kFarthest = 8;
  const Found words[] = {get(i, kUnit), get(i, kCardinal), get(i, kApprox)};
  const bool by = std::any_of(std::begin(words), std::end(words),
                              [](const Found& word) { return word && (word.clitics & kBiClitic) != 0; });
  if (!by || !within(i, kFarthest, {kAgo, kAfter})) return 0;
  Phrase amount = p;
  Found unit;
  const At end = read_amount(read_approx(i, amount.mod), amount, unit);
  if (end == 0 || amount.count == 0 || unit.sense->extra || names_dates(unit, end)) return 0;
  amount.shape = Shape::kDuration;
  amount.anchored = true;
  p = amount;
  return end;
}

// "lasted three hours", with up to a few words between.
At Reader::read_lasting(At i, Phrase& p) const {
  constexpr At kFarthest = 5;
  if (!within(i, kFarthest, {kLasting})) return 0;
  Phrase amount = p;
  Found unit;
  const At end = read_amount(read_approx(i, amount.mod), amount, unit);
  if (end == 0 || amount.count == 0 || unit.sense->extra || unit.clitics != 0) return 0;
  if (unit.sense->detail == 1 && end == i + 1) return 0;
  if (is(end, kModifier) || names_dates(unit, end)) return 0;
  amount.shape = Shape::kDuration;
  p = amount;
  return end;
}

// Whether "li-" stands before an amount: "for two days", "for three years", "for more than a month", "for years".
bool Reader::is_for_amount(At i) const {
  const auto with_li = [](const Found& word) { return word && word.clitics == kLiClitic; };
  const Found unit = get(i, kUnit);
  const bool in = before(i, kAt);  // "in eight months"
  if (in && is_number(i)) return is(i + 1, kUnit) && !glued(i + 1);
  if (in && (get(i, kSome) || (get(i, kCardinal) && !unit))) return true;
  if (with_li(get(i, kCardinal))) return is(get(i, kCardinal).end, kUnit);
  const Found approx = get(i, kApprox);
  if (with_li(get(i, kSome)) || with_li(approx) || (approx && approx.value() == 2 && before(i, kAt))) return true;
  if (!with_li(unit) || unit.sense->extra) return false;
  const auto kind = Unit(unit.value());
  const bool also_other = kind == Unit::kMonth || kind >= Unit::kDecade;  // "the most famous", "contracts"
  if (unit.sense->detail == 3 && definite_noun(unit.end)) return false;   // "for the hours of ..."
  return unit.sense->detail == 2 || (unit.sense->detail == 3 && (!also_other || is(unit.end, kFew)));
}

// "for ten days", "within 48 hours".
At Reader::read_duration(At i, Phrase& p) const {
  const Found word = get(i, kFor);
  const bool by_clitic = is_for_amount(i);
  if (!word && !by_clitic) return 0;
  Phrase amount = p;
  const At from = read_approx(word ? word.end : i, amount.mod);
  if (from >= limit_ || (from != i && !on_same_line(from))) return 0;
  Found unit;
  const At end = read_amount(from, amount, unit);
  if (end == 0 || is(end, kModifier) || is(end, kFirstFew)) return 0;
  const bool of_what = definite_noun(end) || is(end, kHoliday) || is(end, kMonth);  // "during the days of the feast"
  if (amount.count == 0 && of_what) return 0;
  if (names_dates(unit, end)) return 0;
  amount.shape = Shape::kDuration;
  if (word) amount.begin = from;
  p = amount;
  return end;
}

// "last week", "this month", "the same year", "the year before last".
At Reader::read_unit(At i, Phrase& p) const {
  const Found here = get(i, kThis), that = get(i, kThat);
  const At at = here ? here.end : that ? that.end : i;
  if (at != i && !on_same_line(at)) return 0;
  const Found unit = get(at, kUnit);
  if (!unit || unit.sense->detail != 1 || !unit.sense->extra || (at != i && unit.clitics != 0)) return 0;
  const auto kind = Unit(unit.value());
  const bool adjective = at == i && before(i, kPublicNoun) && !is(unit.end, kSurelyPast);  // "secretary-general"
  if (kind == Unit::kYear && (is(unit.end, kNotYearAfter) || adjective)) return 0;
  if (kind == Unit::kMinute || kind == Unit::kHour || kind == Unit::kNight) return 0;
  Direction direction = here ? Direction::kPresent : that ? Direction::kSame : Direction::kNone;
  if (here && here.value() == 1) direction = Direction::kSame;
  At end = unit.end;
  if (const At modified = read_direction(unit.end, direction))
    end = modified;
  else if (const Found after = get(unit.end, kThis); after && direction == Direction::kNone && !is_word(after.end))
    direction = Direction::kPresent, end = after.end;
  if (direction == Direction::kNone) return 0;
  if (is(unit.end, kLastFew) && is(end, kOf)) return 0;  // "the last year of his term"
  YearPart year;
  if (kind == Unit::kDay && is(end, kOf) && read_year(end, year, false) != 0) return 0;  // "the same day of 1947"
  if (kind == Unit::kDay && direction < Direction::kSame) {
    if (direction != Direction::kFuture && direction != Direction::kPast) return 0;
  }
  p.shape = Shape::kUnit;
  p.unit = kind;
  p.direction = direction;
  return end;
}

// "the past five days", "the two years past", "the coming weeks", "the last 24 hours".
At Reader::read_span(At i, Phrase& p) const {
  At at = i;
  int number = 0;
  const Found article = get(i, kArticle);
  const At counted = article ? read_number(article.end, number) : read_number(i, number);
  if (counted != 0)
    at = counted;
  else if (const At fixed = read_definite_number(i, number))
    at = fixed;
  if (at != i && !on_same_line(at)) return 0;
  const Found unit = get(at, kUnit);
  if (!unit || (at != i && unit.clitics != 0)) return 0;
  const int form = unit.sense->detail;
  if (number == 0 && (form == 1 || !unit.sense->extra)) return 0;
  At end = unit.end;
  if (number == 0 && form == 2) number = 2;
  if (number == 0 && on_same_line(end)) {
    if (const At after = read_definite_number(end, number))
      end = after;
    else if (const Found some = get(end, kArticle); some && is_number(some.end))
      end = read_number(some.end, number);
    else if (is_number(end))
      end = read_number(end, number);
    if (end == 0) return 0;
  }
  end = skip(end, kFew);
  Direction direction = Direction::kNone;
  end = read_direction(end, direction);
  if (end == 0 || direction == Direction::kPresent || direction >= Direction::kSame) return 0;
  end = skip(end, kFew);
  p.shape = Shape::kSpan;
  p.unit = Unit(unit.value());
  p.count = number;
  p.direction = counts_down(direction) ? Direction::kPast : Direction::kFuture;
  return end;
}

// "the last three months" with the word before: "akhir thalathat ashhur".
At Reader::read_last_n(At i, Phrase& p) const {
  const Found last = get(i, kConstruct);
  if (!last || last.value() != -1) return 0;
  Phrase amount = p;
  Found unit;
  const At end = read_amount(last.end, amount, unit);
  if (end == 0 || amount.count < 2) return 0;
  amount.shape = Shape::kSpan;
  amount.direction = Direction::kPast;
  p = amount;
  return end;
}

}  // namespace mahdar
