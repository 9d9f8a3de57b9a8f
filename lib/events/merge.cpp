#include "events/merge.h"

#include <algorithm>

#include "events/settle.h"

namespace mahdar {
namespace {

constexpr std::size_t kEventReach =
    64;  // events back in which a mention's own is looked for; real articles have under 20
constexpr std::uint32_t kPairReach = 2;  // sentences back in which a pair's people are looked for

class Merger {
 public:
  Merger(Analysis& analysis, const EventData& data, const CueSymbols& cue)
      : analysis_(analysis), data_(data), cue_(cue) {}

  std::vector<MergedEvent> run() {
    for (std::uint32_t i = 0; i < analysis_.event_mentions.size(); ++i) place(i);
    return std::move(events_);
  }

 private:
  std::string country_of(const Side& side) const { return side_country(analysis_, data_.knowledge, side); }

  // One side may be told as a person here and as a delegation of his country there.
  bool alike(const Side& a, const Side& b) const {
    if (same(a, b)) return true;
    if (a.kind == b.kind && a.kind == ParticipantKind::kPerson)
      return a.office && a.of != 0 && a.office == b.office && a.of == b.of && is_unlisted(a) != is_unlisted(b);
    const std::string country = country_of(a);
    return !country.empty() && country == country_of(b);
  }

  bool is_unlisted(const Side& person) const {
    return person.entity == 0 || analysis_.entities[person.entity - 1].known == 0;
  }

  std::size_t common(const MergedEvent& event, const EventMention& mention) const {
    return std::size_t(std::count_if(mention.sides.begin(), mention.sides.end(), [&](const Side& side) {
      return std::any_of(event.sides.begin(), event.sides.end(), [&](const Side& s) { return alike(s, side); });
    }));
  }

