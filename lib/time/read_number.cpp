// Numbers, ordinals and years.
#include "time/reader.h"

namespace mahdar {

using enum WordClass;

namespace {

constexpr std::size_t kMostDigits = 4;

}  // namespace

int Reader::figures(At i) const {
  const std::string_view digits = doc_.word(i);
  if (digits.empty() || digits.size() > kMostDigits) return -1;
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool Reader::plain(At i) const {
  const auto joins = [&](At mark) {
    const char32_t c = doc_.tokens[mark].punctuation;
    return glued(mark) && (c == ',' || c == '.' || c == ':' || c == 0x66B || c == 0x66C || c == 0x60C);
  };
  if (i + 2 < limit_ && joins(i + 1) && glued(i + 2) && is_number(i + 2)) return false;
  if (i + 1 < limit_ && (punct(i + 1, '%') || punct(i + 1, 0x66A) || punct(i + 1, '$'))) return false;
  if (i >= first_ + 2 && joins(i - 1) && glued(i) && is_number(i - 2)) return false;
  return !(i > first_ && glued(i) && (punct(i - 1, '$') || punct(i - 1, '#')));
}

At Reader::read_words_number(At i, int& value) const {
  Found word = get(i, kCardinal);
  if (!word) return 0;
  value = word.value();
  int last = value;
  At at = word.end;
  while (on_same_line(at)) {
    word = get(at, kCardinal);
    if (!word) break;
    const int next = word.value();
    if (word.clitics == kAndClitic && last >= 100 && next < last) {
      value += next;
    } else if (word.clitics == kAndClitic && last < 10 && next >= 20 && next < 100) {
      value += next;  // units come before tens
    } else if (word.clitics == 0 && next >= 1000 && last < next) {
      value = value - last + last * next;
    } else {
      break;
    }
    last = next;
    at = word.end;
  }
  return at;
}

At Reader::read_number(At i, int& value) const {
  if (is_number(i)) {
    value = figures(i);
    return value >= 0 && plain(i) ? i + 1 : 0;
  }
  return read_words_number(i, value);
}

At Reader::read_ordinal(At i, int& value) const {
  const Found word = get(i, kOrdinal);
  if (!word) return 0;
  value = word.value();
  return word.end;
}

At Reader::read_definite_number(At i, int& value) const {
  const Found word = get(i, kDefiniteNumber);
  if (!word) return 0;
  value = word.value();
  if (!on_same_line(word.end) || value >= 10) return word.end;
  for (const WordClass cls : {kDefiniteNumber, kCardinal}) {
    const Found tens = get(word.end, cls);
    if (!tens || tens.clitics != kAndClitic || tens.value() < 20 || tens.value() > 90) continue;
    value += tens.value();
    return tens.end;
  }
  return word.end;
}

At Reader::read_day_number(At i, int& day) const {
  At at = 0;
  const Found article = get(i, kArticle);
  if (article && is_number(article.end)) {
    at = read_number(article.end, day);
  } else if (is_number(i)) {
    at = read_number(i, day);
    if (at != 0 && doc_.word(i).size() > 2) at = 0;
  } else if ((at = read_ordinal(i, day)) == 0) {
    const Found first = get(i, kConstruct);
    if (first && first.value() > 0) {
      day = first.value();
      at = first.end;
    } else {
      at = read_words_number(i, day);
    }
  }
  return at != 0 && day >= 1 && day <= 31 ? at : 0;
}

At Reader::read_year_mark(At i, YearPart& year) const {
  if (!on_same_line(i)) return i;
  At at = punct(i, '(') && glued(i + 1) ? i + 1 : i;
  const Found hijri = get(at, kHijriMark), gregorian = get(at, kGregorian);
  if (hijri && hijri.clitics == 0) year.hijri = true;
  if (gregorian && gregorian.clitics == 0) year.gregorian = true;
  if (!year.hijri && !year.gregorian) return i;
  const At end = year.hijri ? hijri.end : gregorian.end;
  if (at == i) return end;
  return punct(end, ')') ? end + 1 : i;
}

At Reader::read_year_number(At i, YearPart& year) const {
  int value = 0;
  const bool in_figures = is_number(i);
  const At at = in_figures ? read_number(i, value) : read_words_number(i, value);
  if (at == 0 || value < 1) return 0;
  if (in_figures && doc_.word(i).size() != 4) return 0;
  if (value < kFirstYearInText || value > kLastYearInText || is(at, kBeforeChrist)) return 0;
  year.year = value;
  return read_year_mark(at, year);
}

// The 67 of "the year 67".
At Reader::read_short_year(At i, YearPart& year) const {
  constexpr int kPivot = 30;
  int in_words = 0;
  if (const At end = is_number(i) ? 0 : read_words_number(i, in_words);
      end > i + 1 && in_words > 20 && in_words < 100) {
    year.year = in_words < kPivot ? 2000 + in_words : 1900 + in_words;
    return is(end, kUnit) || is(end, kCounted) ? 0 : end;
  }
  if (!is_number(i) || doc_.word(i).size() != 2 || !plain(i) || !on_same_line(i)) return 0;
  if (is(i + 1, kCounted) || is(i + 1, kUnit) || is(i + 1, kMonth) || punct(i + 1, '/') || is_dash(i + 1)) return 0;
  const int value = figures(i);
  year.year = value < kPivot ? 2000 + value : 1900 + value;
  return read_year_mark(i + 1, year);
}

At Reader::read_year(At i, YearPart& year, bool marked) const {
  At at = skip(i, kOf);
  if (const Found here = get(at, kThis)) {
    const Found unit = get(here.end, kUnit);
    if (!unit || Unit(unit.value()) != Unit::kYear || unit.sense->detail != 1 || !unit.sense->extra) return 0;
    year.direction = here.value() == 1 ? Direction::kSame : Direction::kPresent;
    Direction said = Direction::kNone;
    const At end = read_direction(unit.end, said);
    if (end != 0) year.direction = said;
    return end != 0 ? end : unit.end;
  }
  if (const Found that = get(at, kThat)) {
    const Found unit = get(that.end, kUnit);
    if (!unit || Unit(unit.value()) != Unit::kYear || unit.sense->detail != 1 || !unit.sense->extra) return 0;
    year.direction = Direction::kSame;
    return unit.end;
  }
  const Found word = get(at, kYearWord);
  if (!word) return marked ? 0 : read_year_number(at, year);
  const At number = punct(word.end, '(') ? word.end + 1 : word.end;
  if (const At end = read_year_number(number, year)) {
    const At close = number != word.end && punct(end, ')') ? end + 1 : end;
    const Found direction = get(close, kModifier);
    return direction && direction.value() <= int(Direction::kAfterNext) ? direction.end : close;
  }
  if (const At end = read_short_year(number, year); end != 0 && number == word.end) return end;
  const Found direction = get(word.end, kModifier);
  if (direction && get(at, kUnit) && get(at, kUnit).sense->extra) {
    year.direction = Direction(direction.value());
    return direction.end;
  }
  return 0;
}

}  // namespace mahdar
