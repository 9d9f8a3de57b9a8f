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

// Past a dash, or a tatweel that stands for one.
At Reader::after_dash(At i) const {
  constexpr std::string_view kTatweel = "\xD9\x80";
  if (is_dash(i)) return i + 1;
  if (i <= first_ || i >= limit_) return 0;
  const std::size_t begin = doc_.tokens[i - 1].span.end, end = doc_.tokens[i].span.begin;
  return std::string_view(doc_.text).substr(begin, end - begin).find(kTatweel) != std::string_view::npos ? i : 0;
}

bool Reader::is_quote(At i) const { return punct(i, '"') || punct(i, 0x201D) || punct(i, 0xBB); }

bool Reader::is_open_quote(At i) const {
  return punct(i, '"') || punct(i, 0x201C) || punct(i, 0x201D) || punct(i, 0xAB);
}

bool Reader::definite_noun(At i) const {
  return is_word(i) && on_same_line(i) && doc_.word(i).starts_with(kAlefLam) && !is(i, kModifier);
}

bool Reader::starts_with_hamza(At i) const {
  constexpr std::string_view kAlefHamza = "\xD8\xA3";
  return std::string_view(doc_.text).substr(doc_.tokens[i].span.begin).starts_with(kAlefHamza);
}

At Reader::skip(At i, WordClass cls) const {
  const Found word = i < limit_ ? get(i, cls) : Found{};
  return word ? word.end : i;
}

At Reader::skip_comma(At i) const { return punct(i, ',') || punct(i, 0x60C) ? i + 1 : i; }

namespace {

constexpr ClassSet kDayStarts = {kDaypart, kDateWord,  kDeictic, kWeekday, kDayWord,   kThis,
                                 kMonth,   kMonthWord, kArticle, kOrdinal, kConstruct, kCardinal};

}  // namespace

// A rule is tried where its first word may be of one of the classes.
struct Reader::Start {
  Rule rule;
  ClassSet classes;
  bool number;  // may begin with figures
};

// The first that reads something wins, so the narrower ones come first.
constinit const Reader::Start Reader::kRules[] = {
    {&Reader::read_day_set, {kEvery, kUnit, kSet}, false},
    {&Reader::read_night_of_two, {kDaypart}, false},
    {&Reader::read_weekday_pair, {kDayWord, kWeekday}, false},
    {&Reader::read_tonight, {kTonight}, false},
    {&Reader::read_this_part, {kThisPart}, false},
    {&Reader::read_earlier, {kEarlier}, false},
    {&Reader::read_reference, {kReference}, false},
    {&Reader::read_holiday, {kHoliday, kConstruct}, false},
    {&Reader::read_edge_day, {kUnit, kConstruct}, false},
    {&Reader::read_part_of_month, {kUnit, kConstruct}, false},
    {&Reader::read_part_of_year, {kUnit}, false},
    {&Reader::read_nth_weekday, {kWeekday, kConstruct}, false},
    {&Reader::read_weekend, {kWeekend}, false},
    {&Reader::read_part, {kPart}, false},
    {&Reader::read_first_of, {kConstruct}, false},
    {&Reader::read_fraction, {kFraction}, false},
    {&Reader::read_months_of, {kUnit, kDefiniteNumber, kArticle, kConstruct}, false},
    {&Reader::read_years, {kUnit}, true},
    {&Reader::read_anchored, {kAnchor, kAgo, kAfter}, false},
    {&Reader::read_late_anchored, {kUnit, kCardinal, kApprox}, false},
    {&Reader::read_last_n, {kConstruct}, false},
    {&Reader::read_offset, {kAgo, kAfter, kSince}, false},
    {&Reader::read_duration, {kFor, kUnit, kCardinal, kSome, kApprox}, true},
    {&Reader::read_lasting, {kUnit, kCardinal, kApprox}, true},
    {&Reader::read_span, {kArticle, kCardinal, kDefiniteNumber, kUnit}, true},
    {&Reader::read_unit, {kThis, kThat, kUnit}, false},
    {&Reader::read_decade, {kUnit, kDecade}, false},
    {&Reader::read_century, {kUnit}, false},
    {&Reader::read_season, {kSeasonWord, kThis, kSeason}, false},
    {&Reader::read_day_group, kDayStarts, true},
    {&Reader::read_year_alone, {kYearWord, kUnit}, true},
};

bool Reader::read(At i, Phrase& phrase) const {
  static const ClassSet kStarts = [] {
    ClassSet all;
    for (const Start& start : kRules) all.add(start.classes);
    return all;
  }();
  const bool number = is_number(i);
  if (!number && (!words_.meets(i, kStarts) || is(i, kNever))) return false;
  for (const Start& start : kRules) {
    if (!(number ? start.number : words_.meets(i, start.classes))) continue;
    Phrase read;
    read.begin = i;
    const At end = (this->*start.rule)(i, read);
    if (end == 0) continue;
    read.end = end;
    read.clitic_letters = words_.clitic_letters(read.begin, start.classes, end);
    phrase = read;
    return true;
  }
  return false;
}

}  // namespace mahdar
