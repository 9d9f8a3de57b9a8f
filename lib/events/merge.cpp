#include "events/merge.h"

#include <algorithm>

namespace mahdar {
namespace {

constexpr int kNewsDays = 8;              // an event older than this is background
constexpr std::uint32_t kVisitReach = 2;  // sentences back in which a visit is looked for
constexpr std::uint32_t kVisitUnits = 9;  // units after a visit word in which its goal stands
constexpr std::size_t kEventReach =
    64;  // events back in which a mention's own is looked for; real articles have under 20
constexpr std::uint32_t kPairReach = 2;      // sentences back in which a pair's people are looked for
constexpr std::uint32_t kLeadSentences = 2;  // an event told of here is what the article reports

class Merger {
 public:
  Merger(Analysis& analysis, const EventData& data, const CueSymbols& cue)
      : analysis_(analysis), data_(data), cue_(cue) {}

  std::vector<MergedEvent> run() {
    for (std::uint32_t i = 0; i < analysis_.event_mentions.size(); ++i) place(i);
    for (MergedEvent& event : events_) {
      turn_weekday(event);
      if (event.type == EventType::kMeeting && event.place == 0) infer_place(event);
    }
    mark_main();
    return std::move(events_);
  }

 private:
  std::string country_of(const Side& side) const {
    if (side.of != 0) return data_.knowledge.entity(side.of).country;
    return side.entity == 0 ? "" : analysis_.entities[side.entity - 1].country;
  }

  // One side may be told as a person here and as a delegation of his country there.
  bool alike(const Side& a, const Side& b) const {
    if (same(a, b)) return true;
    if (a.kind == b.kind && a.kind == ParticipantKind::kPerson) return false;
    const std::string country = country_of(a);
    return !country.empty() && country == country_of(b);
  }

  std::size_t common(const MergedEvent& event, const EventMention& mention) const {
    return std::size_t(std::count_if(mention.sides.begin(), mention.sides.end(), [&](const Side& side) {
      return std::any_of(event.sides.begin(), event.sides.end(), [&](const Side& s) { return alike(s, side); });
    }));
  }

  bool times_conflict(const MergedEvent& event, const EventMention& mention) const {
    if (!event.time || event.time_implied || !mention.time || mention.time_of_report) return false;
    const TimeMention &a = analysis_.times[*event.time], &b = analysis_.times[*mention.time];
    if (a.bare_weekday && b.bare_weekday && a.first && b.first && (*a.first - *b.first).count() % 7 == 0) return false;
    if (a.first && b.first && a.last && b.last) return *a.last < *b.first || *b.last < *a.first;
    return a.timex && b.timex && *a.timex != *b.timex;
  }

  bool places_conflict(const MergedEvent& event, const EventMention& mention) const {
    if (event.place == 0 || mention.place == 0 || event.place == mention.place) return false;
    const ArticleEntity &a = analysis_.entities[event.place - 1], &b = analysis_.entities[mention.place - 1];
    return a.country != b.country;
  }

  static bool is_over(Status status) { return status == Status::kOccurred || status == Status::kDenied; }

  bool fits(const MergedEvent& event, const EventMention& mention) const {
    if (event.type != mention.type && !event.generic && !mention.generic) return false;
    if (times_conflict(event, mention) || places_conflict(event, mention)) return false;
    if (mention.pair) return event.sides.size() == 2 || mention.weak;
    if (is_over(event.status) != is_over(mention.status) && !mention.soft_status && !event.soft_status) return false;
    const std::size_t shared = common(event, mention), least = std::min(event.sides.size(), mention.sides.size());
    if (event.sides.size() > 2 && mention.sides.size() == 2 && is_new(mention)) return false;
    return shared >= 2 && shared >= least;
  }

  // "a bilateral meeting": a noun without the article tells of a contact not told of before.
  bool is_new(const EventMention& mention) const {
    const Unit& trigger = analysis_.tagged[mention.sentence].units[mention.trigger];
    return trigger.symbol == cue_.meet && (trigger.flags & (kTheWord | kHis | kTheirTwo | kTheir)) == 0;
  }

