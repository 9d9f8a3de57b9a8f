// Status: what tense, modality and negation around a trigger say of the event.
#include <algorithm>

#include "events/clause.h"
#include "rules/words.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kCueReach = 7;       // units before a match in which a modal verb governs it
constexpr std::uint32_t kAfterReach = 5;     // units after a trigger in which an adjective or passive belongs to it
constexpr std::uint32_t kVerbReach = 2;      // units between "not", "after" and what they stand before
constexpr std::uint32_t kBareReach = 3;      // units between "cancelled" and "the summit" alone
constexpr std::uint32_t kDenyReach = 16;     // units between "denied" and what it denies
constexpr std::uint32_t kOffReach = 14;      // units between a contact and "was put off", over a relative clause
constexpr std::uint32_t kNotReach = 3;       // units between "not" and a match: "no meeting was held"
constexpr std::uint32_t kHoldingReach = 16;  // units between "will hold" with its subject and "a meeting of the two"
constexpr std::uint32_t kUnlessReach = 8;    // units behind a match in which "unless" limits it

constexpr const char *kPostponed = "postponed", *kFutureTense = "future tense";

struct Verdict {
  Status status;
  StatusWeight weight;
  const char* reason;
};

class StatusJudge {
 public:
  StatusJudge(const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end, std::uint32_t trigger,
              const EventRules& rules, bool bare)
      : units_(sentence.units),
        cue_(rules.cue),
        clause_(sentence, begin, end, rules.cue),
        begin_(begin),
        end_(end),
        trigger_(trigger),
        heading_(sentence.heading),
        bare_(bare),
        tense_(carried_tense()) {}

  Verdict judge() const {
    using enum Status;
    using enum StatusWeight;
    if (is_governed({cue_.deny, cue_.unreal}) &&
        is_governed({cue_.cancel_noun, cue_.cancel_verb, cue_.postpone_noun, cue_.postpone_verb}))
      return {kPlanned, kFirm, "not cancelled"};
    if (is_denied() || is_negated(cue_.neg_past)) return {kDenied, kFirm, "denied"};
    if (is_negated(cue_.neg_future))
      return is_limited() ? Verdict{kPlanned, kSoft, "on a condition"} : Verdict{kCancelled, kFirm, "refused"};
    if (is_governed({cue_.conditional})) return {kProposed, kSoft, "condition"};
    if (tense_ & kPast) return {kOccurred, kFirm, "past tense"};
    if (is_called_off({cue_.cancel_verb, cue_.cancel_noun, cue_.refuse})) return {kCancelled, kFirm, "cancelled"};
    if (is_called_off({cue_.postpone_verb, cue_.postpone_noun})) return {kCancelled, kFirm, kPostponed};
    if (tense_ & kFuture) return {kPlanned, kFirm, kFutureTense};
    if (has_adjective({cue_.plan})) return {kPlanned, kFirm, "described as coming"};
    if (has_adjective({cue_.proposed, cue_.possible, cue_.maybe})) return {kProposed, kFirm, "described as proposed"};
    return tense_ & kPresent ? of_present() : of_noun();
  }

 private:
  Verdict of_present() const {
    using enum Status;
    using enum StatusWeight;
    if (is_left_out()) return {kDenied, kFirm, "without it"};
    if (is_preceded({cue_.during, cue_.after, cue_.morrow})) return {kOccurred, kSoft, "during or after it"};
    if (is_governed({cue_.proposed, cue_.want, cue_.ready, cue_.possible, cue_.maybe, cue_.offer, cue_.invite_verb,
                     cue_.invitation}))
      return {kProposed, kFirm, "wish, offer or possibility"};
    if (is_governed({cue_.plan, cue_.plan_verb, cue_.next, cue_.prep, cue_.agree})) return {kPlanned, kFirm, "plan"};
    if (is_governed({cue_.kaad})) return {kOccurred, kSoft, "past of the present tense"};
    if (is_preceded({cue_.circumstance})) return {kOccurred, kSoft, "while doing so"};
    if (heading_) return {kOccurred, kSoft, "present tense of a heading"};
    return {kPlanned, kSoft, "present tense"};
  }

