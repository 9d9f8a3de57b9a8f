// The tables of ar/dates/ become words of the date grammar.
#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "time/words.h"

namespace mahdar {
namespace {

using enum WordClass;

int index_of(const Table& table, const Table::Row& row, std::string_view column,
             std::initializer_list<std::string_view> names) {
  const std::string& cell = table.cell(row, column);
  const auto found = std::find(names.begin(), names.end(), cell);
  if (found == names.end()) table.fail(row, "'" + cell + "' is not a " + std::string(column));
  return int(found - names.begin());
}

int number_in(const Table& table, const Table::Row& row, std::string_view column) {
  const std::string& cell = table.cell(row, column);
  char* end = nullptr;
  const long value = std::strtol(cell.c_str(), &end, 10);
  if (cell.empty() || *end != '\0') table.fail(row, "'" + cell + "' is not a number");
  return int(value);
}

Sense make_sense(WordClass cls, int value, int detail = 0, int extra = 0) {
  return {cls, std::int16_t(value), std::int8_t(detail), std::int8_t(extra)};
}

// A class of words.tsv and blockers.tsv with the names of its values.
struct NamedClass {
  std::string_view name;
  WordClass cls;
  std::initializer_list<std::string_view> values;  // empty: a number, or "-"
};

const NamedClass kClasses[] = {
    {"deictic", kDeictic, {}},
    {"tonight", kTonight, {}},
    {"decade", kDecade, {}},
    {"reference", kReference, {"none", "before_past", "past", "present", "future"}},
    {"part", kPart, {"start", "mid", "end"}},
    {"daypart", kDaypart, {"-", "MO", "AF", "EV", "NI"}},
    {"daypart_after", kDaypartAfter, {"-", "MO", "AF", "EV", "NI"}},
    {"season", kSeason, {"SP", "SU", "FA", "WI"}},
    {"fraction", kFraction, {"-", "-", "H", "T", "Q"}},
    {"set", kSet, {"P1D", "P1W", "P1M", "P1Y", "PT1H"}},
    {"approx", kApprox, {"approx", "more", "less"}},
    {"season_word", kSeasonWord, {}},
    {"weekend", kWeekend, {}},
    {"this", kThis, {}},
    {"that", kThat, {}},
    {"ago", kAgo, {}},
    {"after", kAfter, {}},
    {"since", kSince, {}},
    {"for", kFor, {}},
    {"lasting", kLasting, {}},
    {"until", kUntil, {}},
    {"between", kBetween, {}},
    {"some", kSome, {}},
    {"few", kFew, {}},
    {"half_more", kHalfMore, {}},
    {"date_word", kDateWord, {}},
    {"day_word", kDayWord, {}},
    {"month_word", kMonthWord, {}},
    {"year_word", kYearWord, {}},
    {"of", kOf, {}},
    {"at", kAt, {}},
    {"time_in", kTimeIn, {}},
    {"every", kEvery, {}},
    {"gregorian", kGregorian, {}},
    {"hijri", kHijriMark, {}},
    {"before_christ", kBeforeChrist, {}},
    {"article", kArticle, {}},
    {"first_few", kFirstFew, {}},
    {"last_few", kLastFew, {}},
    {"from_now", kFromNow, {}},
    {"of_event", kOfEvent, {}},
    {"of_time", kOfTime, {}},
    {"anchor", kAnchor, {}},
    {"year_noun", kYearNoun, {}},
    {"and", kAnd, {}},
    {"or", kOr, {}},
    {"half", kHalf, {}},
    {"only", kOnly, {}},
    {"earlier", kEarlier, {}},
    {"this_part", kThisPart, {"-", "MO", "AF", "EV", "NI"}},
    {"named_by_date", kNamedByDate, {}},
    {"named_by_month", kNamedByMonth, {}},
    {"named_by_weekday", kNamedByWeekday, {}},
    {"pair_noun", kPairNoun, {}},
    {"named_today", kNamedToday, {}},
    {"public_noun", kPublicNoun, {}},
    {"surely_past", kSurelyPast, {}},
    {"not_month_after", kNotMonthAfter, {}},
    {"not_weekday_after", kNotWeekdayAfter, {}},
    {"not_today_after", kNotTodayAfter, {}},
    {"not_year_after", kNotYearAfter, {}},
    {"age_after", kAgeAfter, {}},
    {"counted", kCounted, {}},
    {"never", kNever, {}},
    {"future_cue", kFutureCue, {}},
    {"past_cue", kPastCue, {}},
    {"past_verb", kPastVerb, {}},
    {"not_future", kNotFuture, {}},
    {"dateline", kDateline, {}},
};

}  // namespace

void DateWords::load_months(const Table& table) {
  for (const Table::Row& row : table.rows()) {
    const int family = index_of(
        table, row, "family",
        {"gulf", "levantine", "maghrebi", "moroccan", "libyan", "hijri", "english", "french", "turkish", "russian"});
    const int needs = index_of(table, row, "needs", {"-", "context", "verb", "support", "day"});
    const int month = number_in(table, row, "month");
    if (month < 1 || month > 12) table.fail(row, "a month is 1 to 12");
    add_all(table, row, "names", make_sense(kMonth, month, family, needs));
  }
}

void DateWords::load_weekdays(const Table& table) {
  for (const Table::Row& row : table.rows())
    add_all(table, row, "names",
            make_sense(kWeekday, number_in(table, row, "day"),
                       index_of(table, row, "form", {"definite", "bare", "foreign"})));
}

void DateWords::load_numbers(const Table& table) {
  static constexpr WordClass kForms[] = {kCardinal, kDefiniteNumber, kOrdinal, kConstruct};
  for (const Table::Row& row : table.rows()) {
    const int form = index_of(table, row, "form", {"cardinal", "definite", "ordinal", "construct"});
    add_all(table, row, "words", make_sense(kForms[form], number_in(table, row, "value")));
  }
}

void DateWords::load_units(const Table& table) {
  for (const Table::Row& row : table.rows()) {
    const int unit =
        index_of(table, row, "unit", {"minute", "hour", "day", "night", "week", "month", "year", "decade", "century"});
    const int number = index_of(table, row, "number", {"-", "one", "two", "many"});
    const int definite = index_of(table, row, "definite", {"no", "yes"});
    add_all(table, row, "words", make_sense(kUnit, unit, number, definite));
  }
}

void DateWords::load_modifiers(const Table& table) {
  for (const Table::Row& row : table.rows()) {
    const int direction =
        index_of(table, row, "direction",
                 {"none", "before_past", "past", "present", "future", "after_next", "same", "following", "preceding"});
    add_all(table, row, "words",
            make_sense(kModifier, direction, index_of(table, row, "form", {"masculine", "feminine", "dual"})));
  }
}

void DateWords::load_holidays(const Table& table) {
  for (const Table::Row& row : table.rows()) {
    Holiday holiday;
    holiday.hijri = index_of(table, row, "calendar", {"gregorian", "hijri"}) == 1;
    holiday.month = number_in(table, row, "month");
    holiday.day = number_in(table, row, "day");
    holiday.days = number_in(table, row, "days");
    add_all(table, row, "names", make_sense(kHoliday, int(holidays_.size())));
    holidays_.push_back(holiday);
  }
}

void DateWords::load_words(const Table& table) {
  for (const Table::Row& row : table.rows()) {
    const std::string& name = table.cell(row, "class");
    const auto named =
        std::find_if(std::begin(kClasses), std::end(kClasses), [&](const NamedClass& c) { return c.name == name; });
    if (named == std::end(kClasses)) table.fail(row, "'" + name + "' is no class");
    int value = 0;
    if (named->values.size() != 0)
      value = index_of(table, row, "value", named->values);
    else if (table.cell(row, "value") != "-")
      value = number_in(table, row, "value");
    add_all(table, row, "words", make_sense(named->cls, value));
  }
}

}  // namespace mahdar
