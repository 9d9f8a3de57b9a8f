#include "events/news.h"

#include <algorithm>

namespace mahdar {
namespace {

using std::chrono::days;

constexpr days kNews{8};                      // an event longer ago is background
constexpr days kFresh{1};                     // a contact of today or yesterday is news wherever it stands
constexpr std::uint32_t kLeadSentences = 2;   // what the article reports is told here
constexpr std::uint32_t kEarlySentences = 4;  // or here, if nothing was told there
constexpr std::uint32_t kStorySentences = 4;  // behind a main event in which another of its people's is as much news
constexpr std::uint32_t kRecallUnits = 8;     // units between "had" and its verb

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
    if (!event.day || event.time_implied || !analysis_.day.day) return nullptr;
    return event.day->first && event.day->last ? &*event.day : nullptr;
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

void mark_main(const Analysis& analysis, const EventData& data, const CueSymbols& cue,
               std::vector<MergedEvent>& events) {
  MainJudge(analysis, data, cue).mark(events);
}

}  // namespace mahdar
