// Which day the text speaks from, place by place: an article may be two reports pasted together, and
// a stamp may be a day late.
#ifndef MAHDAR_TIME_TODAYS_H_
#define MAHDAR_TIME_TODAYS_H_

#include "time/grammar.h"

namespace mahdar {

inline constexpr At kOpening = 30;  // tokens: a dateline among the first is the article's own

class Todays {
 public:
  Todays(const Phrases& phrases, const Resolver& resolver, std::optional<Day> published);

  // The article's day, or that of a later dateline above the token.
  std::optional<Day> published_at(At token) const;
  // Whether a second report begins with the date at the token.
  bool opens_report(At token) const;
  // What "today" is: the day that the nearest "today, Thursday" tells, if it lies by the article's day.
  std::optional<Day> today_at(At token) const;

 private:
  struct Mark {
    At token;
    Day day;
  };
  static std::vector<Mark>::const_iterator first_after(const std::vector<Mark>& marks, At token);

  std::optional<Day> published_;
  std::vector<Mark> datelines_;  // in order
  std::vector<Mark> told_;       // in order
};

}  // namespace mahdar

#endif  // MAHDAR_TIME_TODAYS_H_
