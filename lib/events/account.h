// The account of an event: which sentences, and which of their words, tell what was said and discussed in it.
#ifndef MAHDAR_EVENTS_ACCOUNT_H_
#define MAHDAR_EVENTS_ACCOUNT_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "events/merge.h"
#include "gazetteer/table.h"

namespace mahdar {

// What a phrase of ar/readout.tsv says of the words after it.
enum class Cue : std::uint16_t {
  kHead,
  kDiscuss,
  kAbout,
  kAside,
  kBackground,
  kElsewhere,
  kThis,
  kSay,
  kSource,
  kPrayer
};

// The phrases of ar/readout.tsv; LexiconEntry::id is a Cue. Throws Error.
Lexicon read_cues(const Table& table);

// How far the words of a sentence are an event's account: what one of its sides tells, adjectives of the contact ("security
// and trade talks"), or what was discussed.
enum class Account : std::uint8_t { kNone, kTold, kAdjectives, kDiscussed };

// A sentence of an event's read-out, and how far each of its tokens is account.
struct AccountSentence {
  std::uint32_t sentence = 0;
  bool own = false;                    // it has a mention of the event
  std::vector<Account> tokens;         // of the sentence's tokens
  std::vector<std::uint32_t> says;     // tokens of verbs of saying that ar/readout.tsv alone knows
  std::vector<std::uint32_t> prayers;  // tokens of such verbs that address God

  Account at(TokenRange sentence_tokens, std::uint32_t token) const { return tokens[token - sentence_tokens.begin]; }
};

// Finds the accounts of an article's events. Lives for that article.
class AccountFinder {
 public:
  AccountFinder(const Analysis& analysis, const EventData& data, const EventRules& rules, const Lexicon& cues,
                const std::vector<MergedEvent>& events);

  // In the order of the text.
  std::vector<AccountSentence> find(std::uint32_t event) const;

 private:
  enum class Subject { kNone, kReporter, kSides, kOthers };
  enum class MarkKind { kSay, kDiscuss, kTalk, kAgree, kTopicOpens, kAbout, kAside, kTrigger, kOtherTrigger };
  struct Mark {
    std::uint32_t token = 0;
    MarkKind kind = MarkKind::kSay;
    Subject subject = Subject::kNone;
  };
  struct Sentence {
    std::vector<Mark> marks;
    std::vector<std::uint32_t> says, prayers;  // see AccountSentence
    bool sides = false;                        // the two sides, a side or their statement is named in it
    std::size_t people = 0;                    // how often a side is named
    bool background = false;                   // it begins as background
    bool elsewhere = false;                    // it tells of something said somewhere else
    bool refers_back = false;                  // "this came during ..."
  };

  std::string country_of(const Side& side) const;
  bool is_contact(const Unit& unit) const;
  bool takes_part(const MergedEvent& event, const Side& side) const;
  Subject subject_of(const MergedEvent& event, const TaggedSentence& tagged, std::uint32_t verb) const;
  std::optional<Subject> as_subject(const MergedEvent& event, const Unit& unit) const;
  std::optional<MarkKind> mark_of(const Unit& unit) const;
  Sentence read(const MergedEvent& event, std::uint32_t sentence) const;
  void read_cue(const MergedEvent& event, const TaggedSentence& tagged, const LexiconMatch& match,
                Sentence& sentence) const;
  bool with_others(const MergedEvent& event, const TaggedSentence& tagged, std::uint32_t verb) const;
  void mark_triggers(const MergedEvent& event, const TaggedSentence& tagged, Sentence& sentence) const;
  bool states(const TaggedSentence& tagged, std::uint32_t verb) const;
  bool told_elsewhere(std::uint32_t sentence, std::uint32_t event) const;
  bool goes_on(const MergedEvent& event, const Sentence& sentence, bool follows) const;
  static bool discusses(const Sentence& sentence);
  bool leads_to(const Sentence& sentence) const;
  AccountSentence levels(const Sentence& sentence, std::uint32_t number, bool own, bool held) const;

  const Analysis& analysis_;
  const EventData& data_;
  const CueSymbols& cue_;
  const Lexicon& cues_;
  const std::vector<MergedEvent>& events_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> owners_;  // sentence -> events with a mention in it
  // sentence -> the mentions in it, each with its event
  std::map<std::uint32_t, std::vector<std::pair<const MergedEvent*, std::uint32_t>>> mentions_;
};

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_ACCOUNT_H_
