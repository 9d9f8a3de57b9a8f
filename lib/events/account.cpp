#include "events/account.h"

#include <algorithm>

#include "rules/words.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kMostSentences = 14;                    // a read-out has no more
constexpr std::uint32_t kMostGap = 2;                           // sentences in a row that are none of it end it
constexpr std::uint32_t kSubjectAfter = 2, kSubjectBefore = 3;  // units between a verb and its subject
constexpr std::uint32_t kPartnerReach = 5;                      // units between a verb of discussing and "with"
constexpr std::uint32_t kSourceReach = 5;                       // tokens between a verb of saying and "an official"
constexpr std::uint32_t kAdjectiveReach = 3;  // tokens after a contact's noun that may be its adjectives
constexpr std::uint32_t kHeadingTokens = 12;  // a shorter sentence may be a heading
constexpr std::uint32_t kOpening = 4;         // tokens at the beginning of a sentence
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
    for (const std::uint32_t m : events[e].mentions) owners_[analysis.event_mentions[m].sentence].push_back(e);
}

std::vector<AccountSentence> AccountFinder::find(std::uint32_t e) const {
  const MergedEvent& event = events_[e];
  std::map<std::uint32_t, AccountSentence> found;
  const auto add = [&](std::uint32_t s, const Sentence& sentence, bool own) {
    if (found.count(s) == 0) found.emplace(s, levels(sentence, s, own, event.status == Status::kOccurred));
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

bool AccountFinder::takes_part(const MergedEvent& event, const Side& side) const {
  return std::any_of(event.sides.begin(), event.sides.end(), [&](const Side& s) { return same(s, side); });
}

std::string AccountFinder::country_of(const Side& side) const {
  if (side.of != 0) return data_.knowledge.entity(side.of).country;
  return side.entity == 0 ? "" : analysis_.entities[side.entity - 1].country;
}

// "the talks", "the meeting" that discuss something.
bool AccountFinder::is_contact(const Unit& unit) const {
  if ((unit.flags & kTheWord) == 0) return false;
  for (const char noun : {cue_.meet, cue_.talks, cue_.call, cue_.contact, cue_.nego, cue_.summit})
    if (unit.symbol == noun) return true;
  return false;
}

// Whether a unit next to a verb names its subject, and whom: the event's sides, one who tells of them, somebody else.
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

// "discussed with Sisi", who is none of the event's sides: another contact's words.
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

// The nouns and verbs of this event and of others.
void AccountFinder::mark_triggers(const MergedEvent& event, const TaggedSentence& tagged, Sentence& sentence) const {
  const auto trigger = [&](std::uint32_t m) { return tagged.units[analysis_.event_mentions[m].trigger].tokens.begin; };
  std::vector<std::uint32_t> own;
  for (const std::uint32_t m : event.mentions)
    if (analysis_.event_mentions[m].sentence == tagged.sentence) own.push_back(trigger(m));
  for (const std::uint32_t token : own) sentence.marks.push_back({token, MarkKind::kTrigger, Subject::kNone});
  for (const MergedEvent& other : events_)
    for (const std::uint32_t m : other.mentions)
      if (analysis_.event_mentions[m].sentence == tagged.sentence &&
          std::find(own.begin(), own.end(), trigger(m)) == own.end())
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