  Verdict of_noun() const {
    using enum Status;
    using enum StatusWeight;
    if (is_preceded({cue_.without}) || is_left_out()) return {kDenied, kFirm, "without it"};
    if (is_preceded({cue_.during, cue_.after, cue_.morrow})) return {kOccurred, kSoft, "during or after it"};
    if (clause_.is_any(trigger_, {cue_.invite_verb, cue_.invitation}) ||
        is_governed({cue_.invite_verb, cue_.invitation}))
      return {kProposed, kFirm, "invitation"};
    if (is_governed({cue_.proposed, cue_.want, cue_.ready, cue_.possible, cue_.maybe, cue_.offer}))
      return {kProposed, kFirm, "wish, offer or possibility"};
    if (is_governed({cue_.plan, cue_.plan_verb, cue_.next, cue_.prep, cue_.agree})) return {kPlanned, kFirm, "plan"};
    if (is_purpose()) return {kPlanned, kSoft, "purpose"};
    if (is_preceded({cue_.before, cue_.eve})) return {kPlanned, kNone, "before it"};
    if (is_announced()) return {kPlanned, kSoft, "its holding is spoken of"};
    return {kOccurred, kNone, "nothing says otherwise"};
  }

  // The tense of the verb that carries the trigger: the trigger itself, or a light verb of the match.
  std::uint16_t carried_tense() const {
    if (clause_.is_verb(trigger_)) return clause_.tense(trigger_);
    for (std::uint32_t u = trigger_; u-- > begin_;)
      if (const std::uint16_t tense = clause_.tense(u)) return tense;
    for (std::uint32_t u = trigger_ + 1; u < end_ && u < trigger_ + kAfterReach; ++u)
      if (const std::uint16_t tense = clause_.tense(u)) return tense;
    return is_bound() ? 0 : tense_of_holding();
  }

  // Whether the match has a verb, though one without a tense of its own.
  bool is_bound() const {
    for (std::uint32_t u = begin_; u < end_; ++u)
      if (clause_.is_verb(u)) return true;
    return false;
  }

  // "The summit will take place", "the meeting was held": the verb that a noun alone is the subject of.
  std::uint16_t tense_of_holding() const {
    for (std::uint32_t u = end_; u < units_.size() && u < end_ + kVerbReach; ++u)
      if (clause_.is(u, cue_.hold) && (units_[u].clitics & kConjunction) == 0) return clause_.tense(u);
    if (clause_.left() > 0 && clause_.is(clause_.left() - 1, cue_.host_verb)) return clause_.tense(clause_.left() - 1);
    const std::uint32_t reach = bare_ ? kVerbReach : kHoldingReach;
    const std::uint32_t first = std::max(clause_.left(), begin_ > reach ? begin_ - reach : 0);
    for (std::uint32_t u = begin_;
         u-- > first && !clause_.is_any(u, {cue_.on, cue_.during, cue_.after, cue_.morrow, cue_.before, cue_.eve});)
      if (clause_.is(u, cue_.hold)) return clause_.tense(u);
    return 0;
  }

  // "will not meet unless", "without".
  bool is_limited() const {
    for (std::uint32_t u = end_; u < units_.size() && u < end_ + kUnlessReach; ++u)
      if (clause_.is_any(u, {cue_.conditional, cue_.without, cue_.before})) return true;
    return false;
  }

  // The first unit that may govern the match: behind the last word that sets it off.
  std::uint32_t governed_from() const {
    const std::uint32_t least = begin_ > kCueReach ? begin_ - kCueReach : 0;
    std::uint32_t u = begin_;
    while (u > least &&
           !clause_.is_any(u - 1, {symbol::kColon, cue_.rel, cue_.during, cue_.after, cue_.morrow, cue_.saying}))
      --u;
    return u;
  }

  bool is_governed(std::initializer_list<char> symbols) const {
    for (std::uint32_t u = governed_from(); u < trigger_; ++u)
      if (clause_.is_any(u, symbols)) return true;
    return false;
  }

  // Denied by a verb that may stand far off: "denied what the media had said of a meeting".
  bool is_denied() const {
    for (std::uint32_t u = trigger_; u-- > 0 && trigger_ - u < kDenyReach;) {
      if (clause_.is_any(u, {cue_.deny, cue_.neg_event})) return true;
      if (clause_.is_any(u, {symbol::kColon, cue_.rel, cue_.during, cue_.after, cue_.morrow, cue_.saying, cue_.say}))
        return false;
    }
    return false;
  }

  // "without meeting him".
  bool is_left_out() const {
    return begin_ > 1 && clause_.is(begin_ - 1, cue_.that) && clause_.is(begin_ - 2, cue_.without);
  }

  // Cancelled or put off: the trigger is the direct object of such a verb, or its subject in the passive.
  bool is_called_off(std::initializer_list<char> symbols) const {
    const std::uint32_t first = bare_ && trigger_ > kBareReach ? trigger_ - kBareReach : governed_from();
    for (std::uint32_t u = trigger_; u-- > first;) {
      if (clause_.is(u, cue_.on)) return false;
      if (clause_.is_any(u, symbols) && (units_[u].flags & kTheWord) == 0)  // "the cancellation" is of something told
        return !is_unreal(u) && !is_before_it(u);
    }
    for (std::uint32_t u = trigger_ + 1; u < units_.size() && u < end_ + kOffReach; ++u) {
      if (clause_.is_any(u, symbols) && (units_[u].flags & kPast) != 0) return is_of_it(u) && !is_unreal(u);
      if (clause_.is_any(u, {cue_.that, cue_.say, cue_.saying, cue_.after, symbol::kColon})) return false;
    }
    return false;
  }

