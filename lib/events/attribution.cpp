// Who reports an event.
#include "events/readout.h"

namespace mahdar {

void read_attribution(Analysis& analysis, const ReadoutData& data, std::uint32_t sentence, MergedEvent& event) {
  const auto& units = analysis.tagged[sentence].units;
  const CueSymbols& cue = data.rules.cue;
  const auto add = [&](std::uint32_t entity, Span span) {
    if (analysis.entities[entity].mentions.empty()) add_mention(analysis.entities[entity], span, MentionForm::kName);
    for (const auto& known : event.attribution)
      if (known.entity == entity) return;
    event.attribution.push_back({entity, span});
  };
  // A body or a spokesman at a verb of saying, or whose statement it is.
  const auto near_cue = [&](std::uint32_t u) {
    for (std::uint32_t v = u > 3 ? u - 3 : 0; v < units.size() && v <= u + 1; ++v)
      if (units[v].symbol == cue.say || units[v].symbol == cue.statement || units[v].symbol == cue.media ||
          data.words.is_source_word(analysis.doc.word(units[v].tokens.begin)))
        return true;
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
