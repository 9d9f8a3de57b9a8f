#include <algorithm>

#include "events/readout.h"

namespace mahdar {
namespace {

std::vector<std::uint32_t> speakers_at(const Analysis& analysis, const MergedEvent& event, const TaggedSentence& tagged,
                                       std::uint32_t verb) {
  std::vector<std::uint32_t> speakers;
  const auto try_unit = [&](std::uint32_t u) {
    const Unit& unit = tagged.units[u];
    if (unit.symbol == symbol::kPair)
      for (std::uint32_t i = 0; i < event.sides.size(); ++i)
        if (event.sides[i].kind == ParticipantKind::kPerson) speakers.push_back(i);
    if (unit.symbol == symbol::kActor)
      for (const Side& side : analysis.actors[unit.index].sides)
        for (std::uint32_t i = 0; i < event.sides.size(); ++i)
          if (same(event.sides[i], side) && side.kind == ParticipantKind::kPerson) speakers.push_back(i);
    return !speakers.empty();
  };
  for (std::uint32_t u = verb + 1; u < tagged.units.size() && u <= verb + 2; ++u)
    if (try_unit(u)) return speakers;
  for (std::uint32_t u = verb; u > 0 && verb - u < 3; --u)
    if (try_unit(u - 1)) return speakers;
  return speakers;
}

}  // namespace

void read_statements(const Analysis& analysis, const ReadoutData& data, const AccountSentence& account,
                     const std::vector<TopicMatch>& topics, MergedEvent& event) {
  const TaggedSentence& tagged = analysis.tagged[account.sentence];
  const auto& units = tagged.units;
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    if (units[u].symbol != data.rules.cue.say) continue;
    MergedEvent::Said said;
    said.speakers = speakers_at(analysis, event, tagged, u);
    if (said.speakers.empty()) continue;
    said.act = data.words.act_of(analysis.doc.word(units[u].tokens.begin));
    std::uint32_t last = std::uint32_t(units.size()) - 1;
    while (last > u && units[last].symbol == symbol::kOther) --last;
    said.span = {units[u].span.begin, units[last].span.end};
    for (const TopicMatch& match : topics)
      if (match.span.begin >= said.span.begin &&
          std::find(said.topics.begin(), said.topics.end(), match.topic) == said.topics.end())
        said.topics.push_back(match.topic);
    event.statements.push_back(std::move(said));
    return;  // one statement a sentence
  }
}

void read_attribution(Analysis& analysis, const ReadoutData& data, std::uint32_t sentence, MergedEvent& event) {
  const auto& units = analysis.tagged[sentence].units;
  const CueSymbols& cue = data.rules.cue;
  const auto add = [&](std::uint32_t entity, Span span) {
    for (const auto& known : event.attribution)
      if (known.entity == entity) return;
    event.attribution.push_back({entity, span});
  };
  // A body or a spokesman at a verb of saying, or whose statement it is.
  const auto near_cue = [&](std::uint32_t u) {
    for (std::uint32_t v = u > 3 ? u - 3 : 0; v < units.size() && v <= u + 1; ++v)
      if (units[v].symbol == cue.say || units[v].symbol == cue.statement || units[v].symbol == cue.media) return true;
    return false;
  };
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    if (units[u].symbol == symbol::kOrganization && near_cue(u))
      add(entity_index(analysis, data.data.knowledge, units[u].index), units[u].span);
    if (units[u].symbol != symbol::kSpokesman || analysis.actors[units[u].index].sides.empty()) continue;
    const Side& side = analysis.actors[units[u].index].sides[0];
    if (side.entity != 0) add(side.entity - 1, units[u].span);
  }
}

}  // namespace mahdar
