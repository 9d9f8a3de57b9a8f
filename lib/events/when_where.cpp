// The time and the place of an event: of the expressions in its sentence, those that belong to it.
#include <algorithm>
#include <chrono>

#include "events/find_events.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kReachAfter = 10, kReachBefore = 5;
constexpr std::uint32_t kPlaceReachAfter = 14, kWeakReachAfter = 5;

// Looks at the units around a match, nearest first.
class Neighbourhood {
 public:
  Neighbourhood(const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end, const EventRules& rules)
      : units_(sentence.units), cue_(rules.cue), begin_(begin), end_(end) {}

  // Calls `take` for units inside, then after, then before the match, up to a clause boundary; ends when it says true.
  template <typename Take>
  bool visit(std::uint32_t reach_after, Take take) const {
    for (std::uint32_t u = begin_; u < end_; ++u)
      if (take(u)) return true;
    for (std::uint32_t u = end_; u < units_.size() && u < end_ + reach_after && !is_boundary(u); ++u)
      if (take(u)) return true;
    for (std::uint32_t u = begin_; u > 0 && begin_ - u < kReachBefore && !is_boundary(u - 1); --u)
      if (take(u - 1)) return true;
    return false;
  }

  bool is_boundary(std::uint32_t u) const {
    const char s = units_[u].symbol;
    for (const char stop :
         {cue_.that, cue_.say, cue_.saying, cue_.rel, cue_.meet_verb, cue_.host_verb, cue_.call, cue_.visit_verb})
      if (stop != 0 && s == stop) return true;
    return s == symbol::kColon;
  }

 private:
  const std::vector<Unit>& units_;
  const CueSymbols& cue_;
  std::uint32_t begin_, end_;
};

bool dates_an_event(const TimeMention& time) {
  return (time.type == TimeType::kDate || time.type == TimeType::kTime) &&
         (time.first || (time.timex && !time.timex->ends_with("_REF")));
}

// A year or a month belongs to a trigger only where it stands close: "the agreements of 2015" are others.
bool is_near_enough(const TimeMention& time, std::uint32_t at, std::uint32_t end) {
  if (at < end) return true;
  if (time.grain == Grain::kYear || time.grain == Grain::kDecade) return at - end < 3;
  return time.grain != Grain::kMonth || at - end < 5;
}

// Whether a day stands with a verb of saying, a statement, or at the head of the sentence.
bool is_report_day(const Analysis& analysis, const TaggedSentence& sentence, std::uint32_t at, const CueSymbols& cue) {
  const TimeMention& time = analysis.times[sentence.units[at].index];
  if (!time.first || !time.last || *time.first != *time.last) return false;
  if (at < 4) return true;
  for (std::uint32_t u = at - 4; u < at; ++u)
    if (sentence.units[u].symbol == cue.say || sentence.units[u].symbol == cue.statement) return true;
  return false;
}

}  // namespace

void attach_time(const Analysis& analysis, const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end,
                 const EventRules& rules, EventMention& mention) {
  const Neighbourhood near(sentence, begin, end, rules);
  const bool found = near.visit(kReachAfter, [&](std::uint32_t u) {
    const Unit& unit = sentence.units[u];
    if (unit.symbol != symbol::kTime) return false;
    const TimeMention& time = analysis.times[unit.index];
    if (time.type == TimeType::kDuration && u < begin) return true;  // "days after": the day before it is another's
    if (time.type == TimeType::kDuration || time.type == TimeType::kSet || !is_near_enough(time, u, end)) return false;
    if (dates_an_event(time)) mention.time = unit.index;
    return true;  // a day that cannot be told is still the event's own
  });
  if (found && !mention.time) return;
  if (found) {
    const TimeMention& time = analysis.times[*mention.time];
    const bool later = analysis.day.day && time.first && *time.first > *analysis.day.day;
    if (later && mention.status == Status::kOccurred)
      mention.status = Status::kPlanned, mention.status_reason = "a later day";
    return;
  }
  for (std::uint32_t u = 0; u < sentence.units.size(); ++u) {  // the day of the statement that tells of it
    if (sentence.units[u].symbol != symbol::kTime || !is_report_day(analysis, sentence, u, rules.cue)) continue;
    mention.time = sentence.units[u].index;
    mention.time_of_report = true;
    return;
  }
}

void attach_place(Analysis& analysis, const EventData& data, const TaggedSentence& sentence, std::uint32_t begin,
                  std::uint32_t end, const EventRules& rules, EventMention& mention) {
  const CueSymbols& cue = rules.cue;
  const auto& units = sentence.units;
  const auto is_place = [&](std::uint32_t u) {
    return units[u].symbol == symbol::kPlace || units[u].symbol == symbol::kCapital ||
           units[u].symbol == symbol::kCountry ||
           (units[u].symbol == symbol::kOrganization && data.knowledge.entity(units[u].index).kind == "presidency");
  };
  // Whether a preposition of place governs the unit, over "the city of", "the Russian capital".
  const auto governed = [&](std::uint32_t u) {
    if (units[u].clitics & kBi) return true;
    for (std::uint32_t back = 1; back <= 4 && back <= u; ++back) {
      const Unit& before = units[u - back];
      if (before.symbol == cue.in) return true;
      if (before.symbol == cue.city || before.symbol == cue.capital_word) {
        if (before.clitics & kBi) return true;
        continue;
      }
      if (before.symbol != symbol::kNationality && before.symbol != symbol::kComma &&
          before.symbol != symbol::kUnknown && before.symbol != cue.country_word)
        return false;
    }
    return false;
  };
  const auto of_summit = [&](std::uint32_t u) {
    return u > 0 && units[u - 1].symbol == cue.summit && units[u].symbol != symbol::kCountry;
  };
  std::uint32_t country = 0;
  bool country_found = false;
  const auto take = [&](std::uint32_t u) {
    mention.place = entity_index(analysis, data.knowledge, units[u].index) + 1;
    mention.place_span = units[u].span;
  };
  const bool found = Neighbourhood(sentence, begin, end, rules)
                         .visit(mention.weak ? kWeakReachAfter : kPlaceReachAfter, [&](std::uint32_t u) {
                           if (!is_place(u) || !(governed(u) || of_summit(u))) return false;
                           if (units[u].symbol == symbol::kCountry) {
                             if (!country_found) country = u, country_found = true;
                             return false;
                           }
                           take(u);
                           return true;
                         });
  if (!found && country_found) take(country);
}

}  // namespace mahdar
