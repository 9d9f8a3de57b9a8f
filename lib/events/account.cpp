#include "events/account.h"

#include <algorithm>

#include "rules/words.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kMostSentences = 14;  // a read-out has no more
constexpr std::uint32_t kMostGap = 2;         // sentences in a row that are none of it end it
constexpr std::uint32_t kAdjectiveReach = 3;  // tokens after a contact's noun that may be its adjectives
constexpr std::uint32_t kHeadingTokens = 12;  // a shorter sentence may be a heading
constexpr std::uint32_t kThatReach = 3;       // tokens between a verb and its "that"
constexpr std::uint32_t kLeadReach = 3;       // sentences before the first mention that may tell of it

constexpr std::pair<std::string_view, Cue> kCues[] = {{"head", Cue::kHead},
                                                      {"discuss", Cue::kDiscuss},
                                                      {"about", Cue::kAbout},
                                                      {"aside", Cue::kAside},
                                                      {"background", Cue::kBackground},
                                                      {"elsewhere", Cue::kElsewhere},
                                                      {"this", Cue::kThis},
                                                      {"say", Cue::kSay},
                                                      {"source", Cue::kSource},
                                                      {"preposition", Cue::kHead},
                                                      {"latter", Cue::kHead},
                                                      {"link", Cue::kHead},
                                                      {"object", Cue::kHead},
                                                      {"also", Cue::kHead},
                                                      {"according", Cue::kHead},
                                                      {"prayer", Cue::kPrayer}};

// The state of a sentence that is read from left to right: how far its words are the event's account.
struct Levels {
  Levels(TokenRange range, std::vector<Account>& tokens) : range_(range), tokens_(tokens), from_(range.begin) {}

  void turn(std::uint32_t token, Account next) {
    std::fill(tokens_.begin() + (from_ - range_.begin), tokens_.begin() + (token - range_.begin), level);
    from_ = token, level = next, named = false;
  }
  // The event's own noun or verb: what follows is told of it.
  void name(std::uint32_t token) {
    if (level == Account::kNone) turn(token, Account::kTold);
    named = ours = true;
  }
  // Another contact's.
  void name_other(std::uint32_t token) {
    if (level == Account::kDiscussed) return;
    turn(token, Account::kNone);
    ours = false;
  }

  Account level = Account::kNone;
  bool ours = true;    // no other contact was named after the event
  bool named = false;  // the event was named, and nothing has been said or discussed since

 private:
  TokenRange range_;
  std::vector<Account>& tokens_;
  std::uint32_t from_;
};

// "security and trade talks": the words after a contact's noun may be adjectives that name topics.
void mark_adjectives(std::uint32_t trigger, TokenRange range, std::vector<Account>& tokens) {
  for (std::uint32_t t = trigger + 1; t < range.end && t <= trigger + kAdjectiveReach; ++t) {
    Account& level = tokens[t - range.begin];
    level = std::max(level, Account::kAdjectives);
  }
}

}  // namespace

Lexicon read_cues(const Table& table) {
  LexiconBuilder lexicon;
  for (const Table::Row& row : table.rows()) {
    const std::string& name = table.cell(row, "cue");
    const auto cue = std::find_if(std::begin(kCues), std::end(kCues), [&](const auto& c) { return c.first == name; });
    if (cue == std::end(kCues)) table.fail(row, "unknown cue: " + name);
    if (cue->second != Cue::kHead) lexicon.add(table.cell(row, "form"), {0, 0, std::uint32_t(cue->second)});
  }
  return lexicon.build();
}

AccountFinder::AccountFinder(const Analysis& analysis, const EventData& data, const EventRules& rules,
                             const Lexicon& cues, const std::vector<MergedEvent>& events)
    : analysis_(analysis), data_(data), cue_(rules.cue), cues_(cues), events_(events) {
  for (std::uint32_t e = 0; e < events.size(); ++e)
    for (const std::uint32_t m : events[e].mentions) {
      owners_[analysis.event_mentions[m].sentence].push_back(e);
      mentions_[analysis.event_mentions[m].sentence].emplace_back(&events[e], m);
    }
}

std::vector<AccountSentence> AccountFinder::find(std::uint32_t e) const {
  const MergedEvent& event = events_[e];
  std::map<std::uint32_t, AccountSentence> found;
  const auto add = [&](std::uint32_t s, const Sentence& sentence, bool own) {
    if (const auto [at, added] = found.try_emplace(s); added)
      at->second = levels(sentence, s, own, event.status == Status::kOccurred);
  };
  for (const std::uint32_t m : event.mentions) {
    const std::uint32_t s = analysis_.event_mentions[m].sentence;
    add(s, read(event, s), true);
  }
  const std::uint32_t first = found.begin()->first;
  const bool refers_back = read(event, first).refers_back || event.generic;
  for (std::uint32_t s = first; s-- > 0 && first - s <= kLeadReach && !told_elsewhere(s, e);)
    if (const Sentence sentence = read(event, s); leads_to(sentence) && (refers_back || sentence.people > 1))
      add(s, sentence, false);
  if (event.main)
    for (const std::uint32_t m : event.mentions) {
      std::uint32_t gap = 0;
      const std::uint32_t at = analysis_.event_mentions[m].sentence;
      for (std::uint32_t s = at + 1; s < analysis_.tagged.size() && s <= at + kMostSentences && gap <= kMostGap; ++s) {
        const Sentence sentence = read(event, s);
        const bool part = told_elsewhere(s, e) ? discusses(sentence) : goes_on(event, sentence, gap == 0);
        if (part || analysis_.doc.sentences[s].tokens.size() >= kHeadingTokens) gap = part ? 0 : gap + 1;
        if (part) add(s, sentence, false);
      }
    }
  std::vector<AccountSentence> list;
  for (auto& [number, sentence] : found) list.push_back(std::move(sentence));
  return list;
}

