// Statements: what an event's sides say in it.
#include <algorithm>

#include "events/readout.h"
#include "rules/words.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kSpeakerAfter = 2;   // units between a verb of saying and its subject
constexpr std::uint32_t kSpeakerBefore = 9;  // the same, where the subject stands before the verb
constexpr std::uint32_t kLeastTokens = 3;    // of a statement
constexpr std::uint32_t kObjectUnits = 5;    // units after a verb in which its object or its preposition stands
constexpr std::uint32_t kObjectReach = 3;    // tokens after a verb that say what it expresses

class StatementReader {
 public:
  StatementReader(const Analysis& analysis, const ReadoutData& data, const AccountSentence& account, MergedEvent& event)
      : analysis_(analysis),
        knowledge_(data.data.knowledge),
        cue_(data.rules.cue),
        words_(data.words),
        account_(account),
        tagged_(analysis.tagged[account.sentence]),
        range_(analysis.doc.sentences[account.sentence].tokens),
        event_(event) {}

  void read(const std::vector<TopicMatch>& topics) {
    const std::vector<std::uint32_t> verbs = verbs_of_saying();
    for (std::size_t i = 0; i < verbs.size(); ++i) {
      MergedEvent::Said said;
      said.speakers = speakers_of(verbs[i]);
      if (said.speakers.empty()) continue;
      const std::uint32_t begin = tagged_.units[verbs[i]].tokens.begin;
      const std::uint32_t limit = limit_of(verbs[i]);
      if (tells_of_the_event(verbs[i], limit)) continue;
      const std::uint32_t end = trimmed(begin, limit);
      if (end - begin < kLeastTokens) continue;
      said.act = act_at(verbs[i]);
      said.span = {tagged_.units[verbs[i]].span.begin, analysis_.doc.tokens[end - 1].span.end};
      for (const TopicMatch& match : topics)
        if (match.tokens.begin >= begin && match.tokens.begin < end &&
            std::find(said.topics.begin(), said.topics.end(), match.topic) == said.topics.end())
          said.topics.push_back(match.topic);
      event_.statements.push_back(std::move(said));
    }
  }

 private:
  bool is_verb(const Unit& unit) const {
    for (const char say : {cue_.say, cue_.saying, cue_.offer, cue_.refuse, cue_.agree, cue_.invite_verb})
      if (unit.symbol == say) return true;
    return false;
  }

  bool speaks(std::uint32_t u) const {
    const Unit& unit = tagged_.units[u];
    if (governed(u)) return false;  // "agreed on refusing", "expressed (his thanks)": a noun
    if (unit.symbol == cue_.refuse && u > 0 && (unit.clitics & kConjunction) == 0 && !actor_after(u)) return false;
    if (unit.symbol == cue_.offer && u > 0 && tagged_.units[u - 1].symbol == symbol::kUnknown) return false;
    if (std::find(account_.prayers.begin(), account_.prayers.end(), unit.tokens.begin) != account_.prayers.end())
      return false;
    return is_verb(unit) ||
           std::find(account_.says.begin(), account_.says.end(), unit.tokens.begin) != account_.says.end();
  }

  bool actor_after(std::uint32_t u) const {
    return u + 1 < tagged_.units.size() && tagged_.units[u + 1].symbol == symbol::kActor;
  }

  // Verbs of saying among the words of the account.
  std::vector<std::uint32_t> verbs_of_saying() const {
    std::vector<std::uint32_t> verbs;
    for (std::uint32_t u = 0; u < tagged_.units.size(); ++u)
      if (speaks(u) && account_.at(range_, tagged_.units[u].tokens.begin) != Account::kNone) verbs.push_back(u);
    return verbs;
  }

