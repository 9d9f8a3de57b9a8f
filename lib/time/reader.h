// The date grammar: small recognisers over tokens, each of which reads one construction.
//
// A read_ function begins at a token, fills what it is given, and answers the token after what it
// read, or 0 where the construction does not stand; it never looks back further than a word.
#ifndef MAHDAR_TIME_READER_H_
#define MAHDAR_TIME_READER_H_

#include "time/phrase.h"

namespace mahdar {

class Reader {
 public:
  Reader(const Document& doc, const WordView& words) : doc_(doc), words_(words) {}

  // The tokens that may be read: those of one sentence.
  void restrict(TokenRange range) { first_ = range.begin, limit_ = range.end; }

  // Whether one may begin at a token; most tokens are no words of dates.
  bool may_begin(At i) const { return !words_.classes(i).empty() || is_number(i); }
  // The time expression that begins at a token, if any. Filled but for `future`.
  bool read(At i, Phrase& phrase) const;

  // A day, month and year in figures or words, as a dateline has it.
  At read_date(At i, Phrase& p) const;

  // --- cues.cpp
  bool governed_by_future(At begin, At end) const;
  bool governed_by_past(At begin, At end) const;
  bool is_name(const Phrase& p) const;
  bool is_heading(const Phrase& p) const;
  bool joins(At begin, At end) const;
  bool is_foreign(const Phrase& p) const;   // its month is named in another language than Arabic
  bool is_dateline(const Phrase& p) const;  // of the line that may be read

 private:
  // --- reader.cpp
  using Rule = At (Reader::*)(At, Phrase&) const;
  struct Start;
  static const Start kRules[];
  bool leads_nowhere(At i) const;
  struct RuleIndex;
  Found get(At i, WordClass cls) const { return words_.get(i, cls, limit_); }
  bool is(At i, WordClass cls) const { return bool(get(i, cls)); }
  bool before(At i, WordClass cls) const;  // the word before is of the class
  bool punct(At i, char32_t c) const {
    return i < limit_ && doc_.tokens[i].kind == TokenKind::kPunctuation && doc_.tokens[i].punctuation == c;
  }
  bool is_dash(At i) const;
  At after_dash(At i) const;  // or 0
  bool is_quote(At i) const;  // a closing one
  bool is_open_quote(At i) const;
  bool is_number(At i) const { return i < limit_ && doc_.tokens[i].kind == TokenKind::kNumber; }
  bool glued(At i) const { return i < limit_ && !doc_.tokens[i].space_before && !doc_.tokens[i].newline_before; }
  bool is_word(At i) const { return i < limit_ && doc_.tokens[i].kind == TokenKind::kWord; }
  bool definite_noun(At i) const;
  bool starts_with_hamza(At i) const;  // as written: no article
  bool on_same_line(At i) const { return i < limit_ && !doc_.tokens[i].newline_before; }
  At skip(At i, WordClass cls) const;  // past a word of the class, or `i`
  At skip_comma(At i) const;
  // --- cues.cpp
  bool is_future_verb(At i) const;
  bool is_labelled(At begin) const;  // "published on" stands before it
  bool is_led(At begin) const;       // "in", "since" stands before it
  bool opens_report(At end) const;   // a dash, a stroke or an agency follows
  At count_words(At begin, At end) const;

  // --- read_number.cpp
  int figures(At i) const;                       // the value of a number token, -1 if it is too long
  bool plain(At i) const;                        // a number token that is no part of a longer figure
  At read_number(At i, int& value) const;        // in figures or words
  At read_words_number(At i, int& value) const;  // in words
  At read_ordinal(At i, int& value) const;
  At read_definite_number(At i, int& value) const;        // "the five", "the five and twenty"
  At read_day_number(At i, int& day) const;               // 1 to 31, cardinal or ordinal
  At read_year(At i, YearPart& year, bool marked) const;  // marked: needs the word "year" before a number
  At read_year_number(At i, YearPart& year) const;
  At read_short_year(At i, YearPart& year) const;
  At read_year_mark(At i, YearPart& year) const;

