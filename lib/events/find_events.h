// Event mentions: what the rules find in each tagged sentence, with its sides, status, time and place.
#ifndef MAHDAR_EVENTS_FIND_EVENTS_H_
#define MAHDAR_EVENTS_FIND_EVENTS_H_

#include "events/analysis.h"
#include "events/pieces.h"
#include "rules/rule_table.h"

namespace mahdar {

// Word classes that the event stages ask for, as symbols (0: no such class).
struct CueSymbols {
  CueSymbols(const WordClasses& words, const Symbols& symbols);
  char plan, next, maybe, proposed, want, offer, plan_verb, ready, possible, prep, cancel_verb, cancel_noun, refuse,
      postpone_verb, postpone_noun, deny, neg, neg_past, neg_future, neg_event, kaad, say, saying, that, rel, in,
      during, before, to, from, with, between, on, press, media, sport, hold, receive_verb, meet_verb, call_verb,
      host_verb, gather, discuss, talk, call, contact, talks, nego, meet, summit, session, meal, visit, visit_verb,
      invite_verb, invitation, video, video_adverb, city, capital_word, country_word, statement, interview, presser,
      adjective, arrive, each, attend, qad, mediate, separate, initiative, request, letter, behalf, include, begin,
      after, conditional, agree, holding, without, purpose, discuss_noun, phone, unreal, morrow, eve, habit,
      circumstance;
};

// The data of this stage, on top of EventData.
struct EventRules {
  const RuleTable& table;
  const Symbols& symbols;
  CueSymbols cue;
};

// Fills analysis.event_mentions, in the order of the text.
void find_events(Analysis& analysis, const EventData& data, const EventRules& rules);

// Whether a status, and why; for one match in a sentence.
void judge_status(const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end, const EventRules& rules,
                  EventMention& mention);

// The time expression and the place that belong to a match of units [begin, end).
void attach_time(const Analysis& analysis, const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end,
                 const EventRules& rules, EventMention& mention);
void attach_place(Analysis& analysis, const EventData& data, const TaggedSentence& sentence, std::uint32_t begin,
                  std::uint32_t end, const EventRules& rules, EventMention& mention);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_FIND_EVENTS_H_
