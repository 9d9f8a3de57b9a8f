#include <array>
#include <iterator>

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

namespace {

using Rules = std::uint64_t;  // a bit a rule

}  // namespace

// The rules that may begin with each class of word, and with figures.
struct Reader::RuleIndex {
  std::array<Rules, ClassSet::kCapacity> of_class{};
  Rules of_number = 0;

  RuleIndex() {
    static_assert(std::size(kRules) <= 64);
    for (std::size_t r = 0; r < std::size(kRules); ++r) {
      const Rules bit = Rules(1) << r;
      kRules[r].classes.for_each([&](std::size_t cls) { of_class[cls] |= bit; });
      if (kRules[r].number) of_number |= bit;
    }
  }

  Rules of(const ClassSet& classes) const {
    Rules rules = 0;
    classes.for_each([&](std::size_t cls) { rules |= of_class[cls]; });
    return rules;
  }
};

// Whether nothing can begin at a word, since it needs another after it and that is none of dates.
bool Reader::leads_nowhere(At i) const {
  constexpr ClassSet kAlone = {kMonth,    kWeekday, kDeictic, kReference, kHoliday, kTonight,
                               kThisPart, kSeason,  kDecade,  kSet,       kWeekend, kUnit};
  if (words_.classes(i).meets(kAlone)) return false;
  return i + 1 >= limit_ || (is_word(i + 1) && !words_.known(i + 1));
}

bool Reader::read(At i, Phrase& phrase) const {
  static const RuleIndex kIndex;
  const ClassSet& classes = words_.classes(i);
  const bool number = is_number(i);
  if (!number && (classes.empty() || leads_nowhere(i))) return false;
  const Rules may = number ? kIndex.of_number : kIndex.of(classes);
  if (may == 0 || is(i, kNever)) return false;
  for (Rules rest = may; rest != 0; rest &= rest - 1) {
    const Start& start = kRules[std::size_t(__builtin_ctzll(rest))];
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