  bool times_conflict(const MergedEvent& event, const EventMention& mention) const {
    if (!event.time || event.time_implied || !mention.time || mention.time_of_report) return false;
    if (event.day_shift != mention.day_shift) return false;  // one of them is told by another event's day
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

  static bool is_ahead(Status status, StatusWeight weight) {
    return weight == StatusWeight::kFirm && (status == Status::kPlanned || status == Status::kProposed);
  }

  // Told of a day, month or year that is over; a bare weekday may be the next.
  bool is_past(std::optional<std::uint32_t> index, bool of_report) const {
    if (!index || of_report || !analysis_.day.day) return false;
    const TimeMention& time = analysis_.times[*index];
    return time.last && !time.bare_weekday && *time.last < *analysis_.day.day;
  }

  static bool is_over(Status status) { return status == Status::kOccurred || status == Status::kDenied; }

  bool fits(const MergedEvent& event, const EventMention& mention) const {
    if (event.type != mention.type && !event.generic && !mention.generic) return false;
    if (times_conflict(event, mention) || places_conflict(event, mention)) return false;
    if (is_ahead(event.status, event.status_weight) && is_past(mention.time, mention.time_of_report)) return false;
    if (is_ahead(mention.status, mention.status_weight) && is_past(event.time, event.time_implied)) return false;
    if (is_over(event.status) != is_over(mention.status) && mention.status_weight == StatusWeight::kFirm &&
        event.status_weight == StatusWeight::kFirm)
      return false;
    if (mention.pair) return mention.weak || (event.sides.size() > 2) == is_of_many(mention);
    const std::size_t shared = common(event, mention), least = std::min(event.sides.size(), mention.sides.size());
    if (event.sides.size() > 2 && mention.sides.size() == 2 && is_new(mention)) return false;
    return shared >= 2 && shared >= least;
  }

  // "a bilateral meeting": a noun without the article tells of a contact not told of before.
  bool is_new(const EventMention& mention) const {
    const Unit& trigger = analysis_.tagged[mention.sentence].units[mention.trigger];
    return trigger.symbol == cue_.meet && (trigger.flags & (kTheWord | kHis | kTheirTwo | kTheir)) == 0;
  }

  // The event that a mention tells of: of those that it fits, the one told of last.
  MergedEvent* own_event(const EventMention& mention) {
    const auto first = events_.end() - std::ptrdiff_t(std::min(events_.size(), kEventReach));
    const auto told_last = [&](auto may_be) {
      MergedEvent* found = nullptr;
      for (auto event = first; event != events_.end(); ++event)
        if (may_be(*event) && (found == nullptr || event->mentions.back() > found->mentions.back())) found = &*event;
      return found;
    };
    if (!mention.pair) return told_last([&](const MergedEvent& event) { return fits(event, mention); });
    if (mention.weak) {  // "the meeting" on another day or elsewhere than the one told of last is none that is known
      const MergedEvent* last = told_last([&](const MergedEvent& event) { return names_alike(event, mention); });
      if (last == nullptr || times_conflict(*last, mention) || places_conflict(*last, mention)) return nullptr;
      return told_last([&](const MergedEvent& event) { return fits(event, mention) && names_alike(event, mention); });
    }
    // "the two presidents" are the two of the contact told of last, if in another of theirs
    const bool many = is_of_many(mention);
    const MergedEvent* theirs = told_last([&](const MergedEvent& event) { return (event.sides.size() > 2) == many; });
    return told_last([&](const MergedEvent& event) { return fits(event, mention) && are_of(event, *theirs); });
  }

  bool are_of(const MergedEvent& event, const MergedEvent& other) const {
    return std::all_of(event.sides.begin(), event.sides.end(), [&](const Side& side) {
      return std::any_of(other.sides.begin(), other.sides.end(), [&](const Side& s) { return alike(s, side); });
    });
  }

  char trigger_of(const EventMention& mention) const {
    const auto& units = analysis_.tagged[mention.sentence].units;
    const bool summit = mention.trigger + 1 < units.size() && units[mention.trigger + 1].symbol == cue_.summit;
    return summit ? cue_.summit : units[mention.trigger].symbol;  // "the summit meeting"
  }

  // "the session" alone refers to talks, "the summit" to what was called one, or to a meeting if that is all there is.
  bool names_alike(const MergedEvent& event, const EventMention& mention) const {
    const char name = trigger_of(mention);
    if (name != cue_.summit && name != cue_.session) return true;
    return std::any_of(event.mentions.begin(), event.mentions.end(), [&](std::uint32_t m) {
      const char trigger = trigger_of(analysis_.event_mentions[m]);
      if (name == cue_.session) return trigger == cue_.session || trigger == cue_.talks || trigger == cue_.nego;
      return trigger == cue_.summit || (events_.size() == 1 && (trigger == cue_.meet || trigger == cue_.meet_verb));
    });
  }

  void place(std::uint32_t index) {
    EventMention& mention = analysis_.event_mentions[index];
    if (MergedEvent* event = own_event(mention)) return join(*event, index);
    if (mention.weak) return;
    if (mention.pair && (is_of_many(mention) || !find_pair(mention))) return;
    events_.emplace_back();
    MergedEvent& event = events_.back();
    event.type = mention.type;
    event.status = mention.status;
    event.medium = mention.medium;
    event.generic = mention.generic;
    event.status_weight = mention.status_weight;
    join(event, index);
  }

  // "their meeting", of more than two.
  bool is_of_many(const EventMention& mention) const {
    return (analysis_.tagged[mention.sentence].units[mention.trigger].flags & kTheir) != 0;
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
    take_status(event, mention);
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
      event.day_shift = mention.day_shift;
      event.time_implied = mention.time_of_report;
    }
    if (mention.place != 0 && (event.place == 0 || is_narrower(mention.place, event.place))) {
      event.place = mention.place;
      event.place_span = mention.place_span;
    }
    event.negotiation |= mention.negotiation;
  }

  // The mention that says most decides; of two that say all, what came later: proposed, planned, called off.
  static void take_status(MergedEvent& event, const EventMention& mention) {
    event.postponed |= mention.postponed;
    if (mention.status_weight > event.status_weight) {
      event.status = mention.status;
      event.status_weight = mention.status_weight;
    } else if (mention.status_weight == StatusWeight::kFirm && !is_over(event.status)) {
      if (mention.status == Status::kCancelled || event.status == Status::kProposed || mention.revived)
        event.status = mention.status;
    }
  }

  bool is_narrower(std::uint32_t place, std::uint32_t than) const {
    const auto kind = [&](std::uint32_t p) { return data_.knowledge.entity(analysis_.entities[p - 1].known).kind; };
    return kind(than) == "country" && kind(place) != "country";
  }

  Analysis& analysis_;
  const EventData& data_;
  const CueSymbols& cue_;
  std::vector<MergedEvent> events_;
};

}  // namespace

std::vector<MergedEvent> merge_events(Analysis& analysis, const EventData& data, const EventRules& rules) {
  std::vector<MergedEvent> events = Merger(analysis, data, rules.cue).run();
  settle_events(analysis, data, rules.cue, events);
  return events;
}

}  // namespace mahdar
