#include "time/reader.h"

namespace mahdar {

using enum WordClass;

namespace {

constexpr std::string_view kAlefLam = "\xD8\xA7\xD9\x84";

}  // namespace

bool Reader::before(At i, WordClass cls) const {
  if (i <= first_) return false;
  for (const At back : {1u, 2u, 3u}) {
    if (i < first_ + back) break;
    if (const Found word = words_.get(i - back, cls, i); word && word.end == i) return true;
  }
  return false;
}

bool Reader::is_dash(At i) const {
  return punct(i, '-') || punct(i, 0x2013) || punct(i, 0x2014) || punct(i, 0x2012) || punct(i, 0x2212);
}

bool Reader::definite_noun(At i) const {
  return is_word(i) && on_same_line(i) && doc_.word(i).starts_with(kAlefLam) && !is(i, kModifier);
}

At Reader::skip(At i, WordClass cls) const {
  const Found word = i < limit_ ? get(i, cls) : Found{};
  return word && on_same_line(word.end) ? word.end : i;
}

At Reader::skip_comma(At i) const { return punct(i, ',') || punct(i, 0x60C) ? i + 1 : i; }

bool Reader::read(At i, Phrase& phrase) const {
  static constexpr Rule kRules[] = {
      &Reader::read_day_set,   &Reader::read_night_of_two, &Reader::read_tonight,   &Reader::read_reference,
      &Reader::read_holiday,   &Reader::read_part_of_month, &Reader::read_weekend,  &Reader::read_part,
      &Reader::read_fraction,  &Reader::read_months_of,    &Reader::read_years,     &Reader::read_anchored,
      &Reader::read_last_n,    &Reader::read_offset,       &Reader::read_duration,  &Reader::read_span,
      &Reader::read_unit,      &Reader::read_decade,       &Reader::read_century,   &Reader::read_season,
      &Reader::read_day_group, &Reader::read_year_alone,
  };
  if (!words_.known(i) && !is_number(i)) return false;
  if (is(i, kNever)) return false;
  for (const Rule rule : kRules) {
    Phrase read;
    read.begin = i;
    const At end = (this->*rule)(i, read);
    if (end == 0) continue;
    read.end = end;
    phrase = read;
    return true;
  }
  return false;
}

}  // namespace mahdar
