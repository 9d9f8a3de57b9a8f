// Statements: what an event's sides say in it, and who tells of it.
#include <algorithm>

#include "events/readout.h"
#include "rules/words.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kSpeakerAfter = 2;   // units between a verb of saying and its subject
constexpr std::uint32_t kSpeakerBefore = 9;  // the same, where the subject stands before the verb
constexpr std::uint32_t kObjectReach = 3;    // tokens after a verb that say what it expresses

class StatementReader {
 public:
  StatementReader(const Analysis& analysis, const ReadoutData& data, const AccountSentence& account, MergedEvent& event)
      : analysis_(analysis),
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
      const std::uint32_t limit = i + 1 < verbs.size() ? tagged_.units[verbs[i + 1]].tokens.begin : range_.end;
      const std::uint32_t end = trimmed(begin, limit);
      said.act = act_at(begin);
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

  // Verbs of saying among the words of the account; a verb whose own clause only leads to another ("said that X affirmed
  // that") is none.
  std::vector<std::uint32_t> verbs_of_saying() const {
    std::vector<std::uint32_t> verbs;
    for (std::uint32_t u = 0; u < tagged_.units.size(); ++u) {
      const Unit& unit = tagged_.units[u];
      const bool listed = std::any_of(account_.says.begin(), account_.says.end(),
                                      [&](std::uint32_t token) { return token == unit.tokens.begin; });
      if ((is_verb(unit) || listed) && account_.at(range_, unit.tokens.begin) != Account::kNone) verbs.push_back(u);
    }
    return verbs;
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
    const bool many = (unit.flags & (kTwo | kMany)) != 0;
    if (!many && unit.symbol != cue_.saying)
      if (const auto after = speaker_after(verb)) return *after;
    if (many) return all_persons();
    if (const auto before = speaker_before(verb)) return *before;
    return implied(verb);
  }

  std::optional<std::vector<std::uint32_t>> speaker_after(std::uint32_t verb) const {
    for (std::uint32_t u = verb + 1; u < tagged_.units.size() && u <= verb + kSpeakerAfter; ++u) {
      if (tagged_.units[u].symbol == cue_.that || tagged_.units[u].symbol == cue_.on || is_verb(tagged_.units[u]))
        break;
      if (const auto named = named_by(tagged_.units[u])) {
        if ((tagged_.units[verb].flags & kHis) != 0) return {};  // "told him": the one after it is not the speaker
        return named;
      }
      if (is_latter(tagged_.units[u])) return the_other();
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

  // The subject before the verb: "that Putin, during the call, affirmed"; a colon or another verb of saying parts them.
  std::optional<std::vector<std::uint32_t>> speaker_before(std::uint32_t verb) const {
    std::optional<std::vector<std::uint32_t>> nearest;
    for (std::uint32_t u = verb; u-- > 0 && verb - u <= kSpeakerBefore;) {
      const Unit& unit = tagged_.units[u];
      if (is_verb(unit) || unit.symbol == symbol::kColon || unit.symbol == cue_.rel) break;
      if (unit.symbol == cue_.that) return nearest;
      if (governed(u)) continue;
      if (const auto named = named_by(unit)) nearest = named;
    }
    if (nearest && !nearest->empty()) return nearest;
    return {};
  }

  // A subject left out: who spoke before, else who made the contact, else the sentence's first of the event's people.
  std::vector<std::uint32_t> implied(std::uint32_t verb) const {
    for (auto said = event_.statements.rbegin(); said != event_.statements.rend(); ++said)
      if (said->span.begin >= analysis_.doc.tokens[range_.begin].span.begin || !account_.own) {
        if (said->speakers.size() == 1) return said->speakers;
        return {};
      }
    if (account_.own && event_.initiators.size() == 1 && is_person(event_.initiators[0])) return event_.initiators;
    for (std::uint32_t u = 0; u < verb; ++u) {
      const auto named = named_by(tagged_.units[u]);
      if (named && named->size() == 1 && !governed(u)) return *named;
      if (named && named->empty() && tagged_.units[u].symbol != symbol::kDelegation) return {};
    }
    return {};
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

  SpeechAct act_at(std::uint32_t token) const {
    const SpeechAct act = words_.act_of(analysis_.doc.word(token));
    if (act != SpeechAct::kSay) return act;
    for (std::uint32_t t = token + 1; t < range_.end && t <= token + kObjectReach; ++t)
      if (const SpeechAct expressed = words_.expressed(analysis_.doc.word(t)); expressed != SpeechAct::kSay)
        return expressed;
    return SpeechAct::kSay;
  }

  const Analysis& analysis_;
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

void read_attribution(Analysis& analysis, const ReadoutData& data, std::uint32_t sentence, MergedEvent& event) {
  const auto& units = analysis.tagged[sentence].units;
  const CueSymbols& cue = data.rules.cue;
  const auto add = [&](std::uint32_t entity, Span span) {
    for (const auto& known : event.attribution)
      if (known.entity == entity) return;
    event.attribution.push_back({entity, span});
  };
  // A body or a spokesman at a verb of saying, or whose statement it is.
  const auto near_cue = [&](std::uint32_t u) {
    for (std::uint32_t v = u > 3 ? u - 3 : 0; v < units.size() && v <= u + 1; ++v)
      if (units[v].symbol == cue.say || units[v].symbol == cue.statement || units[v].symbol == cue.media) return true;
    return false;
  };
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    if (units[u].symbol == symbol::kOrganization && near_cue(u))
      add(entity_index(analysis, data.data.knowledge, units[u].index), units[u].span);
    if (units[u].symbol != symbol::kSpokesman || analysis.actors[units[u].index].sides.empty()) continue;
    const Side& side = analysis.actors[units[u].index].sides[0];
    if (side.entity != 0) add(side.entity - 1, units[u].span);
  }
}

}  // namespace mahdar
