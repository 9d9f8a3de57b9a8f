// What the words of a time expression say, before anything is reckoned.
#ifndef MAHDAR_TIME_PHRASE_H_
#define MAHDAR_TIME_PHRASE_H_

#include <optional>

#include "mahdar/record.h"
#include "time/words.h"

namespace mahdar {

enum class Shape : std::uint8_t {
  kNone,
  kDate,       // any of year, month, day, weekday, deictic
  kYears,      // year to last_year
  kUnit,       // this, last, next unit
  kOffset,     // count units ago or hence: a date of that grain
  kDuration,   // count units
  kSince,      // count units up to now
  kSpan,       // the last or next count units
  kReference,  // past, present or future, no more
  kDecade,
  kCentury,
  kSeason,
  kWeekend,
  kFraction,     // a quarter, half or third of a year or month
  kMonthsOf,     // the first or last count months of a year
  kPartOfMonth,  // the nth week or the first days of a month
  kHoliday,
  kSet
};

// Four figures outside these are no year.
inline constexpr int kFirstYearInText = 1000, kLastYearInText = 2200;
// Years that are Hijri beside a Hijri month.
inline constexpr int kFirstHijriYear = 1300, kLastHijriYear = 1500;
// Four figures that may be a year without the word, after a preposition.
inline constexpr int kFirstBareYear = 1800, kLastBareYear = 2099;

// A year as it is written.
struct YearPart {
  int year = 0;
  int last_year = 0;  // "2017-2018", of a season
  Direction direction = Direction::kNone;
  bool hijri = false;
  bool gregorian = false;  // said to be so
  bool given() const { return year != 0 || direction != Direction::kNone; }
};

struct Phrase {
  Shape shape = Shape::kNone;
  At begin = 0;
  At end = 0;
  int clitic_letters = 0;  // on its first token

  bool hijri = false;
  int month = 0;
  int other_month = 0;  // the second name, where it is of another month
  int day = 0;
  int last_day = 0;
  YearPart year;
  Direction month_direction = Direction::kNone;  // "in March last"
  bool month_of_direction = false;               // "the 5th of last month": no month named
  int weekday = 0;
  int last_weekday = 0;
  Direction weekday_direction = Direction::kNone;
  Direction week_direction = Direction::kNone;  // "Sunday of last week"
  std::optional<int> deictic;                   // days from today

  Unit unit = Unit::kDay;
  int count = 0;    // 0: not said how many
  int ordinal = 0;  // -1: the last
  Direction direction = Direction::kNone;
  int edge = 0;  // the first (1) or last (-1) day of what is said
  int set = 0;
  bool yearly = false;  // "the 5th of May of every year"
  int holiday = 0;
  bool anchored = false;  // counted from an event that the text names

  Daypart daypart = Daypart::kNone;
  TimeMod mod = TimeMod::kNone;
  bool future = false;   // a future cue governs it
  bool past = false;     // "since" stands before it, or a verb of the past right after
  bool heading = false;  // a year above what is told of it
  bool alone = false;    // nothing but a word or two stands before it
};

}  // namespace mahdar

#endif  // MAHDAR_TIME_PHRASE_H_