bool AccountFinder::told_elsewhere(std::uint32_t sentence, std::uint32_t event) const {
  const auto owners = owners_.find(sentence);
  return owners != owners_.end() &&
         std::find(owners->second.begin(), owners->second.end(), event) == owners->second.end();
}

// "the talks", "the meeting" that discuss something.
// Whether a unit next to a verb names its subject, and whom: the event's sides, one who tells of them, somebody else.
// "discussed with Sisi", who is none of the event's sides: another contact's words.
// The nouns and verbs of this event and of others.
// Whether a sentence goes on with the event's account: it says or discusses something of the sides.
bool AccountFinder::goes_on(const MergedEvent& event, const Sentence& sentence, bool follows) const {
  if (sentence.background || sentence.elsewhere) return false;
  const bool held = event.status == Status::kOccurred;
  for (std::size_t i = 0; i < sentence.marks.size(); ++i) {
    const Mark& mark = sentence.marks[i];
    const bool implied = mark.subject == Subject::kNone && follows && i == 0;
    switch (mark.kind) {
      case MarkKind::kSay:
        if (mark.subject == Subject::kOthers && i == 0) return false;
        if (held && (mark.subject == Subject::kSides || implied ||
                     (mark.subject == Subject::kReporter && (follows || sentence.sides))))
          return true;
        break;
      case MarkKind::kDiscuss:
      case MarkKind::kTalk:
      case MarkKind::kAgree:
        if (mark.subject == Subject::kSides || (mark.subject != Subject::kOthers && (follows || sentence.sides)))
          return true;
        break;
      case MarkKind::kTopicOpens:
        if (sentence.sides || (follows && i == 0)) return true;
        break;
      case MarkKind::kAbout:
      case MarkKind::kAside:
      case MarkKind::kTrigger:
      case MarkKind::kOtherTrigger: break;
    }
  }
  return false;
}

// Whether the sides themselves discuss something in a sentence, though it tells of another event, too.
bool AccountFinder::discusses(const Sentence& sentence) {
  return !sentence.background && std::any_of(sentence.marks.begin(), sentence.marks.end(), [](const Mark& mark) {
    return mark.subject == Subject::kSides && (mark.kind == MarkKind::kDiscuss || mark.kind == MarkKind::kAgree);
  });
}

// Whether a sentence before the first mention already tells what was said in it.
bool AccountFinder::leads_to(const Sentence& sentence) const {
  return !sentence.background && std::any_of(sentence.marks.begin(), sentence.marks.end(),
                                             [](const Mark& mark) { return mark.subject == Subject::kSides; });
}

// "agreed that": a statement follows, not what was talked about.
bool AccountFinder::states(const TaggedSentence& tagged, std::uint32_t verb) const {
  for (const Unit& unit : tagged.units)
    if (unit.symbol == cue_.that && unit.tokens.begin > verb && unit.tokens.begin - verb <= kThatReach) return true;
  return false;
}

AccountSentence AccountFinder::levels(const Sentence& sentence, std::uint32_t number, bool own, bool held) const {
  const TokenRange range = analysis_.doc.sentences[number].tokens;
  AccountSentence account{number, own, std::vector<Account>(range.size(), Account::kNone), sentence.says,
                          sentence.prayers};
  Levels levels(range, account.tokens);
  for (const Mark& mark : sentence.marks) {
    const bool others = mark.subject == Subject::kOthers;
    // After another contact's noun, what is discussed is that one's, unless the sides are named.
    if (!levels.ours && mark.subject != Subject::kSides && mark.kind != MarkKind::kTrigger) continue;
    switch (mark.kind) {
      case MarkKind::kSay:
        if (others)
          levels.turn(mark.token, Account::kNone);
        else if (held && levels.level == Account::kNone)
          levels.turn(mark.token, Account::kTold);
        break;
      case MarkKind::kDiscuss: levels.turn(mark.token, others ? Account::kNone : Account::kDiscussed); break;
      case MarkKind::kTalk:
        if (mark.subject == Subject::kSides && !own) levels.turn(mark.token, Account::kDiscussed);
        break;
      case MarkKind::kAgree:
        levels.turn(mark.token, others                                         ? Account::kNone
                                : states(analysis_.tagged[number], mark.token) ? Account::kTold
                                                                               : Account::kDiscussed);
        break;
      case MarkKind::kTopicOpens: levels.turn(mark.token, Account::kDiscussed); break;
      case MarkKind::kAbout:
        if (levels.named) levels.turn(mark.token, Account::kDiscussed);
        break;
      case MarkKind::kAside: levels.turn(mark.token, Account::kNone); break;
      case MarkKind::kTrigger: levels.name(mark.token); break;
      case MarkKind::kOtherTrigger: levels.name_other(mark.token); break;
    }
  }
  levels.turn(range.end, Account::kNone);
  for (const Mark& mark : sentence.marks)
    if (mark.kind == MarkKind::kTrigger) mark_adjectives(mark.token, range, account.tokens);
  return account;
}

}  // namespace mahdar
