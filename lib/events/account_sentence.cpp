// What a sentence holds for the account of an event: who says or discusses something in it, and the cues around.
#include "events/account.h"
#include "rules/words.h"

#include <algorithm>

namespace mahdar {
namespace {

constexpr std::uint32_t kSubjectAfter = 2, kSubjectBefore = 3;  // units between a verb and its subject
constexpr std::uint32_t kPartnerReach = 5;                      // units between a verb of discussing and "with"
constexpr std::uint32_t kSourceReach = 5;                       // tokens between a verb of saying and "an official"
constexpr std::uint32_t kOpening = 4;                           // tokens at the beginning of a sentence

}  // namespace

bool AccountFinder::takes_part(const MergedEvent& event, const Side& side) const {
  return std::any_of(event.sides.begin(), event.sides.end(), [&](const Side& s) { return same(s, side); });
}

std::string AccountFinder::country_of(const Side& side) const {
  if (side.of != 0) return data_.knowledge.entity(side.of).country;
  return side.entity == 0 ? "" : analysis_.entities[side.entity - 1].country;
}

bool AccountFinder::is_contact(const Unit& unit) const {
  if ((unit.flags & kTheWord) == 0) return false;
  for (const char noun : {cue_.meet, cue_.talks, cue_.call, cue_.contact, cue_.nego, cue_.summit})
    if (unit.symbol == noun) return true;
  return false;
}

std::optional<AccountFinder::Subject> AccountFinder::as_subject(const MergedEvent& event, const Unit& unit) const {
  if (unit.symbol == symbol::kPair) return Subject::kSides;
  if (unit.symbol == cue_.statement) return Subject::kReporter;
  if (is_contact(unit)) return Subject::kSides;
  if ((unit.clitics & (kBi | kLi | kKa)) != 0) return {};
  const auto theirs = [&](const std::string& country) {
    return country.empty() ||
           std::any_of(event.sides.begin(), event.sides.end(), [&](const Side& s) { return country_of(s) == country; });
  };
  if (unit.symbol == symbol::kOrganization)
    return theirs(data_.knowledge.entity(unit.index).country) ? Subject::kReporter : Subject::kOthers;
  const bool actor = unit.symbol == symbol::kActor || unit.symbol == symbol::kDelegation;
  if (!actor && unit.symbol != symbol::kSpokesman) return {};
  const std::vector<Side>& sides = analysis_.actors[unit.index].sides;
  if (unit.symbol == symbol::kSpokesman)
    return sides.empty() || theirs(country_of(sides[0])) ? Subject::kReporter : Subject::kOthers;
  const bool all = std::all_of(sides.begin(), sides.end(), [&](const Side& s) { return takes_part(event, s); });
  return all ? Subject::kSides : Subject::kOthers;
}

AccountFinder::Subject AccountFinder::subject_of(const MergedEvent& event, const TaggedSentence& tagged,
                                                 std::uint32_t verb) const {
  const auto& units = tagged.units;
  const bool of_two = (units[verb].flags & kTwo) != 0;  // "the two discussed": its subject stands before it
  for (std::uint32_t u = verb + 1; !of_two && u < units.size() && u <= verb + kSubjectAfter; ++u)
    if (const auto subject = as_subject(event, units[u])) return *subject;
  Subject found = Subject::kNone;
  for (std::uint32_t u = verb; u-- > 0 && verb - u <= kSubjectBefore;)
    if (const auto subject = as_subject(event, units[u])) {
      if (*subject == Subject::kOthers) return Subject::kOthers;
      found = *subject;
    }
  return of_two ? Subject::kSides : found;
}

bool AccountFinder::with_others(const MergedEvent& event, const TaggedSentence& tagged, std::uint32_t verb) const {
  for (std::uint32_t u = verb + 1; u + 1 < tagged.units.size() && u <= verb + kPartnerReach; ++u)
    if (tagged.units[u].symbol == cue_.with) return as_subject(event, tagged.units[u + 1]) == Subject::kOthers;
  return false;
}

std::optional<AccountFinder::MarkKind> AccountFinder::mark_of(const Unit& unit) const {
  for (const char say : {cue_.say, cue_.saying, cue_.invite_verb, cue_.offer, cue_.refuse, cue_.deny})
    if (unit.symbol == say) return MarkKind::kSay;
  if (unit.symbol == cue_.discuss) return MarkKind::kDiscuss;
  if (unit.symbol == cue_.talk) return MarkKind::kTalk;
  if (unit.symbol == cue_.agree) return MarkKind::kAgree;
  return {};
}

AccountFinder::Sentence AccountFinder::read(const MergedEvent& event, std::uint32_t number) const {
  Sentence sentence;
  const TaggedSentence& tagged = analysis_.tagged[number];
  const TokenRange range = analysis_.doc.sentences[number].tokens;
  for (std::uint32_t u = 0; u < tagged.units.size(); ++u) {
    const Unit& unit = tagged.units[u];
    if (as_subject(event, unit) == Subject::kSides) sentence.sides = true;
    if (unit.symbol == symbol::kActor)
      for (const Side& side : analysis_.actors[unit.index].sides) sentence.people += takes_part(event, side);
    if (const auto kind = mark_of(unit)) {
      const bool together = *kind == MarkKind::kDiscuss || *kind == MarkKind::kTalk || *kind == MarkKind::kAgree;
      const bool others = together && with_others(event, tagged, u);
      sentence.marks.push_back({unit.tokens.begin, *kind, others ? Subject::kOthers : subject_of(event, tagged, u)});
    }
  }
  for (const LexiconMatch& match : cues_.find(analysis_.doc, range)) read_cue(event, tagged, match, sentence);
  mark_triggers(event, tagged, sentence);
  std::stable_sort(sentence.marks.begin(), sentence.marks.end(),
                   [](const Mark& a, const Mark& b) { return a.token < b.token; });
  return sentence;
}

void AccountFinder::mark_triggers(const MergedEvent& event, const TaggedSentence& tagged, Sentence& sentence) const {
  const auto trigger = [&](std::uint32_t m) { return tagged.units[analysis_.event_mentions[m].trigger].tokens.begin; };
  const auto told = mentions_.find(tagged.sentence);
  if (told == mentions_.end()) return;
  std::vector<std::uint32_t> own;
  for (const auto& [teller, m] : told->second)
    if (teller == &event) own.push_back(trigger(m));
  for (const std::uint32_t token : own) sentence.marks.push_back({token, MarkKind::kTrigger, Subject::kNone});
  for (const auto& [teller, m] : told->second)
    if (std::find(own.begin(), own.end(), trigger(m)) == own.end())
      sentence.marks.push_back({trigger(m), MarkKind::kOtherTrigger, Subject::kNone});
}

void AccountFinder::read_cue(const MergedEvent& event, const TaggedSentence& tagged, const LexiconMatch& match,
                             Sentence& sentence) const {
  const std::uint32_t at = match.tokens.begin;
  const bool opening = at < analysis_.doc.sentences[tagged.sentence].tokens.begin + kOpening;
  switch (Cue(cues_.entries(match)[0].id)) {
    case Cue::kHead: break;
    case Cue::kDiscuss: sentence.marks.push_back({at, MarkKind::kTopicOpens, Subject::kNone}); break;
    case Cue::kAbout: sentence.marks.push_back({at, MarkKind::kAbout, Subject::kNone}); break;
    case Cue::kAside: sentence.marks.push_back({at, MarkKind::kAside, Subject::kNone}); break;
    case Cue::kBackground: sentence.background = sentence.background || opening; break;
    case Cue::kElsewhere: sentence.elsewhere = true; break;
    case Cue::kThis: sentence.refers_back = sentence.refers_back || opening; break;
    case Cue::kSay:
      sentence.says.push_back(at);
      for (std::uint32_t u = 0; u < tagged.units.size(); ++u)
        if (tagged.units[u].tokens.begin == at)
          sentence.marks.push_back({at, MarkKind::kSay, subject_of(event, tagged, u)});
      break;
    case Cue::kPrayer: sentence.prayers.push_back(at); break;
    case Cue::kSource:  // "an official", "diplomats": who says it is no side
      for (Mark& mark : sentence.marks)
        if (mark.subject == Subject::kNone && mark.token < at && at - mark.token <= kSourceReach)
          mark.subject = Subject::kOthers;
      break;
  }
}

}  // namespace mahdar