  // A verb in the passive right behind the match, or behind a relative clause: nobody follows who would do it.
  bool is_of_it(std::uint32_t verb) const {
    if (verb < end_ + kVerbReach) return true;
    const bool opens = clause_.is_any(verb - 1, {symbol::kComma, cue_.rel});
    const bool by_nobody =
        verb + 1 >= units_.size() ||
        !clause_.is_any(verb + 1, {symbol::kActor, symbol::kCountry, symbol::kCapital, symbol::kOrganization});
    return opens && by_nobody;
  }

  // "after it was cancelled": what follows tells more.
  bool is_before_it(std::uint32_t verb) const {
    return verb > 1 && clause_.is(verb - 1, cue_.that) && clause_.is(verb - 2, cue_.after);
  }

  // "may cancel", "did not cancel", "gave up cancelling".
  bool is_unreal(std::uint32_t cancel) const {
    const std::uint32_t first = cancel > kAfterReach ? cancel - kAfterReach : 0;
    for (std::uint32_t u = first; u < cancel; ++u)
      if (clause_.is_any(u, {cue_.neg, cue_.neg_past, cue_.neg_future, cue_.maybe, cue_.possible, cue_.conditional,
                             cue_.deny, cue_.without, cue_.unreal}))
        return true;
    return false;
  }

  // The particle stands at the verb of the match, or at one that only lends it its tense.
  bool is_negated(char particle) const {
    const std::uint32_t first = begin_ > kNotReach ? begin_ - kNotReach : 0;
    for (std::uint32_t u = first; u < trigger_; ++u) {
      if (!clause_.is(u, particle)) continue;
      std::uint32_t verb = u + 1;
      while (verb < trigger_ && clause_.is_any(verb, {cue_.kaad, cue_.that, cue_.qad})) ++verb;
      if (verb == trigger_ || clause_.is_verb(verb)) return true;
    }
    return false;
  }

  // A word that stands in the match or right before it, over "holding" and "the first".
  bool is_preceded(std::initializer_list<char> symbols) const {
    const std::uint32_t first = begin_ > kVerbReach ? begin_ - kVerbReach : 0;
    for (std::uint32_t u = trigger_; u-- > first;) {
      if (clause_.is_any(u, symbols)) return true;
      if (u < begin_ && !clause_.is_any(u, {symbol::kUnknown, cue_.adjective, cue_.holding, cue_.hold})) return false;
    }
    return false;
  }

  bool has_adjective(std::initializer_list<char> symbols) const {
    for (std::uint32_t u = trigger_ + 1; u < units_.size() && u < trigger_ + kAfterReach; ++u) {
      if (clause_.is_any(u, symbols)) return true;
      if (clause_.is_any(u, {cue_.that, cue_.say, symbol::kColon})) return false;
    }
    return false;
  }

  // "to meet", "for talks": what somebody came for.
  bool is_purpose() const {
    const bool known = (units_[trigger_].flags & (kTheWord | kHis | kTheirTwo | kTheir)) != 0;
    if ((units_[trigger_].clitics & kLi) != 0 && !known) return true;
    return is_preceded({cue_.holding, cue_.purpose}) || (begin_ < trigger_ && (units_[begin_].clitics & kLi) != 0);
  }

  // "announced the holding of".
  bool is_announced() const {
    const std::uint32_t first = begin_ > 0 ? begin_ - 1 : 0;
    for (std::uint32_t u = first; u < trigger_; ++u)
      if (clause_.is(u, cue_.hold) && clause_.tense(u) == 0) return true;
    return false;
  }

  const std::vector<Unit>& units_;
  const CueSymbols& cue_;
  const Clause clause_;
  const std::uint32_t begin_, end_, trigger_;
  const bool heading_, bare_;
  const std::uint16_t tense_;
};

}  // namespace

void judge_status(const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end, const EventRules& rules,
                  EventMention& mention) {
  const Verdict verdict = StatusJudge(sentence, begin, end, mention.trigger, rules, mention.weak).judge();
  mention.status = verdict.status;
  mention.status_weight = verdict.weight;
  mention.status_reason = verdict.reason;
  mention.postponed = verdict.reason == kPostponed;
  mention.revived = verdict.reason == kFutureTense;
}

}  // namespace mahdar
