#include "events/settle.h"

#include <algorithm>

#include "events/news.h"
#include "events/visit.h"

namespace mahdar {
namespace {

using std::chrono::days;

constexpr days kWeek{7};
constexpr days kNotThisYear{62};  // a month further ahead of something past is last year's: "next month" lies nearer

// Makes an event's day and status agree.
class DaySettler {
 public:
  explicit DaySettler(Day today) : today_(today) {}

  void settle(MergedEvent& event) const {
    if (!event.day || event.time_implied || !event.day->first || !event.day->last) return;
    TimeMention& time = *event.day;
    if (event.postponed && event.status == Status::kCancelled && *time.first >= today_) event.status = Status::kPlanned;
    if (time.bare_weekday) return turn_weekday(event, time);
    if (event.status == Status::kOccurred && *time.first > today_) return lies_ahead(event, time);
    if (event.status == Status::kPlanned && event.status_weight != StatusWeight::kFirm && *time.last < today_)
      event.status = Status::kOccurred;
  }

 private:
  // A bare weekday of something still to come is the next such day, of something past the last one.
  void turn_weekday(const MergedEvent& event, TimeMention& time) const {
    const bool over = event.status == Status::kOccurred || event.status == Status::kDenied;
    if (event.status == Status::kPlanned && *time.first < today_) move(time, kWeek);
    if (over && *time.first > today_) move(time, -kWeek);
  }

  // Something past on a day ahead: the words about it are weak, the month is last year's, or the day is another's.
  void lies_ahead(MergedEvent& event, TimeMention& time) const {
    if (event.status_weight != StatusWeight::kFirm)
      event.status = Status::kPlanned;
    else if (time.basis != TimeBasis::kPublished || *time.first - today_ < kNotThisYear || !a_year_back(time))
      event.day.reset();
  }

  static void move(TimeMention& time, days by) {
    *time.first += by;
    *time.last += by;
    if (time.timex && time.timex->size() >= 10) time.timex = to_iso(*time.first) + time.timex->substr(10);
  }

  // Whether the time is a month or a day of one, which is then that of the year before.
  static bool a_year_back(TimeMention& time) {
    if ((time.grain != Grain::kMonth && time.grain != Grain::kDay) || !time.timex) return false;
    const auto back = [](Day day) {
      const std::chrono::year_month_day date(day);
      const auto moved = date - std::chrono::years(1);
      return Day(moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last);
    };
    time.first = back(*time.first);
    time.last = back(*time.last);
    const std::string year = to_iso(*time.first).substr(0, 4);
    if (time.timex->size() >= year.size()) time.timex->replace(0, year.size(), year);
    return true;
  }

  const Day today_;
};

// The time of an event as the text tells it; a day of the visit, if the contact is to come and told without one.
void take_day(const Analysis& analysis, const VisitReader& visits, MergedEvent& event) {
  const bool ahead = event.status == Status::kPlanned || event.status == Status::kProposed;
  if (event.type == EventType::kMeeting && ahead && (!event.time || event.time_implied))
    if ((event.time = visits.find_day(event))) event.time_implied = false;
  if (!event.time) return;
  event.day = analysis.times[*event.time];
  if (event.day_shift == 0 || !event.day->first || !event.day->last) return;
  *event.day->first += days(event.day_shift);
  *event.day->last += days(event.day_shift);
  event.day->timex = to_iso(*event.day->first);
}

}  // namespace

void settle_events(Analysis& analysis, const EventData& data, const CueSymbols& cue, std::vector<MergedEvent>& events) {
  const VisitReader visits(analysis, data, cue);
  for (MergedEvent& event : events) {
    take_day(analysis, visits, event);
    if (analysis.day.day) DaySettler(*analysis.day.day).settle(event);
    if (event.type != EventType::kMeeting || event.place != 0) continue;
    if (const Unit* goal = visits.find_goal(event)) {
      event.place = entity_index(analysis, data.knowledge, goal->index) + 1;
      event.place_span = goal->span;
    }
  }
  mark_main(analysis, data, cue, events);
  for (MergedEvent& event : events) {
    // the day of the report tells of what it reports
    if (event.time_implied && !(event.main && event.status == Status::kOccurred)) event.day.reset();
    if (!event.day) event.time.reset();
  }
}

}  // namespace mahdar
