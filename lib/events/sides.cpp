#include "events/sides.h"

#include <algorithm>

#include "rules/words.h"

namespace mahdar {

namespace {

constexpr std::uint32_t kSpeakerReach = 6;  // units before a verb of saying in which its subject stands

}  // namespace

void append_sides(std::vector<Side>& sides, const std::vector<Side>& more, std::vector<std::uint32_t>* role) {
  for (const Side& side : more) {
    auto at = std::find_if(sides.begin(), sides.end(), [&](const Side& s) { return same(s, side); });
    if (at == sides.end()) at = sides.insert(sides.end(), side);
    if (role != nullptr) role->push_back(std::uint32_t(at - sides.begin()));
  }
}

std::vector<Side> SideReader::of(std::pair<std::size_t, std::size_t> group) const {
  std::vector<Side> sides;
  std::uint32_t before = ~0u;
  for (std::size_t at = group.first; at < group.second; ++at) {
    const std::uint32_t u = sentence_.unit_of[at];
    if (u == before || sentence_.symbols[at] != symbol_at(u)) continue;
    before = u;
    add_sides(sentence_.units[u], sides);
  }
  return sides;
}

void SideReader::add_sides(const Unit& unit, std::vector<Side>& sides) const {
  if (unit.symbol == symbol::kActor || unit.symbol == symbol::kDelegation || unit.symbol == symbol::kSpokesman) {
    for (const Side& side : analysis_.actors[unit.index].sides) sides.push_back(side);
  } else if (unit.symbol == symbol::kCountry || unit.symbol == symbol::kCapital ||
             (unit.symbol == symbol::kOrganization && data_.knowledge.entity(unit.index).kind != "media")) {
    Side side;
    side.kind = ParticipantKind::kDelegation;
    side.of = unit.symbol == symbol::kCapital ? data_.knowledge.capital_of(unit.index) : unit.index;
    side.span = unit.span;
    sides.push_back(side);
  }
}

bool SideReader::is_governed(std::uint32_t u) const {
  if ((sentence_.units[u].clitics & (kBi | kLi | kKa)) != 0) return true;
  if (u == 0) return false;
  const char before = symbol_at(u - 1);
  return before == cue_.with || before == cue_.from || before == cue_.between || before == cue_.to ||
         before == cue_.on || before == cue_.in || before == cue_.attend || before == cue_.statement;
}

// Whether an actor follows another at once: "X told Y".
bool SideReader::is_object(std::uint32_t u) const {
  return u > 1 && symbol_at(u - 1) == symbol::kActor && (sentence_.units[u].clitics & kConjunction) == 0;
}

// Where the clause before a match opens: behind the last "that" or colon that an actor follows.
std::uint32_t SideReader::clause_begin(std::uint32_t begin) const {
  for (std::uint32_t u = begin; u-- > 0;)
    if ((symbol_at(u) == cue_.that || symbol_at(u) == symbol::kColon) && has_subject(u, begin)) return u + 1;
  return 0;
}

// The actor at a unit and those joined to it: "X and Y".
std::vector<Side> SideReader::joined_sides(std::uint32_t u) const {
  std::vector<Side> sides = analysis_.actors[sentence_.units[u].index].sides;
  for (++u; u < sentence_.units.size() && symbol_at(u) == symbol::kActor; ++u) {
    if ((sentence_.units[u].clitics & kConjunction) == 0) break;
    append_sides(sides, analysis_.actors[sentence_.units[u].index].sides);
  }
  return sides;
}

std::vector<Side> SideReader::subject(std::uint32_t begin, std::uint32_t end, bool here) const {
  if (begin > 2 && symbol_at(begin - 1) == cue_.rel) {  // "X, who met Y"
    const bool several = (sentence_.units[begin].flags & (kTwo | kMany)) != 0;
    const std::uint32_t before = symbol_at(begin - 2) == symbol::kComma && !several ? begin - 3 : begin - 2;
    if (symbol_at(before) == symbol::kActor) return analysis_.actors[sentence_.units[before].index].sides;
  }
  if (const auto speaker = speaker_of(begin)) return *speaker;
  const std::uint32_t first = clause_begin(begin);
  for (std::uint32_t u = first; u < begin; ++u)
    if (symbol_at(u) == symbol::kActor && !is_governed(u)) return joined_sides(u);
  for (std::uint32_t u = begin; u-- > 0;)
    if ((symbol_at(u) == symbol::kActor || (symbol_at(u) == symbol::kDelegation && begin - u < 8)) && !is_governed(u) &&
        !is_object(u))
      return analysis_.actors[sentence_.units[u].index].sides;
  if (const auto after = subject_after(end)) return *after;
  for (std::uint32_t u = begin; u-- > 0;)
    if (symbol_at(u) == symbol::kActor) return analysis_.actors[sentence_.units[u].index].sides;
  return here || opens(begin) || body_speaks(begin) ? std::vector<Side>{} : subject_before();
}

// "X said that he ...": nobody is named between "that" and the match, so who says it is meant.
std::optional<std::vector<Side>> SideReader::speaker_of(std::uint32_t begin) const {
  std::uint32_t that = begin;
  while (that > 0 && symbol_at(that) != cue_.that) --that;
  if (that == 0 || has_actor(that, begin)) return {};
  std::uint32_t say = that;
  while (say > 0 && symbol_at(say) != cue_.say) --say;
  if (symbol_at(say) != cue_.say) return {};
  for (std::uint32_t u = say + 1; u < that; ++u)
    if (symbol_at(u) == symbol::kActor && !is_governed(u)) return joined_sides(u);
  if ((sentence_.units[say].clitics & kConjunction) != 0) {  // "..., and added that he": whom the sentence began with
    for (std::uint32_t u = 0; u < say; ++u)
      if (symbol_at(u) == symbol::kActor && !is_governed(u)) return joined_sides(u);
    return {};
  }
  for (std::uint32_t u = say; u-- > 0 && say - u < kSpeakerReach;)
    if (symbol_at(u) == symbol::kActor && !is_governed(u)) return analysis_.actors[sentence_.units[u].index].sides;
  return {};
}

// Whether a country or body says what the sentence tells: "Russia says that it ...".
bool SideReader::body_speaks(std::uint32_t begin) const {
  for (std::uint32_t u = 1; u < begin; ++u) {
    const char s = symbol_at(u);
    const bool body = s == symbol::kCountry || s == symbol::kCapital || s == symbol::kOrganization;
    if (body && symbol_at(u - 1) == cue_.say) return true;
  }
  return false;
}

// A verb that nothing joins to what was told before has its subject behind it: "The king received ...".
bool SideReader::opens(std::uint32_t verb) const {
  const bool first = verb == 0 || symbol_at(verb - 1) == symbol::kDash || symbol_at(verb - 1) == symbol::kClose;
  return first && (sentence_.units[verb].clitics & kConjunction) == 0 &&
         (sentence_.units[verb].flags & (kPast | kPresent | kFuture)) != 0;
}

std::optional<std::vector<Side>> SideReader::subject_after(std::uint32_t end) const {
  bool said = false;
  for (std::uint32_t u = end; u < sentence_.units.size() && u < end + 6; ++u) {
    said = said || symbol_at(u) == cue_.say || symbol_at(u) == symbol::kComma;
    if (said && symbol_at(u) == symbol::kActor && !is_governed(u))
      return analysis_.actors[sentence_.units[u].index].sides;
  }
  return {};
}

// The subject of the sentence before.
std::vector<Side> SideReader::subject_before() const {
  if (sentence_.sentence == 0) return {};
  for (const Unit& unit : analysis_.tagged[sentence_.sentence - 1].units)
    if (unit.symbol == symbol::kActor && (unit.clitics & (kBi | kLi | kKa)) == 0)
      return analysis_.actors[unit.index].sides;
  return {};
}

// Whether an actor that no preposition governs stands there.
bool SideReader::has_subject(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t u = begin; u < end; ++u)
    if (symbol_at(u) == symbol::kActor && !is_governed(u)) return true;
  return false;
}