  // A statement ends where another verb of saying or discussing begins, or a clause with "while", "also".
  std::uint32_t limit_of(std::uint32_t verb) const {
    for (std::uint32_t u = verb + 1; u < tagged_.units.size(); ++u)
      if (speaks(u) || tagged_.units[u].symbol == cue_.discuss ||
          (tagged_.units[u - 1].symbol == symbol::kComma &&
           words_.is_also(analysis_.doc.word(tagged_.units[u].tokens.begin))))
        return tagged_.units[u].tokens.begin;
    return range_.end;
  }

  // "said that he had received a call", "said the day after meeting": the event is what is told, or past.
  bool tells_of_the_event(std::uint32_t verb, std::uint32_t limit) const {
    bool that = false, after = false;
    for (std::uint32_t u = verb + 1; u < tagged_.units.size() && tagged_.units[u].tokens.begin < limit; ++u) {
      that = that || tagged_.units[u].symbol == cue_.that;
      after = tagged_.units[u].symbol == cue_.after;
      for (const std::uint32_t m : event_.mentions) {
        const EventMention& mention = analysis_.event_mentions[m];
        if (mention.sentence != account_.sentence || mention.trigger < u || mention.trigger > u + 1) continue;
        if ((mention.trigger == u && that) || after) return true;
      }
    }
    return false;
  }

  bool is_person(std::uint32_t side) const {
    return event_.sides[side].kind == ParticipantKind::kPerson && event_.sides[side].entity != 0;
  }

  std::vector<std::uint32_t> all_persons() const {
    std::vector<std::uint32_t> persons;
    for (std::uint32_t i = 0; i < event_.sides.size(); ++i)
      if (is_person(i)) persons.push_back(i);
    return persons;
  }

  // The event's people that a unit stands for; nullopt if it names nobody.
  std::optional<std::vector<std::uint32_t>> named_by(const Unit& unit) const {
    if (unit.symbol == symbol::kPair) return all_persons();
    if (unit.symbol == symbol::kOrganization || unit.symbol == symbol::kSpokesman || unit.symbol == cue_.statement ||
        unit.symbol == symbol::kDelegation)
      return std::vector<std::uint32_t>{};
    if (unit.symbol != symbol::kActor || (unit.clitics & (kBi | kLi | kKa)) != 0) return {};
    std::vector<std::uint32_t> people;
    for (const Side& side : analysis_.actors[unit.index].sides)
      for (std::uint32_t i = 0; i < event_.sides.size(); ++i)
        if (is_person(i) && same(event_.sides[i], side)) people.push_back(i);
    return people;
  }

  bool governed(std::uint32_t u) const {
    if (u == 0) return false;
    const char before = tagged_.units[u - 1].symbol;
    return before == cue_.with || before == cue_.from || before == cue_.to || before == cue_.on ||
           before == cue_.between || before == cue_.in;
  }

  std::vector<std::uint32_t> speakers_of(std::uint32_t verb) const {
    const Unit& unit = tagged_.units[verb];
    const std::vector<std::uint32_t> persons = all_persons();
    const bool many = (unit.flags & kTwo) != 0 || ((unit.flags & kMany) != 0 && persons.size() > 2);
    if ((unit.flags & kMany) != 0 && persons.size() <= 2) return {};  // "they criticised": others than the two
    if (many) return persons;
    std::optional<std::vector<std::uint32_t>> addressed;  // of a verb that needs somebody to say it to
    if (unit.symbol != cue_.saying) {
      const auto after = speaker_after(verb);
      if (after && !addresses(verb)) return *after;
      addressed = after;
    }
    if (names_another(verb)) return {};
    std::vector<std::uint32_t> speakers;
    if (const auto before = speaker_before(verb))
      speakers = *before;
    else
      speakers = implied(verb);
    if (addressed && speakers == *addressed && persons.size() == 2)
      return {speakers[0] == persons[0] ? persons[1] : persons[0]};
    return speakers;
  }

