#include "events/settle.h"

#include <algorithm>

namespace mahdar {
namespace {

using std::chrono::days;

constexpr days kWeek{7};
constexpr days kNews{8};          // an event longer ago is background
constexpr days kFresh{1};         // a contact of today or yesterday is news wherever it stands
constexpr days kNotThisYear{62};  // a month further ahead of something past is last year's: "next month" lies nearer
constexpr std::uint32_t kLeadSentences = 2;   // what the article reports is told here
constexpr std::uint32_t kEarlySentences = 4;  // or here, if nothing was told there
constexpr std::uint32_t kStorySentences = 4;  // behind a main event in which another of its people's is as much news
constexpr std::uint32_t kVisitSentences = 2;  // sentences before and after a contact that may tell of the visit
constexpr std::uint32_t kVisitUnits = 10;     // units behind a visit word in which its goal stands
constexpr std::uint32_t kRecallUnits = 8;     // units between "had" and its verb

// Makes an event's day and status agree.
class DaySettler {
 public:
  explicit DaySettler(Analysis& analysis) : analysis_(analysis) {}

  void settle(MergedEvent& event) const {
    if (!event.time || event.time_implied || !analysis_.day.day) return;
    TimeMention& time = analysis_.times[*event.time];
    if (!time.first || !time.last) return;
    if (event.postponed && event.status == Status::kCancelled && *time.first >= today())
      event.status = Status::kPlanned;
    if (time.bare_weekday) return turn_weekday(event, time);
    if (event.status == Status::kOccurred && *time.first > today()) return lies_ahead(event, time);
    if (event.status == Status::kPlanned && event.status_weight != StatusWeight::kFirm && *time.last < today())
      event.status = Status::kOccurred;
  }

 private:
  Day today() const { return *analysis_.day.day; }

  // A bare weekday of something still to come is the next such day, of something past the last one.
  void turn_weekday(const MergedEvent& event, TimeMention& time) const {
    const bool over = event.status == Status::kOccurred || event.status == Status::kDenied;
    if (event.status == Status::kPlanned && *time.first < today()) move(time, kWeek);
    if (over && *time.first > today()) move(time, -kWeek);
  }

  // Something past on a day ahead: the words about it are weak, the month is last year's, or the day is another's.
  void lies_ahead(MergedEvent& event, TimeMention& time) const {
    if (event.status_weight != StatusWeight::kFirm)
      event.status = Status::kPlanned;
    else if (time.basis != TimeBasis::kPublished || *time.first - today() < kNotThisYear || !a_year_back(time))
      event.time.reset();
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

  Analysis& analysis_;
};

// Finds where and when the visit is that is told of near an event.
class VisitReader {
 public:
  VisitReader(const Analysis& analysis, const EventData& data, const CueSymbols& cue)
      : analysis_(analysis), data_(data), cue_(cue) {}

  // The day of a visit to come, told in the sentence of the contact or the one before: its talks are on its first day.
  std::optional<std::uint32_t> find_day(const MergedEvent& event) const {
    for (const std::uint32_t m : event.mentions) {
      const EventMention& mention = analysis_.event_mentions[m];
      for (std::uint32_t back = 0; !mention.weak && back < kVisitSentences && back <= mention.sentence; ++back)
        if (const auto day = day_of(analysis_.tagged[mention.sentence - back].units)) return day;
    }
    return {};
  }

  const Unit* find(const MergedEvent& event) const {
    for (const std::uint32_t m : event.mentions) {
      const EventMention& mention = analysis_.event_mentions[m];
      if (mention.weak) continue;
      const std::uint32_t at = mention.sentence;
      const auto& own = analysis_.tagged[at].units;
      if (const Unit* goal = goal_of(own, mention.trigger, event, true)) return goal;
      if (const Unit* goal = goal_of(own, std::uint32_t(own.size()), event, false)) return goal;
      for (std::uint32_t by = 1; by <= kVisitSentences; ++by) {
        if (at >= by)
          if (const Unit* goal = goal_in(at - by, event)) return goal;
        if (at + by < analysis_.tagged.size())
          if (const Unit* goal = goal_in(at + by, event)) return goal;
      }
    }
    return nullptr;
  }

