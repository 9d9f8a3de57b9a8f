// Which day the text speaks from, place by place: an article may be two reports pasted together, and
// a stamp may be a day late.
#ifndef MAHDAR_TIME_TODAYS_H_
#define MAHDAR_TIME_TODAYS_H_

#include "time/grammar.h"

namespace mahdar {

class Todays {
 public:
  // `phrases` are those of the document, in order.
  Todays(const Document& doc, const WordView& view, const TimeGrammar::Impl& grammar,
         const std::vector<Phrase>& phrases, std::optional<Day> published);

  // The article's day, or that of a later dateline above the token.
  std::optional<Day> published_at(At token) const;
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