bool SideReader::has_actor(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t u = begin; u < end; ++u)
    if (symbol_at(u) == symbol::kActor) return true;
  return false;
}

std::vector<Side> SideReader::people_of_clause(std::uint32_t begin, std::uint32_t end) const {
  std::vector<Side> sides;
  std::uint32_t first = 0;
  for (std::uint32_t u = 0; u < begin; ++u)  // who is told of, not who tells
    if (symbol_at(u) == cue_.that && has_actor(u, begin)) first = u;
  for (std::uint32_t u = first; u < sentence_.units.size() && u < end + 8; ++u)
    if (symbol_at(u) == symbol::kActor && (u < begin || u >= end))
      append_sides(sides, analysis_.actors[sentence_.units[u].index].sides);
  return sides;
}

std::optional<std::vector<Side>> SideReader::own_pair(std::uint32_t begin) const {
  for (const std::uint32_t first : {clause_begin(begin), 0u}) {
    std::vector<Side> sides;
    for (std::uint32_t u = first; u < begin; ++u)
      if (symbol_at(u) == symbol::kActor) append_sides(sides, analysis_.actors[sentence_.units[u].index].sides);
    if (sides.size() == 2) return sides;
  }
  return {};
}

bool SideReader::has_own_words(std::uint32_t end) const {
  for (std::uint32_t u = end; u < sentence_.units.size() && u < end + 4; ++u)
    if (symbol_at(u) == cue_.with || (sentence_.units[u].clitics & kBi) != 0) return true;
  for (const Unit& unit : sentence_.units)
    if (unit.symbol == cue_.media ||
        (unit.symbol == symbol::kOrganization && data_.knowledge.entity(unit.index).kind == "media"))
      return true;
  return false;
}

}  // namespace mahdar