 private:
  std::optional<std::uint32_t> day_of(const std::vector<Unit>& units) const {
    std::uint32_t since_visit = kVisitUnits;
    for (const Unit& unit : units) {
      since_visit = is(unit, {cue_.visit, cue_.visit_verb}) ? 0 : since_visit + 1;
      if (is(unit, {cue_.that, cue_.say, cue_.on, symbol::kColon})) since_visit = kVisitUnits;
      if (unit.symbol != symbol::kTime || since_visit >= kVisitUnits) continue;
      const TimeMention& time = analysis_.times[unit.index];
      const bool ahead = time.first && analysis_.day.day && (time.bare_weekday || *time.first >= *analysis_.day.day);
      if (ahead && (time.type == TimeType::kDate || time.type == TimeType::kTime)) return unit.index;
    }
    return {};
  }

  const Unit* goal_in(std::uint32_t sentence, const MergedEvent& event) const {
    const auto& units = analysis_.tagged[sentence].units;
    return goal_of(units, std::uint32_t(units.size()), event, false);
  }

  bool is(const Unit& unit, std::initializer_list<char> symbols) const {
    return std::find(symbols.begin(), symbols.end(), unit.symbol) != symbols.end();
  }

  // The goal of the last visit in units [0, to): of one to a side of the event, or anywhere by one of its people.
  const Unit* goal_of(const std::vector<Unit>& units, std::uint32_t to, const MergedEvent& event, bool anywhere) const {
    const Unit* goal = nullptr;
    for (std::uint32_t u = 0; u < to; ++u) {
      if (!is(units[u], {cue_.visit, cue_.visit_verb, cue_.arrive})) continue;
      const bool over = u > 0 && is(units[u - 1], {cue_.after, cue_.before});  // "after a visit to": another's place
      const Unit* place = goal_behind(units, u, to);
      if (place == nullptr || (anywhere ? over || !travels(units, u, *place, event) : !is_at_home(*place, event)))
        continue;
      goal = place;
    }
    return goal;
  }

  // Whether those named with a visit are people of the event, if any are.
  bool travels(const std::vector<Unit>& units, std::uint32_t visit, const Unit& goal, const MergedEvent& event) const {
    bool any = false;
    for (std::uint32_t u = visit > 1 ? visit - 2 : 0; u < units.size() && &units[u] < &goal; ++u) {
      if (units[u].symbol != symbol::kActor) continue;
      any = true;
      for (const Side& side : analysis_.actors[units[u].index].sides)
        if (std::any_of(event.sides.begin(), event.sides.end(), [&](const Side& s) { return same(s, side); }))
          return true;
    }
    return !any;
  }

  // The place that a visit word leads to; the town where country and town are told.
  const Unit* goal_behind(const std::vector<Unit>& units, std::uint32_t visit, std::uint32_t to) const {
    const Unit* country = nullptr;
    bool towards = units[visit].symbol != cue_.arrive;
    for (std::uint32_t u = visit + 1; u < to && u < visit + kVisitUnits; ++u) {
      const Unit& unit = units[u];
      if (is(unit, {cue_.that, cue_.say, cue_.from, cue_.on, symbol::kColon, cue_.arrive, cue_.visit})) break;
      towards = (towards || unit.symbol == cue_.to) && unit.symbol != cue_.in;
      if (unit.symbol == cue_.in && country == nullptr) continue;
      if ((unit.clitics & kConjunction) != 0) break;
      const bool goal = (unit.clitics & kLi) != 0 || is_goal_behind(units[u - 1]);
      if (is(unit, {symbol::kCapital, symbol::kPlace}) && ((towards && goal) || country != nullptr)) return &unit;
      if (unit.symbol == symbol::kCountry && towards && goal && country == nullptr) country = &unit;
    }
    return country;
  }

  std::string country_of(const Side& side) const { return side_country(analysis_, data_.knowledge, side); }

  // What may stand right before the goal of a visit, if no preposition does: no part of a longer name.
  bool is_goal_behind(const Unit& before) const {
    return is(before, {cue_.visit, cue_.visit_verb, cue_.to, cue_.city, cue_.capital_word, cue_.country_word,
                       symbol::kActor, symbol::kDelegation, symbol::kComma, symbol::kTime});
  }