  // --- read_month.cpp
  At read_month(At i, Phrase& p) const;  // with its second name
  At read_month_pair(At i, Phrase& p, const Sense& first) const;
  bool month_is_supported(At begin, At name, At end, const Sense& name_sense) const;
  bool in_month_pair(At begin, At end) const;  // "the two months March and April"
  At read_after_month(At i, Phrase& p) const;  // modifier, year
  // --- read_date.cpp
  At read_figures(At i, Phrase& p) const;        // 27/10/2020
  At read_short_figures(At i, Phrase& p) const;  // 27/10
  At read_month_figures(At i, Phrase& p) const;  // 3/1436
  bool set_figures(Phrase& p, int a, int b, int c, int digits_of_a) const;
  At read_day_list(At i, Phrase& p) const;    // 18 and 22, 3 to 12
  At read_shared_day(At i, Phrase& p) const;  // the 2 of "2 and 7 June"
  At read_day_month(At i, Phrase& p) const;
  At read_month_day(At i, Phrase& p) const;  // October 27
  At read_month_year(At i, Phrase& p) const;
  At read_day_of_this_month(At i, Phrase& p) const;
  At read_glue(At i) const;  // between weekday and date

  // --- read_day.cpp
  At read_weekday(At i, Phrase& p) const;
  At read_weekday_pair(At i, Phrase& p) const;
  At read_weekday_direction(At i, Phrase& p) const;
  At read_deictic(At i, Phrase& p) const;
  At read_day_group(At i, Phrase& p) const;  // daypart, day word, weekday, date
  At read_components(At i, Phrase& p, int& count) const;
  bool closes_bracket(At begin, At end) const;
  At read_twin(At i, Phrase& p) const;  // the same day by the other calendar
  At read_night_of_two(At i, Phrase& p) const;
  At read_tonight(At i, Phrase& p) const;
  At read_day_set(At i, Phrase& p) const;
  At read_this_part(At i, Phrase& p) const;

  // --- read_unit.cpp
  At read_amount(At i, Phrase& p, Found& unit) const;  // three months, two days, several weeks
  At read_half(At i, Phrase& p) const;
  bool names_dates(const Found& unit, At end) const;
  At read_approx(At i, TimeMod& mod) const;
  At read_offset(At i, Phrase& p) const;
  At read_anchored(At i, Phrase& p) const;
  At read_late_anchored(At i, Phrase& p) const;  // "before ... by two days"
  At read_duration(At i, Phrase& p) const;
  bool is_for_amount(At i) const;
  At read_lasting(At i, Phrase& p) const;                       // "the talks lasted three hours"
  bool within(At i, At tokens, const ClassSet& classes) const;  // a word of these stands not far before
  At read_unit(At i, Phrase& p) const;
  At read_span(At i, Phrase& p) const;
  At read_last_n(At i, Phrase& p) const;
  At read_direction(At i, Direction& direction) const;

  // --- read_period.cpp
  At read_part(At i, Phrase& p) const;
  At read_first_of(At i, Phrase& p) const;  // "the first of the year"
  At read_part_of(At i, Phrase& p) const;
  At read_weekend(At i, Phrase& p) const;
  At read_fraction(At i, Phrase& p) const;
  At read_this_fraction(At i, Phrase& p) const;
  At read_months_of(At i, Phrase& p) const;
  At read_part_of_month(At i, Phrase& p) const;
  At read_edge_day(At i, Phrase& p) const;
  At read_part_of_year(At i, Phrase& p) const;  // the first month of the year
  At read_nth_weekday(At i, Phrase& p) const;   // the third Tuesday of May
  // --- read_year.cpp
  At read_decade(At i, Phrase& p) const;
  At read_century(At i, Phrase& p) const;
  At read_season(At i, Phrase& p) const;
  At read_holiday(At i, Phrase& p) const;
  At read_reference(At i, Phrase& p) const;
  At read_earlier(At i, Phrase& p) const;  // "earlier in the week"
  At read_first_months(At i, Phrase& p) const;
  At read_nth_decade(At i, Phrase& p) const;
  bool follows_year(At i) const;
  At read_year_entry(At i, YearPart& year) const;
  At read_years(At i, Phrase& p) const;
  At read_year_alone(At i, Phrase& p) const;

  const Document& doc_;
  const WordView& words_;
  At first_ = 0;
  At limit_ = 0;
};

}  // namespace mahdar

#endif  // MAHDAR_TIME_READER_H_
