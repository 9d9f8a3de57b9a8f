// Status: what tense, modality and negation around a trigger say of the event.
#include <fmt/format.h>

#include "events/find_events.h"
#include "rules/words.h"

namespace mahdar {
namespace {

constexpr const char *kPurpose = "purpose", *kPresentTense = "present tense", *kBefore = "before it",
                     *kNoTense = "nothing says otherwise";
constexpr std::uint32_t kCueReach = 7;    // units before a match in which a modal verb governs it
constexpr std::uint32_t kAfterReach = 5;  // units after a trigger in which an adjective or passive belongs to it

class StatusJudge {
 public:
  StatusJudge(const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end, std::uint32_t trigger,
              const EventRules& rules)
      : units_(sentence.units), cue_(rules.cue), begin_(begin), end_(end), trigger_(trigger) {}

  std::pair<Status, std::string> judge() const {
    if (has_before({cue_.cancel_verb, cue_.cancel_noun, cue_.refuse}) || has_after({cue_.cancel_verb}))
      return {Status::kCancelled, "cancelled"};
    if (has_before({cue_.postpone_verb, cue_.postpone_noun}) || has_after({cue_.postpone_verb}))
      return {Status::kCancelled, "postponed"};
    if (has_before({cue_.deny, cue_.neg_event})) return {Status::kDenied, "denied"};
    if (const auto negated = negation()) return *negated;
    if (tense_flags() == 0 && has(begin_ >= 2 ? begin_ - 2 : 0, begin_ + 1, {cue_.during}))
      return {Status::kOccurred, "during or after it"};
    if (has_before({cue_.invite_verb, cue_.invitation}) || is(trigger_, cue_.invite_verb))
      return {Status::kProposed, "invitation"};
    const std::uint16_t tense = tense_flags();
    if (tense & kFuture) return {Status::kPlanned, "future tense"};
    if (has_before({cue_.proposed, cue_.offer, cue_.want, cue_.ready, cue_.possible, cue_.maybe}))
      return proposal(tense);
    if (tense == 0 && (units_[trigger_].clitics & kLi) && !(units_[trigger_].flags & kTheWord))
      return {Status::kPlanned, kPurpose};
    if (has_before({cue_.plan, cue_.plan_verb, cue_.next, cue_.prep})) return plan(tense);
    if (has_adjective({cue_.plan})) return {Status::kPlanned, "described as coming"};
    if (has_adjective({cue_.proposed, cue_.possible, cue_.maybe})) return {Status::kProposed, "described as proposed"};
    if (tense & kPast) return {Status::kOccurred, "past tense"};
    if ((tense & kPresent) && !has(begin_ >= 3 ? begin_ - 3 : 0, trigger_, {cue_.kaad}))
      return {Status::kPlanned, kPresentTense};
    if (has(begin_ >= 2 ? begin_ - 2 : 0, begin_ + 1, {cue_.before})) return {Status::kPlanned, kBefore};
    return {Status::kOccurred, kNoTense};
  }

 private:
  bool is(std::uint32_t u, char symbol) const { return symbol != 0 && units_[u].symbol == symbol; }

  bool has(std::uint32_t from, std::uint32_t to, std::initializer_list<char> symbols) const {
    for (std::uint32_t u = from; u < to && u < units_.size(); ++u)
      for (const char symbol : symbols)
        if (is(u, symbol)) return true;
    return false;
  }

  // Where the clause of the match begins: behind the last boundary before it.
  std::uint32_t clause_begin() const {
    std::uint32_t u = begin_;
    while (u > 0 && begin_ - u < kCueReach && !is(u - 1, symbol::kColon) && !is(u - 1, cue_.rel)) --u;
    return u;
  }

  bool has_before(std::initializer_list<char> symbols) const { return has(clause_begin(), trigger_, symbols); }
  bool has_after(std::initializer_list<char> symbols) const {
    return has(trigger_ + 1, std::min<std::uint32_t>(end_ + 2, trigger_ + kAfterReach), symbols);
  }
  bool has_adjective(std::initializer_list<char> symbols) const {
    return has(trigger_ + 1, trigger_ + kAfterReach, symbols);
  }

  // The tense of the verb that carries the trigger: the trigger itself, or a light verb of the match.
  std::uint16_t tense_flags() const {
    const std::uint16_t all = kPast | kPresent | kFuture;
    if (units_[trigger_].flags & all && is_verb(trigger_)) return units_[trigger_].flags & all;
    for (std::uint32_t u = begin_; u < trigger_; ++u)
      if (is_verb(u) && (units_[u].flags & all)) return units_[u].flags & all;
    for (std::uint32_t u = trigger_ + 1; u < end_ && u < trigger_ + kAfterReach; ++u)
      if (is_verb(u) && (units_[u].flags & all)) return units_[u].flags & all;
    return 0;
  }

  bool is_verb(std::uint32_t u) const {
    for (const char symbol : {cue_.hold, cue_.receive_verb, cue_.meet_verb, cue_.call_verb, cue_.host_verb, cue_.gather,
                              cue_.discuss, cue_.talk, cue_.include})
      if (is(u, symbol)) return true;
    return false;
  }

  std::optional<std::pair<Status, std::string>> negation() const {
    for (std::uint32_t u = begin_ >= 2 ? begin_ - 2 : 0; u < trigger_; ++u)
      if (is(u, cue_.neg_past))
        return std::pair{Status::kDenied, std::string("negated")};
      else if (is(u, cue_.neg_future))
        return std::pair{Status::kCancelled, std::string("refused")};
    return {};
  }

  std::pair<Status, std::string> proposal(std::uint16_t tense) const {
    if (tense & kPast) return {Status::kOccurred, "past tense"};
    return {Status::kProposed, "wish, offer or possibility"};
  }

  std::pair<Status, std::string> plan(std::uint16_t tense) const {
    if (tense & kPast) return {Status::kOccurred, "past tense"};
    return {Status::kPlanned, "plan"};
  }

  const std::vector<Unit>& units_;
  const CueSymbols& cue_;
  std::uint32_t begin_, end_, trigger_;
};

}  // namespace

void judge_status(const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end, const EventRules& rules,
                  EventMention& mention) {
  std::tie(mention.status, mention.status_reason) = StatusJudge(sentence, begin, end, mention.trigger, rules).judge();
  for (const char* soft : {kPurpose, kPresentTense, kBefore, kNoTense})
    mention.soft_status |= mention.status_reason == soft;
}

}  // namespace mahdar