  // "said the head of a company": verbs of saying govern what is said by a preposition, so that a bare noun is the subject.
  bool names_another(std::uint32_t verb) const {
    if (verb + 1 >= tagged_.units.size() || tagged_.units[verb].symbol == cue_.saying) return false;
    const Unit& next = tagged_.units[verb + 1];
    return next.symbol == symbol::kUnknown && (next.clitics & (kBi | kLi)) == 0 &&
           next.tokens.begin == tagged_.units[verb].tokens.end && tagged_.units[verb].tokens.size() == 1 &&
           act_at(verb) == SpeechAct::kSay;
  }

  // "informed Macron of": the one person after such a verb is whom it is said to; with two, the first says it.
  bool addresses(std::uint32_t verb) const {
    if (!words_.needs_object(analysis_.doc.word(tagged_.units[verb].tokens.begin))) return false;
    std::uint32_t actors = 0;
    for (std::uint32_t u = verb + 1; u < tagged_.units.size() && u <= verb + kObjectUnits; ++u) {
      if (tagged_.units[u].symbol == cue_.that || tagged_.units[u].symbol == cue_.on) break;
      actors += tagged_.units[u].symbol == symbol::kActor ||
                words_.is_object(analysis_.doc.word(tagged_.units[u].tokens.begin));
    }
    return actors == 1;
  }

  std::optional<std::vector<std::uint32_t>> speaker_after(std::uint32_t verb) const {
    for (std::uint32_t u = verb + 1; u < tagged_.units.size() && u <= verb + kSpeakerAfter; ++u) {
      const Unit& unit = tagged_.units[u];
      if (unit.symbol == cue_.that || unit.symbol == cue_.on || speaks(u)) break;
      if (governed(u) || words_.is_object(analysis_.doc.word(unit.tokens.begin))) return {};
      if (unit.symbol == cue_.media) return std::vector<std::uint32_t>{};
      if (const auto named = named_by(unit)) return named;
      if (is_latter(unit)) return the_other();
    }
    return {};
  }

  bool is_latter(const Unit& unit) const { return words_.is_latter(analysis_.doc.word(unit.tokens.begin)); }

  // "the latter": of two, not the one who spoke last.
  std::vector<std::uint32_t> the_other() const {
    const std::vector<std::uint32_t> persons = all_persons();
    if (persons.size() != 2) return {};
    if (event_.statements.empty() || event_.statements.back().speakers.size() != 1) return {persons[1]};
    return {event_.statements.back().speakers[0] == persons[0] ? persons[1] : persons[0]};
  }

  // The subject before the verb: "that Putin, during the call with Macron, affirmed"; of a relative clause ("a call from
  // Ahmed, who congratulated him") the one right before it.
  std::optional<std::vector<std::uint32_t>> speaker_before(std::uint32_t verb) const {
    if (verb > 0 && (tagged_.units[verb].flags & kHis) != 0)
      if (const auto named = named_by(tagged_.units[verb - 1]); named && !named->empty()) return named;
    for (std::uint32_t u = verb; u-- > 0 && verb - u <= kSpeakerBefore;) {
      const Unit& unit = tagged_.units[u];
      if (speaks(u) || unit.symbol == symbol::kColon || unit.symbol == cue_.rel || unit.symbol == cue_.that) return {};
      if (unit.symbol == symbol::kComma && own_initiator()) return {};
      if (governed(u)) continue;
      if (const auto named = named_by(unit); named && !named->empty()) return named;
    }
    return {};
  }

  // Who made the contact is the subject of the sentence that tells of it.
  bool own_initiator() const {
    return account_.own && event_.initiators.size() == 1 && is_person(event_.initiators[0]);
  }