  // In the country of one of its sides; of its host, if one is told.
  bool is_at_home(const Unit& place, const MergedEvent& event) const {
    const std::string& country = data_.knowledge.entity(place.index).country;
    if (country.empty()) return false;
    for (std::uint32_t i = 0; i < event.sides.size(); ++i) {
      const bool host = std::find(event.hosts.begin(), event.hosts.end(), i) != event.hosts.end();
      if ((host || event.hosts.empty()) && country_of(event.sides[i]) == country) return true;
    }
    return false;
  }

  const Analysis& analysis_;
  const EventData& data_;
  const CueSymbols& cue_;
};

// Tells what an article reports from what it recalls or announces in passing.
class MainJudge {
 public:
  MainJudge(const Analysis& analysis, const EventData& data, const CueSymbols& cue)
      : analysis_(analysis), data_(data), cue_(cue) {
    while (first_ + 1 < analysis.tagged.size() && analysis.tagged[first_].units.empty()) ++first_;
  }

  void mark(std::vector<MergedEvent>& events) const {
    for (MergedEvent& event : events) event.main = is_reported(event);
    if (std::none_of(events.begin(), events.end(), [](const MergedEvent& e) { return e.main; })) mark_first(events);
    const std::vector<MergedEvent> told = events;
    for (MergedEvent& event : events) {
      const auto is_told_of = [&](const MergedEvent& other) {
        return other.main && other.mentions != event.mentions && is_again(event, other);
      };
      const auto is_continued = [&](const MergedEvent& other) { return other.main && continues(event, other); };
      event.main = event.main ? is_in_lead(event) || std::none_of(told.begin(), told.end(), is_told_of)
                              : std::any_of(told.begin(), told.end(), is_continued);
    }
  }

 private:
  bool is_in_lead(const MergedEvent& event) const { return first_sentence(event) < first_ + kLeadSentences; }

  // Told in the lead or the title, as news.
  bool is_reported(const MergedEvent& event) const {
    const bool recalled = is_recalled(analysis_.event_mentions[event.mentions[0]]) && !is_fresh(event);
    if (recalled || (is_old(event) && first_sentence(event) > first_)) return false;
    return is_in_lead(event) || is_in_title(event);
  }

  // Where neither lead nor title tells of a contact: the first that is told outright, else the first told early.
  void mark_first(std::vector<MergedEvent>& events) const {
    const auto is_news = [&](const MergedEvent& event) {
      return !is_old(event) && !is_recalled(analysis_.event_mentions[event.mentions[0]]);
    };
    auto first = std::find_if(events.begin(), events.end(), [&](const MergedEvent& event) {
      return is_news(event) && event.status_weight == StatusWeight::kFirm &&
             (is_early(event) || (event.status == Status::kOccurred && is_fresh(event)));
    });
    if (first == events.end())
      first = std::find_if(events.begin(), events.end(),
                           [&](const MergedEvent& event) { return is_news(event) && is_early(event); });
    if (first != events.end()) first->main = true;
  }

  bool is_early(const MergedEvent& event) const {
    return first_sentence(event) < first_ + kEarlySentences || analysis_.title.text.empty();
  }

  // Another contact of the same people, told behind one that is news: recalled or announced in passing.
  bool is_again(const MergedEvent& event, const MergedEvent& news) const {
    if (is_fresh(event) || first_sentence(event) < first_sentence(news)) return false;
    return std::count_if(event.sides.begin(), event.sides.end(), [&](const Side& side) {
             return std::any_of(news.sides.begin(), news.sides.end(), [&](const Side& s) { return same(s, side); });
           }) >= 2;
  }

  const TimeMention* own_time(const MergedEvent& event) const {
    if (!event.time || event.time_implied || !analysis_.day.day) return nullptr;
    const TimeMention& time = analysis_.times[*event.time];
    return time.first && time.last ? &time : nullptr;
  }

  // Longer ago than news is, or told no nearer than by its week.
  bool is_old(const MergedEvent& event) const {
    const TimeMention* time = own_time(event);
    if (time == nullptr || event.status != Status::kOccurred) return false;
    if (*time->last + kNews < *analysis_.day.day) return true;
    return *time->last < *analysis_.day.day && *time->last - *time->first >= days(4);
  }

  bool is_fresh(const MergedEvent& event) const {
    const TimeMention* time = own_time(event);
    return time != nullptr && event.status == Status::kOccurred && *time->first <= *analysis_.day.day &&
           *time->last + kFresh >= *analysis_.day.day;
  }

