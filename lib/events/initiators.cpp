#include <algorithm>

#include "events/readout.h"

namespace mahdar {
namespace {

class InitiatorFinder {
 public:
  InitiatorFinder(const Analysis& analysis, const ReadoutData& data, std::vector<MergedEvent>& events)
      : analysis_(analysis), knowledge_(data.data.knowledge), cue_(data.rules.cue), events_(events) {}

  void read(const TaggedSentence& sentence) {
    const auto& units = sentence.units;
    for (std::uint32_t u = 0; u + 2 < units.size(); ++u) {
      const bool cue =
          (units[u].clitics & kBi) &&
          (units[u].symbol == cue_.initiative || units[u].symbol == cue_.invitation || units[u].symbol == cue_.request);
      if (!cue || units[u + 1].symbol != cue_.from) continue;
      const Unit& who = units[u + 2];
      const bool actor = who.symbol == symbol::kActor || who.symbol == symbol::kDelegation;
      if (!actor || analysis_.actors[who.index].sides.empty()) continue;
      if (MergedEvent* event = event_of(sentence.sentence)) set(*event, analysis_.actors[who.index].sides[0]);
    }
  }

 private:
  // The event that a sentence tells of; else the article's first.
  MergedEvent* event_of(std::uint32_t sentence) {
    for (MergedEvent& event : events_)
      for (const std::uint32_t m : event.mentions)
        if (analysis_.event_mentions[m].sentence == sentence) return &event;
    return events_.empty() ? nullptr : &events_[0];
  }

  std::string country_of(const Side& side) const {
    if (side.of != 0) return knowledge_.entity(side.of).country;
    return side.entity == 0 ? "" : analysis_.entities[side.entity - 1].country;
  }

  void set(MergedEvent& event, const Side& side) const {
    event.initiators.clear();
    for (std::uint32_t i = 0; i < event.sides.size(); ++i)
      if (same(event.sides[i], side) || (side.kind != ParticipantKind::kPerson && !country_of(side).empty() &&
                                         country_of(side) == country_of(event.sides[i]))) {
        event.initiators = {i};
        return;
      }
  }

  const Analysis& analysis_;
  const Knowledge& knowledge_;
  const CueSymbols& cue_;
  std::vector<MergedEvent>& events_;
};

}  // namespace

void find_initiators(const Analysis& analysis, const ReadoutData& data, std::vector<MergedEvent>& events) {
  InitiatorFinder finder(analysis, data, events);
  for (const TaggedSentence& sentence : analysis.tagged) finder.read(sentence);
}

}  // namespace mahdar