  // A subject left out: the side whose country's body or spokesman tells of it, else who spoke before, else who made the
  // contact, else the sentence's first of the event's people.
  std::vector<std::uint32_t> implied(std::uint32_t verb) const {
    const std::uint32_t start = analysis_.doc.tokens[range_.begin].span.begin;
    const bool spoke = !event_.statements.empty();
    if (spoke && event_.statements.back().span.begin >= start) return single(event_.statements.back().speakers);
    if (const auto told = of_reporter(verb)) return {*told};
    if (spoke && !account_.own) return single(event_.statements.back().speakers);
    if (event_.initiators.size() == 1 && is_person(event_.initiators[0])) return event_.initiators;
    for (std::uint32_t u = 0; account_.own && u < verb; ++u) {
      const auto named = named_by(tagged_.units[u]);
      if (named && named->size() == 1 && !governed(u)) return *named;
      if (named && named->empty()) return {};
    }
    return {};
  }

  static std::vector<std::uint32_t> single(const std::vector<std::uint32_t>& speakers) {
    return speakers.size() == 1 ? speakers : std::vector<std::uint32_t>{};
  }

  std::optional<std::uint32_t> of_reporter(std::uint32_t verb) const {
    for (std::uint32_t u = 0; u < verb; ++u) {
      const Unit& unit = tagged_.units[u];
      std::string country;
      if (unit.symbol == symbol::kOrganization) country = knowledge_.entity(unit.index).country;
      if (unit.symbol == symbol::kSpokesman && !analysis_.actors[unit.index].sides.empty())
        country = country_of(analysis_.actors[unit.index].sides[0]);
      if (country.empty()) continue;
      for (std::uint32_t i = 0; i < event_.sides.size(); ++i)
        if (is_person(i) && country_of(event_.sides[i]) == country) return i;
    }
    return {};
  }

  std::string country_of(const Side& side) const {
    if (side.of != 0) return knowledge_.entity(side.of).country;
    return side.entity == 0 ? "" : analysis_.entities[side.entity - 1].country;
  }

  // The last token of a statement that begins at `begin`, plus one: without the words that lead to the next one.
  std::uint32_t trimmed(std::uint32_t begin, std::uint32_t limit) const {
    std::uint32_t end = limit;
    const auto is_tail = [&](std::uint32_t token) {
      const Token& t = analysis_.doc.tokens[token];
      if (t.kind == TokenKind::kPunctuation)
        return t.punctuation != '"' && t.punctuation != 0xBB && t.punctuation != ')';
      return limit < range_.end && words_.is_link(analysis_.doc.word(token));
    };
    while (end > begin + 1 && is_tail(end - 1)) --end;
    return end;
  }

  // Of a verb of expressing, by what follows its preposition: "expressed his concern", "expressed, during the call, his thanks".
  SpeechAct act_at(std::uint32_t verb) const {
    const std::uint32_t token = tagged_.units[verb].tokens.begin;
    const SpeechAct act = words_.act_of(analysis_.doc.word(token));
    if (act != SpeechAct::kSay) return act;
    const std::uint32_t own_end = tagged_.units[verb].tokens.end;  // "expressed" alone, or with its preposition
    std::uint32_t about = own_end;
    for (std::uint32_t u = verb + 1; u < tagged_.units.size() && u <= verb + kObjectUnits && about == own_end; ++u)
      if (tagged_.units[verb].tokens.size() == 1 && tagged_.units[u].symbol == cue_.on)
        about = tagged_.units[u].tokens.end;
    for (std::uint32_t t = about; t < range_.end && t < about + kObjectReach; ++t)
      if (const SpeechAct expressed = words_.expressed(analysis_.doc.word(t)); expressed != SpeechAct::kSay)
        return expressed;
    return SpeechAct::kSay;
  }

  const Analysis& analysis_;
  const Knowledge& knowledge_;
  const CueSymbols& cue_;
  const ReadoutWords& words_;
  const AccountSentence& account_;
  const TaggedSentence& tagged_;
  const TokenRange range_;
  MergedEvent& event_;
};

}  // namespace

void read_statements(const Analysis& analysis, const ReadoutData& data, const AccountSentence& account,
                     const std::vector<TopicMatch>& topics, MergedEvent& event) {
  if (event.status == Status::kOccurred) StatementReader(analysis, data, account, event).read(topics);
}

}  // namespace mahdar
