#include <algorithm>
#include <optional>

#include "events/readout.h"

namespace mahdar {
namespace {

class InitiatorFinder {
 public:
  InitiatorFinder(const Analysis& analysis, const ReadoutData& data, std::vector<MergedEvent>& events)
      : analysis_(analysis),
        knowledge_(data.data.knowledge),
        cue_(data.rules.cue),
        words_(data.words),
        events_(events) {}

  void read(const TaggedSentence& sentence) {
    const auto& units = sentence.units;
    for (std::uint32_t u = 0; u + 1 < units.size(); ++u) {
      if (!is_cue(units, u)) continue;
      std::uint32_t who = units[u + 1].symbol == cue_.from ? u + 2 : u + 1;
      if (who < units.size() && words_.is_latter(analysis_.doc.word(units[who].tokens.begin)))
        while (who > 0 && units[who].symbol != symbol::kActor) --who;  // "the latter": who was named last
      if (who < units.size()) set(sentence.sentence, units[who]);
    }
  }

 private:
  // "at the initiative of", "at the request of", "at the invitation of", "in answer to an invitation from".
  bool is_cue(const std::vector<Unit>& units, std::uint32_t u) const {
    const char s = units[u].symbol;
    const bool on = u > 0 && units[u - 1].symbol == cue_.on;
    if (on && (s == cue_.request || s == cue_.offer)) return true;  // the noun "request" is spelt like the verb
    if (s != cue_.initiative && s != cue_.invitation && s != cue_.request) return false;
    if ((units[u].clitics & (kBi | kLi)) != 0) return s != cue_.invitation || units[u + 1].symbol == cue_.from;
    return false;
  }

  // The side of an event that a unit stands for; a country, its capital or delegation for the side of that country.
  std::optional<std::uint32_t> side_of(const MergedEvent& event, const Unit& unit) const {
    std::string country;
    if (unit.symbol == symbol::kCountry || unit.symbol == symbol::kCapital || unit.symbol == symbol::kOrganization)
      country = knowledge_.entity(unit.index).country;
    if (unit.symbol == symbol::kActor || unit.symbol == symbol::kDelegation) {
      const std::vector<Side>& sides = analysis_.actors[unit.index].sides;
      if (sides.empty()) return {};
      for (std::uint32_t i = 0; i < event.sides.size(); ++i)
        if (same(event.sides[i], sides[0])) return i;
      if (sides[0].kind != ParticipantKind::kPerson) country = country_of(sides[0]);
    }
    for (std::uint32_t i = 0; i < event.sides.size() && !country.empty(); ++i)
      if (country_of(event.sides[i]) == country) return i;
    return {};
  }

  bool told_in(const MergedEvent& event, std::uint32_t sentence) const {
    return std::any_of(event.mentions.begin(), event.mentions.end(),
                       [&](std::uint32_t m) { return analysis_.event_mentions[m].sentence == sentence; });
  }

  // Of the events that the unit is a side of: one that the sentence tells of, else the first.
  void set(std::uint32_t sentence, const Unit& unit) {
    MergedEvent* best = nullptr;
    for (MergedEvent& event : events_) {
      if (!side_of(event, unit)) continue;
      if (best == nullptr || (!told_in(*best, sentence) && told_in(event, sentence))) best = &event;
    }
    if (best != nullptr) best->initiators = {*side_of(*best, unit)};
  }

  std::string country_of(const Side& side) const {
    if (side.of != 0) return knowledge_.entity(side.of).country;
    return side.entity == 0 ? "" : analysis_.entities[side.entity - 1].country;
  }

  const Analysis& analysis_;
  const Knowledge& knowledge_;
  const CueSymbols& cue_;
  const ReadoutWords& words_;
  std::vector<MergedEvent>& events_;
};

}  // namespace

void find_initiators(const Analysis& analysis, const ReadoutData& data, std::vector<MergedEvent>& events) {
  InitiatorFinder finder(analysis, data, events);
  for (const TaggedSentence& sentence : analysis.tagged) finder.read(sentence);
}

}  // namespace mahdar