  // "He also met", "will then meet": told outright, of one of the people of the story, and not of other days.
  bool continues(const MergedEvent& event, const MergedEvent& story) const {
    if (event.status_weight != StatusWeight::kFirm || is_recalled(analysis_.event_mentions[event.mentions[0]]))
      return false;
    if (first_sentence(event) > first_sentence(story) + kStorySentences) return false;
    const TimeMention* time = own_time(event);
    const bool now =
        event.status == Status::kOccurred ? time == nullptr || is_fresh(event) : time != nullptr && is_soon(*time);
    return now && std::any_of(event.sides.begin(), event.sides.end(), [&](const Side& side) {
             return side.kind == ParticipantKind::kPerson &&
                    std::any_of(story.sides.begin(), story.sides.end(), [&](const Side& s) { return same(s, side); });
           });
  }

  std::uint32_t first_sentence(const MergedEvent& event) const {
    return analysis_.event_mentions[event.mentions[0]].sentence;
  }

  bool is_soon(const TimeMention& time) const {
    return *time.first >= *analysis_.day.day && *time.last <= *analysis_.day.day + kNews;
  }

  // "had met".
  bool is_recalled(const EventMention& mention) const {
    const TaggedSentence& sentence = analysis_.tagged[mention.sentence];
    if (mention.status != Status::kOccurred) return false;
    for (std::uint32_t u = mention.trigger; u > 0 && mention.trigger - u < kRecallUnits; --u)
      if (sentence.units[u - 1].symbol == cue_.kaad) return true;
    return false;
  }

  // The title names two of its sides, or one and the other's country, or one and such a contact.
  bool is_in_title(const MergedEvent& event) const {
    std::ptrdiff_t people = 0, sides = 0;
    for (const Side& side : event.sides) {
      const bool person = side.kind == ParticipantKind::kPerson && side.entity != 0 &&
                          analysis_.title_people.count(analysis_.entities[side.entity - 1].known) != 0;
      people += person;
      sides += person || analysis_.title_countries.count(country_of(side)) != 0;
    }
    if (people >= 2) return true;
    const bool told = event.status == Status::kOccurred && event.status_weight == StatusWeight::kFirm;
    return sides >= 2 && (title_tells(event.type) || (people >= 1 && told));
  }

  std::string country_of(const Side& side) const { return side_country(analysis_, data_.knowledge, side); }

  bool title_tells(EventType type) const {
    const auto tells = [&](std::initializer_list<char> symbols) {
      return std::any_of(symbols.begin(), symbols.end(),
                         [&](char symbol) { return analysis_.title_words.count(symbol) != 0; });
    };
    if (type == EventType::kCall) return tells({cue_.call, cue_.contact, cue_.call_verb, cue_.phone});
    return tells({cue_.meet_verb, cue_.host_verb, cue_.meet, cue_.summit, cue_.talks, cue_.nego, cue_.session,
                  cue_.visit, cue_.visit_verb, cue_.discuss});
  }

  const Analysis& analysis_;
  const EventData& data_;
  const CueSymbols& cue_;
  std::uint32_t first_ = 0;  // sentence with words
};

}  // namespace

void settle_events(Analysis& analysis, const EventData& data, const CueSymbols& cue, std::vector<MergedEvent>& events) {
  for (MergedEvent& event : events) {
    const VisitReader visits(analysis, data, cue);
    const bool undated = !event.time || event.time_implied;
    if (event.type == EventType::kMeeting && (event.status == Status::kPlanned || event.status == Status::kProposed) &&
        undated)
      if ((event.time = visits.find_day(event))) event.time_implied = false;
    DaySettler(analysis).settle(event);
    if (event.type != EventType::kMeeting || event.place != 0) continue;
    if (const Unit* goal = visits.find(event)) {
      event.place = entity_index(analysis, data.knowledge, goal->index) + 1;
      event.place_span = goal->span;
    }
  }
  MainJudge(analysis, data, cue).mark(events);
  for (MergedEvent& event : events)  // the day of the report tells of what it reports
    if (event.time_implied && !(event.main && event.status == Status::kOccurred)) event.time.reset();
}

}  // namespace mahdar
