#include "events/clause.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kObjectReach = 6;  // units between "proposed" and the verbal noun that is its object
constexpr std::uint32_t kHeldReach = 3;    // units between "which" and "was held"

}  // namespace

Clause::Clause(const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end, const CueSymbols& cue)
    : units_(sentence.units), cue_(cue), left_(begin), right_(end) {
  while (left_ > 0 && !begins_behind(left_ - 1)) --left_;
  while (right_ < units_.size() && !ends_before(right_)) ++right_;
}

bool Clause::is_any(std::uint32_t u, std::initializer_list<char> symbols) const {
  for (const char symbol : symbols)
    if (is(u, symbol)) return true;
  return false;
}

bool Clause::is_verb(std::uint32_t u) const {
  return is_any(u, {cue_.hold, cue_.receive_verb, cue_.meet_verb, cue_.call_verb, cue_.host_verb, cue_.gather,
                    cue_.discuss, cue_.talk, cue_.include, cue_.visit_verb});
}

std::uint16_t Clause::tense(std::uint32_t u) const {
  const Unit& unit = units_[u];
  if (!is_verb(u)) return 0;
  const bool after_preposition = (unit.clitics & (kBi | kLi | kKa)) != 0 ||
                                 (u > 0 && is_any(u - 1, {cue_.on, cue_.to, cue_.from, cue_.in, cue_.with, cue_.during,
                                                          cue_.after, cue_.before, cue_.morrow, cue_.eve, cue_.ready,
                                                          cue_.possible, cue_.prep, cue_.purpose, symbol::kUnknown}));
  const bool noun_too = is_any(u, {cue_.hold, cue_.discuss}) && (unit.flags & (kTwo | kMany)) == 0;
  if (noun_too && (after_preposition || is_object(u)) && (unit.flags & kPast) != 0) return 0;
  return unit.flags & (kPast | kPresent | kFuture);
}

// "proposed holding": a verb that takes a verbal noun stands before, and nothing that begins a clause between.
bool Clause::is_object(std::uint32_t u) const {
  if ((units_[u].clitics & kConjunction) != 0) return false;
  for (std::uint32_t at = u; at-- > 0 && u - at <= kObjectReach;) {
    if (is_any(at, {cue_.offer, cue_.want, cue_.plan_verb, cue_.invite_verb, cue_.cancel_verb, cue_.postpone_verb,
                    cue_.refuse, cue_.deny}))
      return true;
    if (is_any(at, {cue_.that, cue_.say, cue_.rel, cue_.conditional, symbol::kColon}) || is_verb(at)) return false;
  }
  return false;
}

// "which was held", "which is due": the relative clause tells of the contact itself.
bool Clause::is_held(std::uint32_t relative) const {
  for (std::uint32_t u = relative + 1; u < units_.size() && u <= relative + kHeldReach; ++u)
    if (is_any(u, {cue_.hold, cue_.plan})) return true;
  return false;
}

// A word for another contact, unless this one is told to be part of it: "talks during a summit".
bool Clause::is_other_contact(std::uint32_t u) const {
  if (is_any(u, {cue_.meet_verb, cue_.host_verb, cue_.call_verb, cue_.receive_verb, cue_.visit_verb, cue_.arrive,
                 cue_.call, cue_.invite_verb}))
    return true;
  if (!is_any(u, {cue_.meet, cue_.talks, cue_.nego, cue_.summit, cue_.meal, cue_.session})) return false;
  return u == 0 ||
         !is_any(u - 1, {cue_.in, cue_.during, cue_.morrow, cue_.eve, cue_.meet, cue_.session, cue_.adjective});
}

bool Clause::ends_before(std::uint32_t u) const {
  if (is_any(u, {cue_.that, cue_.say, cue_.saying, symbol::kColon, cue_.cancel_verb, cue_.deny, cue_.conditional,
                 cue_.plan_verb, cue_.offer, cue_.holding}))
    return true;
  if (is(u, cue_.rel)) return !is_held(u);
  if ((units_[u].clitics & kConjunction) != 0 && is_verb(u)) return true;
  return is_other_contact(u);
}

bool Clause::begins_behind(std::uint32_t u) const {
  return is_any(u, {cue_.that, cue_.say, cue_.saying, symbol::kColon, cue_.rel, cue_.conditional}) ||
         is_other_contact(u);
}

}  // namespace mahdar