  void place(std::uint32_t index) {
    EventMention& mention = analysis_.event_mentions[index];
    std::size_t looked_at = 0;
    for (auto event = events_.rbegin(); event != events_.rend() && looked_at < kEventReach; ++event, ++looked_at)
      if (fits(*event, mention)) return join(*event, index);
    if (mention.weak) return;
    if (mention.pair && !find_pair(mention)) return;
    events_.emplace_back();
    MergedEvent& event = events_.back();
    event.type = mention.type;
    event.status = mention.status;
    event.medium = mention.medium;
    event.generic = mention.generic;
    event.soft_status = mention.soft_status;
    join(event, index);
  }

  // "the two presidents", with no event told before: the two people last named, if they stand near.
  bool find_pair(EventMention& mention) const {
    std::vector<Side> sides;
    const std::uint32_t first = mention.sentence >= kPairReach ? mention.sentence - kPairReach : 0;
    for (std::uint32_t s = mention.sentence + 1; s-- > first && sides.size() < 2;) {
      const auto& units = analysis_.tagged[s].units;
      for (std::size_t u = units.size(); u-- > 0 && sides.size() < 2;) {
        if (units[u].symbol != symbol::kActor || units[u].span.begin > mention.evidence.end) continue;
        for (const Side& side : analysis_.actors[units[u].index].sides)
          if (side.kind != ParticipantKind::kDelegation &&
              std::none_of(sides.begin(), sides.end(), [&](const Side& k) { return same(k, side); }))
            sides.insert(sides.begin(), side);
      }
    }
    if (sides.size() != 2) return false;
    mention.sides = std::move(sides);
    return true;
  }

  std::uint32_t add_side(MergedEvent& event, const Side& side) {
    for (std::uint32_t i = 0; i < event.sides.size(); ++i) {
      Side& known = event.sides[i];
      if (!alike(known, side)) continue;
      if (known.kind != ParticipantKind::kPerson && side.kind == ParticipantKind::kPerson) known = side;
      return i;
    }
    event.sides.push_back(side);
    return std::uint32_t(event.sides.size() - 1);
  }

  void join(MergedEvent& event, std::uint32_t index) {
    const EventMention& mention = analysis_.event_mentions[index];
    event.mentions.push_back(index);
    if (event.soft_status && !mention.soft_status) event.status = mention.status, event.soft_status = false;
    if (event.generic && !mention.generic)
      event.type = mention.type, event.medium = mention.medium, event.generic = false;
    std::vector<std::uint32_t> at;
    for (const Side& side : mention.sides) at.push_back(add_side(event, side));
    const auto copy_roles = [&](const std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to) {
      for (const std::uint32_t i : from)
        if (std::find(to.begin(), to.end(), at[i]) == to.end()) to.push_back(at[i]);
    };
    if (event.initiators.empty()) copy_roles(mention.initiators, event.initiators);
    copy_roles(mention.hosts, event.hosts);
    copy_roles(mention.guests, event.guests);
    copy_roles(mention.mediators, event.mediators);
    if (mention.time && (!event.time || (event.time_implied && !mention.time_of_report))) {
      event.time = mention.time;
      event.time_implied = mention.time_of_report;
    }
    if (mention.place != 0 && (event.place == 0 || is_narrower(mention.place, event.place))) {
      event.place = mention.place;
      event.place_span = mention.place_span;
    }
    event.negotiation |= mention.negotiation;
    if (mention.status == Status::kCancelled && !is_over(event.status)) event.status = Status::kCancelled;
    if (event.status == Status::kProposed && mention.status == Status::kPlanned) event.status = Status::kPlanned;
  }

  // Where a visit told of near the event leads to, if that is in the country of one of its sides.
  void infer_place(MergedEvent& event) {
    for (const std::uint32_t m : event.mentions) {
      const std::uint32_t at = analysis_.event_mentions[m].sentence;
      const std::uint32_t first = at >= kVisitReach ? at - kVisitReach : 0;
      for (std::uint32_t s = at + 1; s-- > first;)
        if (take_visited(event, analysis_.tagged[s])) return;
    }
  }

