// Whether the words of a match can stand as its rule takes them: what a pattern over symbols cannot see.
#ifndef MAHDAR_EVENTS_MATCH_CHECK_H_
#define MAHDAR_EVENTS_MATCH_CHECK_H_

#include <optional>
#include <string_view>

#include "events/sides.h"

namespace mahdar {

// Checks the matches of one sentence. Lives for that sentence.
class MatchCheck {
 public:
  MatchCheck(const Analysis& analysis, const EventRules& rules, const TaggedSentence& sentence, const SideReader& sides)
      : analysis_(analysis), rules_(rules), sentence_(sentence), sides_(sides) {}

  // Why a match is none; empty if nothing speaks against it.
  std::string_view fault(const RuleMatch& match) const;
  // Whether the actor after a verb without a subject of its own is its subject: "And Trump met ..." names who met, not
  // whom.
  bool lacks_subject(const RuleMatch& match) const;
  // Whether the subject must stand in the same sentence: "talks with Turkey" are those of whoever is told of there.
  bool needs_subject_here(const RuleMatch& match) const;

 private:
  std::uint32_t unit(std::size_t position) const { return sentence_.unit_of[position]; }
  char symbol_at(std::uint32_t u) const { return sentence_.units[u].symbol; }
  std::uint32_t trigger_of(const RuleMatch& match) const { return unit(match.groups.at("trigger").first); }
  std::optional<std::uint32_t> other_side(const RuleMatch& match) const;
  bool is_tour(const RuleMatch& match) const;
  bool gathers_him(const RuleMatch& match) const;
  bool spans_agreement(const RuleMatch& match) const;
  bool has_governed_subject(const RuleMatch& match) const;

  const Analysis& analysis_;
  const EventRules& rules_;
  const TaggedSentence& sentence_;
  const SideReader& sides_;
};

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_MATCH_CHECK_H_
