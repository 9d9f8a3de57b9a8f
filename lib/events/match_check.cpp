#include "events/match_check.h"

#include "rules/words.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kRoundReach = 4;
constexpr std::string_view kRound = "\xD8\xAC\xD9\x88\xD9\x84";  // the stem of "round" and "tour"
constexpr std::string_view kFi = "\xD9\x81\xD9\x8A";             // "in", not "at" or "on"
constexpr std::uint32_t kSubjectReach = 14;                      // units before a verb in which its subject stands

}  // namespace

// Where the other side of a match whose subject is implicit begins; nothing if it has none.
std::optional<std::uint32_t> MatchCheck::other_side(const RuleMatch& match) const {
  for (const char* role : {"other", "guest"})
    if (const auto group = match.groups.find(role); group != match.groups.end()) return unit(group->second.first);
  return {};
}

bool MatchCheck::needs_subject_here(const RuleMatch& match) const {
  const auto other = other_side(match);
  if (!other) return false;
  const char s = symbol_at(*other);
  return s == symbol::kCountry || s == symbol::kCapital || s == symbol::kOrganization;
}

bool MatchCheck::lacks_subject(const RuleMatch& match) const {
  const std::uint32_t begin = unit(match.begin);
  const auto other = other_side(match);
  const char trigger = symbol_at(unit(match.groups.at("trigger").first));
  if (!other || (trigger != rules_.cue.meet_verb && trigger != rules_.cue.host_verb)) return false;
  return !sides_.is_governed(*other) && !sides_.has_actor(begin > kSubjectReach ? begin - kSubjectReach : 0, begin);
}

// "A round" by itself is a tour unless it is one "of talks".
bool MatchCheck::is_tour(const RuleMatch& match) const {
  const std::uint32_t trigger = trigger_of(match);
  const std::uint32_t end = unit(match.groups.at("trigger").second - 1) + 1;
  if (symbol_at(trigger) != rules_.cue.session || end - trigger > 1) return false;
  if (!analysis_.doc.word(sentence_.units[trigger].tokens.end - 1).starts_with(kRound)) return false;
  for (std::uint32_t u = end; u < sentence_.units.size() && u < end + kRoundReach; ++u)
    if (symbol_at(u) == rules_.cue.talks || symbol_at(u) == rules_.cue.nego) return false;
  return true;
}

// "The meeting that brought him together with".
bool MatchCheck::gathers_him(const RuleMatch& match) const {
  for (std::size_t at = match.begin; at < match.end; ++at)
    if (symbol_at(unit(at)) == rules_.cue.gather && (sentence_.units[unit(at)].flags & kHis) != 0) return true;
  return false;
}

// Whether an agreement stands between the trigger and the sides: it is what they share.
bool MatchCheck::spans_agreement(const RuleMatch& match) const {
  const std::uint32_t trigger = trigger_of(match);
  for (std::uint32_t u = trigger; u < unit(match.groups.at("sides").first); ++u)
    if (symbol_at(u) == symbol::kAgreement) return true;
  return false;
}

// Whether a preposition governs what the rule takes for the subject before the verb.
bool MatchCheck::has_governed_subject(const RuleMatch& match) const {
  const Rule& rule = rules_.table.rules()[match.rule];
  if (rule.id.find("-svo") == std::string::npos && rule.id != "call/verb-object") return false;
  for (const char* role : {"sides", "initiator", "host"}) {
    const auto group = match.groups.find(role);
    if (group == match.groups.end()) continue;
    const std::uint32_t first = unit(group->second.first), next = unit(group->second.second - 1) + 1;
    if (sides_.is_governed(first) && next < sentence_.units.size() && symbol_at(next) != rules_.cue.rel) return true;
  }
  return false;
}

std::string_view MatchCheck::fault(const RuleMatch& match) const {
  const std::string& rule = rules_.table.rules()[match.rule].id;
  const std::uint32_t trigger = trigger_of(match);
  const std::uint16_t flags = sentence_.units[trigger].flags;
  const bool definite = (flags & kTheWord) != 0, reception = rule.starts_with("meet/reception");
  if (definite && (rule.starts_with("meet/genitive") || reception || rule == "meet/object"))
    return "its noun stands by itself";
  if (reception && trigger > 0 && analysis_.doc.word(sentence_.units[trigger - 1].tokens.begin).ends_with(kFi))
    return "a welcome on arrival";
  const bool in_general = rule.starts_with("call/between") || rule == "call/clause";
  if (definite && (flags & kMany) != 0 && in_general) return "contacts in general";
  if (is_tour(match)) return "a tour";
  if (rule.ends_with("-both") && gathers_him(match)) return "one of its sides is a pronoun";
  if (rule.ends_with("/between") && spans_agreement(match)) return "an agreement is between them";
  if (has_governed_subject(match)) return "its subject is governed by a preposition";
  return {};
}

}  // namespace mahdar