  bool take_visited(MergedEvent& event, const TaggedSentence& sentence) {
    std::uint32_t since_visit = kVisitUnits;
    for (const Unit& unit : sentence.units) {
      const bool visit = unit.symbol == cue_.visit || unit.symbol == cue_.visit_verb || unit.symbol == cue_.arrive;
      since_visit = visit ? 0 : since_visit + 1;
      const bool place =
          unit.symbol == symbol::kPlace || unit.symbol == symbol::kCapital || unit.symbol == symbol::kCountry;
      if (!place || since_visit >= kVisitUnits || (unit.clitics & kConjunction) != 0) continue;
      const std::string& country = data_.knowledge.entity(unit.index).country;
      const bool theirs = std::any_of(event.sides.begin(), event.sides.end(),
                                      [&](const Side& s) { return !country.empty() && country_of(s) == country; });
      if (!theirs) continue;
      event.place = entity_index(analysis_, data_.knowledge, unit.index) + 1;
      event.place_span = unit.span;
      return true;
    }
    return false;
  }

  bool is_narrower(std::uint32_t place, std::uint32_t than) const {
    const auto kind = [&](std::uint32_t p) { return data_.knowledge.entity(analysis_.entities[p - 1].known).kind; };
    return kind(than) == "country" && kind(place) != "country";
  }

  // A bare weekday of something still to come is the next such day.
  void turn_weekday(MergedEvent& event) {
    if (!event.time || event.status != Status::kPlanned || !analysis_.day.day) return;
    TimeMention& time = analysis_.times[*event.time];
    if (!time.bare_weekday || !time.first || *time.first >= *analysis_.day.day || event.time_implied) return;
    *time.first += std::chrono::days(7);
    time.last = time.first;
    if (time.timex && time.timex->size() >= 10) time.timex = to_iso(*time.first) + time.timex->substr(10);
  }

  // Told of as past before the story: "had met".
  bool recalled(const EventMention& mention) const {
    const TaggedSentence& sentence = analysis_.tagged[mention.sentence];
    if (mention.status != Status::kOccurred) return false;
    for (std::uint32_t u = mention.trigger; u > 0 && mention.trigger - u < 8; --u)
      if (sentence.units[u - 1].symbol == cue_.kaad) return true;
    return false;
  }

  bool is_old(const MergedEvent& event) const {
    if (!event.time || event.time_implied || !analysis_.day.day) return false;
    const TimeMention& time = analysis_.times[*event.time];
    return time.last && *time.last + std::chrono::days(kNewsDays) < *analysis_.day.day;
  }

  bool in_title(const MergedEvent& event) const {
    return std::count_if(event.sides.begin(), event.sides.end(), [&](const Side& side) {
             return side.kind == ParticipantKind::kPerson && side.entity != 0 &&
                    analysis_.title_people.count(analysis_.entities[side.entity - 1].known) != 0;
           }) >= 2;
  }

  void mark_main() {
    std::uint32_t first = ~0u;
    for (std::uint32_t s = 0; s < analysis_.tagged.size() && first == ~0u; ++s)
      if (!analysis_.tagged[s].units.empty()) first = s;
    bool any = false;
    for (MergedEvent& event : events_) {
      const EventMention& told = analysis_.event_mentions[event.mentions[0]];
      const bool lead = told.sentence <= first + kLeadSentences - 1;
      event.main = !is_old(event) && !recalled(told) && (lead || !any || in_title(event));
      any = any || event.main;
    }
  }

  Analysis& analysis_;
  const EventData& data_;
  const CueSymbols& cue_;
  std::vector<MergedEvent> events_;
};

}  // namespace

std::vector<MergedEvent> merge_events(Analysis& analysis, const EventData& data, const EventRules& rules) {
  return Merger(analysis, data, rules.cue).run();
}

}  // namespace mahdar
