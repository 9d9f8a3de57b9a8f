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
  struct Start {
    Rule rule;
    ClassSet classes;  // of its first word
    bool number;       // may begin with figures
  };
  static constexpr ClassSet kDay = {kDaypart, kDateWord, kDeictic, kWeekday, kDayWord, kThis, kMonth, kMonthWord, kArticle, kOrdinal, kConstruct, kCardinal};
  static constexpr Start kRules[] = {
      {&Reader::read_day_set, {kEvery, kUnit, kSet}, false},
      {&Reader::read_night_of_two, {kDaypart}, false},
      {&Reader::read_tonight, {kTonight}, false},
      {&Reader::read_reference, {kReference}, false},
      {&Reader::read_holiday, {kHoliday, kConstruct}, false},
      {&Reader::read_part_of_month, {kUnit, kConstruct}, false},
      {&Reader::read_weekend, {kWeekend}, false},
      {&Reader::read_part, {kPart}, false},
      {&Reader::read_fraction, {kFraction}, false},
      {&Reader::read_months_of, {kUnit}, false},
      {&Reader::read_years, {kUnit, kBetween, kOf}, true},
      {&Reader::read_anchored, {kAnchor, kAgo, kAfter}, false},
      {&Reader::read_last_n, {kConstruct}, false},
      {&Reader::read_offset, {kAgo, kAfter, kSince}, false},
      {&Reader::read_duration, {kFor, kUnit}, false},
      {&Reader::read_span, {kArticle, kCardinal, kDefiniteNumber, kUnit}, true},
      {&Reader::read_unit, {kThis, kThat, kUnit}, false},
      {&Reader::read_decade, {kUnit, kDecade}, false},
      {&Reader::read_century, {kUnit}, false},
      {&Reader::read_season, {kSeasonWord, kThis, kSeason}, false},
      {&Reader::read_day_group, kDay, true},
      {&Reader::read_year_alone, {kYearWord}, true},
  };
  const bool number = is_number(i);
  if (!number && (!words_.known(i) || is(i, kNever))) return false;
  for (const Start& start : kRules) {
    if (!(number ? start.number : words_.meets(i, start.classes))) continue;
    Phrase read;
    read.begin = i;
    const At end = (this->*start.rule)(i, read);
    if (end == 0) continue;
    read.end = end;
    phrase = read;
    return true;
  }
  return false;
}

}  // namespace mahdar
