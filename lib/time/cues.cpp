// What stands around a time expression: whether it lies ahead, whether it is a name.
#include "time/reader.h"

namespace mahdar {

using enum WordClass;

namespace {

constexpr At kShortLine = 24;         // tokens of a line that may be a dateline
constexpr At kOtherWords = 4;         // words of a dateline beside its date
constexpr At kOtherWordsForeign = 1;  // an embedded post ends with its sender and an English date
constexpr At kOpeningTokens = 8;      // before the date of a line that opens with place and date
constexpr At kCueWindow = 14;         // tokens before; a cue further off governs something else
constexpr std::size_t kFewestFutureBytes = 10;
constexpr std::string_view kSeen = "\xD8\xB3", kWaw = "\xD9\x88", kFa = "\xD9\x81", kLam = "\xD9\x84";
constexpr std::string_view kPersons[] = {"\xD9\x8A", "\xD8\xAA", "\xD9\x86"};

}  // namespace

// "sa-" before a verb of the present: s, then one of y, t, n.
bool Reader::is_future_verb(At i) const {
  if (!is_word(i) || is(i, kNotFuture)) return false;
  std::string_view word = doc_.word(i);
  if (word.starts_with(kWaw) || word.starts_with(kFa) || word.starts_with(kLam)) word.remove_prefix(kWaw.size());
  if (word.size() < kFewestFutureBytes || !word.starts_with(kSeen)) return false;
  word.remove_prefix(kSeen.size());
  for (const std::string_view person : kPersons)
    if (word.starts_with(person)) return true;
  return false;
}

// Whether the nearest verb before, or the next word after, tells of what is to come.
bool Reader::governed_by_future(At begin, At end) const {
  const At after = skip_comma(end);
  if (is_future_verb(after) || (on_same_line(after) && is(after, kFutureCue))) return true;
  const At stop = begin > first_ + kCueWindow ? begin - kCueWindow : first_;
  for (At i = begin; i-- > stop;) {
    if (is_future_verb(i) || is(i, kFutureCue)) return true;
    if (is(i, kPastCue) || is(i, kPastVerb) || punct(i, '.') || punct(i, ':')) return false;
  }
  return false;
}

// "since May", "on 4 May, the court ruled": a day without a year lies behind.
bool Reader::governed_by_past(At begin, At end) const {
  constexpr At kOpening = 2;  // tokens before a date that opens its sentence
  if (before(begin, kSince) || is(begin, kSince)) return true;
  const bool opens = begin <= first_ + kOpening;
  return is(end, kPastVerb) || (opens && is(skip_comma(end), kPastVerb));
}

// A revolution, street or party that is named after a day.
bool Reader::is_name(const Phrase& p) const {
  if (p.shape != Shape::kDate || p.day == 0 || p.month == 0) return false;
  if (p.year.given() || p.month_direction != Direction::kNone || p.weekday != 0 || p.deictic) return false;
  return before(p.begin, kNamedByDate);
}

// A year on a line of its own: what stands below it is of that year.
bool Reader::is_heading(const Phrase& p) const {
  constexpr At kMostWords = 3;
  const bool year = p.shape == Shape::kDate && p.year.year != 0 && !p.year.hijri && p.month == 0;
  return year && (first_ == 0 || doc_.tokens[first_].newline_before) && count_words(first_, limit_) <= kMostWords;
}

// Whether only "and", "to" and the like stand between two tokens.
bool Reader::joins(At begin, At end) const {
  for (At i = begin; i < end; ++i) {
    const bool mark = punct(i, ',') || punct(i, 0x60C) || is_dash(i) || punct(i, '/');
    if (!mark && !is(i, kAnd) && !is(i, kUntil) && !is(i, kAt)) return false;
  }
  return true;
}

bool Reader::is_foreign(const Phrase& p) const {
  for (At i = p.begin; i < p.end; ++i)
    if (const Found month = words_.get(i, kMonth, p.end))
      return MonthFamily(month.sense->detail) >= MonthFamily::kEnglish;
  return false;
}

bool Reader::is_labelled(At begin) const {
  At at = begin;
  while (at > first_ && (punct(at - 1, ':') || punct(at - 1, '|') || is(at - 1, kAt) || is_dash(at - 1))) --at;
  constexpr At kOpening = 3;  // "published 5 May", without a colon, at the head of its line
  return before(at, kDateline) && (at != begin || begin <= first_ + kOpening);
}

At Reader::count_words(At begin, At end) const {
  At words = 0;
  for (At i = begin; i < end; ++i) words += is_word(i);
  return words;
}

// Whether the date of the line that may be read is the day of what follows, not of the story.
bool Reader::is_dateline(const Phrase& p) const {
  if (is_labelled(p.begin)) return true;
  const At before_it = count_words(first_, p.begin), after_it = count_words(p.end, limit_);
  if (is_foreign(p)) return before_it + after_it <= kOtherWordsForeign;
  const bool listed = before_it == 0 && punct(p.end, ':');  // an entry of a chronology
  if (listed) return false;
  if (opens_report(p.end) && p.begin - first_ <= kOpeningTokens && before_it <= kOtherWords) return true;
  if (is_led(p.begin)) return before_it + after_it == 0;
  return limit_ - first_ <= kShortLine && before_it + after_it <= kOtherWords;
}

bool Reader::is_led(At begin) const {
  return before(begin, kTimeIn) || before(begin, kOf) || before(begin, kDateWord) || is(begin, kDayWord);
}

bool Reader::opens_report(At end) const {
  return is_dash(end) || punct(end, '/') || punct(end, '(') || punct(end, ':') || punct(end, '|') || punct(end, 0x640);
}

}  // namespace mahdar
