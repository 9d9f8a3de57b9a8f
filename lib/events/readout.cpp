#include "events/readout.h"

#include <algorithm>
#include <map>

#include "text/fold.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kMostReadoutSentences = 14;
constexpr std::uint16_t kWeakTopic = 1;

struct ActName {
  std::string_view name;
  SpeechAct act;
};
constexpr ActName kActs[] = {{"inform", SpeechAct::kInform},
                             {"affirm", SpeechAct::kAffirm},
                             {"agree", SpeechAct::kAgree},
                             {"express-concern", SpeechAct::kExpressConcern},
                             {"urge", SpeechAct::kUrge},
                             {"thank", SpeechAct::kThank},
                             {"congratulate", SpeechAct::kCongratulate},
                             {"condole", SpeechAct::kCondole},
                             {"invite", SpeechAct::kInvite},
                             {"reject", SpeechAct::kReject},
                             {"say", SpeechAct::kSay}};

class ReadoutReader {
 public:
  ReadoutReader(Analysis& analysis, const EventData& data, const EventRules& rules, const SpeechActs& acts,
                std::vector<MergedEvent>& events)
      : analysis_(analysis), data_(data), rules_(rules), acts_(acts), events_(events) {
    for (std::uint32_t e = 0; e < events.size(); ++e)
      for (const std::uint32_t m : events[e].mentions) owners_[analysis.event_mentions[m].sentence].push_back(e);
  }

  void run() {
    for (std::uint32_t e = 0; e < events_.size(); ++e) read(e);
    for (const TaggedSentence& sentence : analysis_.tagged) find_initiative(sentence);
  }

 private:
  void read(std::uint32_t e) {
    MergedEvent& event = events_[e];
    std::vector<std::uint32_t> sentences;
    for (const std::uint32_t m : event.mentions) {
      const std::uint32_t at = analysis_.event_mentions[m].sentence;
      add_once(sentences, at);
      for (std::uint32_t s = at + 1;
           s < analysis_.tagged.size() && s <= at + kMostReadoutSentences && !told_elsewhere(s, e); ++s)
        if (event.main && continues(event, analysis_.tagged[s])) add_once(sentences, s);
    }
    std::sort(sentences.begin(), sentences.end());
    for (const std::uint32_t s : sentences) {
      const bool own = std::any_of(event.mentions.begin(), event.mentions.end(),
                                   [&](std::uint32_t m) { return analysis_.event_mentions[m].sentence == s; });
      read_sentence(event, s, own);
    }
  }

  // "at the initiative of", "at the request of", "at the invitation of" one of the sides.
  void find_initiative(const TaggedSentence& sentence) {
    const auto& units = sentence.units;
    for (std::uint32_t u = 0; u + 2 < units.size(); ++u) {
      const bool cue = (units[u].clitics & kBi) &&
                       (units[u].symbol == rules_.cue.initiative || units[u].symbol == rules_.cue.invitation ||
                        units[u].symbol == rules_.cue.request);
      if (!cue || units[u + 1].symbol != rules_.cue.from) continue;
      const Unit& who = units[u + 2];
      const bool actor = who.symbol == symbol::kActor || who.symbol == symbol::kDelegation;
      if (!actor || analysis_.actors[who.index].sides.empty()) continue;
      if (MergedEvent* event = event_of(sentence.sentence)) set_initiator(*event, analysis_.actors[who.index].sides[0]);
    }
  }

  // The event that a sentence tells of; else the article's first.
  MergedEvent* event_of(std::uint32_t sentence) {
    const auto owners = owners_.find(sentence);
    if (owners != owners_.end()) return &events_[owners->second[0]];
    return events_.empty() ? nullptr : &events_[0];
  }

  std::string country_of(const Side& side) const {
    if (side.of != 0) return data_.knowledge.entity(side.of).country;
    return side.entity == 0 ? "" : analysis_.entities[side.entity - 1].country;
  }

  void set_initiator(MergedEvent& event, const Side& side) const {
    if (!event.initiators.empty()) event.initiators.clear();
    for (std::uint32_t i = 0; i < event.sides.size(); ++i)
      if (same(event.sides[i], side) || (side.kind != ParticipantKind::kPerson && !country_of(side).empty() &&
                                         country_of(side) == country_of(event.sides[i]))) {
        event.initiators = {i};
        return;
      }
  }

  static void add_once(std::vector<std::uint32_t>& list, std::uint32_t value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
  }

  bool told_elsewhere(std::uint32_t sentence, std::uint32_t e) const {
    const auto owners = owners_.find(sentence);
    return owners != owners_.end() &&
           std::find(owners->second.begin(), owners->second.end(), e) == owners->second.end();
  }

  bool takes_part(const MergedEvent& event, const Side& side) const {
    return std::any_of(event.sides.begin(), event.sides.end(), [&](const Side& s) { return same(s, side); });
  }

  // Whether a sentence goes on with the event's account: it says or discusses something of the sides.
  bool continues(const MergedEvent& event, const TaggedSentence& sentence) const {
    bool says = false, sides = false;
    for (const Unit& unit : sentence.units) {
      says = says || unit.symbol == rules_.cue.say || unit.symbol == rules_.cue.discuss;
      if (unit.symbol == symbol::kPair || unit.symbol == rules_.cue.statement || unit.symbol == rules_.cue.discuss)
        sides = true;
      if (unit.symbol == symbol::kActor)
        for (const Side& side : analysis_.actors[unit.index].sides) sides = sides || takes_part(event, side);
    }
    return says && sides;
  }

  void read_sentence(MergedEvent& event, std::uint32_t s, bool own) {
    const TaggedSentence& tagged = analysis_.tagged[s];
    const TokenRange range = analysis_.doc.sentences[s].tokens;
    const auto topics = find_topics(event, tagged, range);
    for (const auto& [topic, span] : topics) add_topic(event, topic, span);
    for (const Unit& unit : tagged.units)
      if (unit.symbol == symbol::kAgreement) add_reference(event.agreements, unit);
    if (own) add_attribution(event, tagged);
    add_statements(event, tagged, topics);
  }

  // Units that a weak topic phrase may follow: discussing, "about", "the situation in".
  bool is_discussed(const TaggedSentence& tagged, std::uint32_t token) const {
    for (std::uint32_t u = 0; u < tagged.units.size(); ++u) {
      const Unit& unit = tagged.units[u];
      if (unit.tokens.begin >= token) break;
      const bool cue = unit.symbol == rules_.cue.discuss || unit.symbol == rules_.cue.on;
      if (cue && token - unit.tokens.end <= 12) return true;
    }
    return false;
  }

  std::vector<std::pair<std::uint32_t, Span>> find_topics(const MergedEvent& event, const TaggedSentence& tagged,
                                                          TokenRange range) const {
    std::vector<std::pair<std::uint32_t, Span>> found;
    for (const LexiconMatch& match : data_.topics.find(analysis_.doc, range)) {
      if (inside_side(event, tagged, match.tokens)) continue;
      for (const LexiconEntry& entry : data_.topics.entries(match)) {
        if ((entry.flags & kWeakTopic) != 0 && !is_discussed(tagged, match.tokens.begin)) continue;
        found.emplace_back(entry.id, match.span);
      }
    }
    return found;
  }

  // Words inside an actor, a place of the meeting or a body's name are no topic.
  bool inside_side(const MergedEvent& event, const TaggedSentence& tagged, TokenRange tokens) const {
    for (const Unit& unit : tagged.units) {
      if (unit.tokens.end <= tokens.begin || unit.tokens.begin >= tokens.end) continue;
      if (unit.symbol == symbol::kActor || unit.symbol == symbol::kDelegation || unit.symbol == symbol::kSpokesman ||
          unit.symbol == symbol::kOrganization)
        return true;
      if (event.place != 0 && unit.span.begin == event.place_span.begin) return true;
    }
    return false;
  }

  static void add_topic(MergedEvent& event, std::uint32_t topic, Span span) {
    for (MergedEvent::Topic& known : event.topics) {
      if (known.topic != topic) continue;
      known.spans.push_back(span);
      return;
    }
    event.topics.push_back({topic, {span}});
  }

  void add_reference(std::vector<MergedEvent::Reference>& list, const Unit& unit) {
    const std::uint32_t entity = entity_index(analysis_, data_.knowledge, unit.index);
    for (const auto& known : list)
      if (known.entity == entity) return;
    list.push_back({entity, unit.span});
  }

  // Who reports: a body or a spokesman at a verb of saying, or whose statement it is.
  void add_attribution(MergedEvent& event, const TaggedSentence& tagged) {
    const auto& units = tagged.units;
    const auto near_cue = [&](std::uint32_t u) {
      for (std::uint32_t v = u > 3 ? u - 3 : 0; v < units.size() && v <= u + 1; ++v)
        if (units[v].symbol == rules_.cue.say || units[v].symbol == rules_.cue.statement ||
            units[v].symbol == rules_.cue.media)
          return true;
      return false;
    };
    for (std::uint32_t u = 0; u < units.size(); ++u) {
      if (units[u].symbol == symbol::kOrganization && near_cue(u)) add_reference(event.attribution, units[u]);
      if (units[u].symbol != symbol::kSpokesman || analysis_.actors[units[u].index].sides.empty()) continue;
      const Side& side = analysis_.actors[units[u].index].sides[0];
      if (side.entity != 0) event.attribution.push_back({side.entity - 1, units[u].span});
    }
  }

  std::vector<std::uint32_t> speakers_at(const MergedEvent& event, const TaggedSentence& tagged,
                                         std::uint32_t verb) const {
    std::vector<std::uint32_t> speakers;
    const auto try_unit = [&](std::uint32_t u) {
      const Unit& unit = tagged.units[u];
      if (unit.symbol == symbol::kPair)
        for (std::uint32_t i = 0; i < event.sides.size(); ++i)
          if (event.sides[i].kind == ParticipantKind::kPerson) speakers.push_back(i);
      if (unit.symbol == symbol::kActor)
        for (const Side& side : analysis_.actors[unit.index].sides)
          for (std::uint32_t i = 0; i < event.sides.size(); ++i)
            if (same(event.sides[i], side) && side.kind == ParticipantKind::kPerson) speakers.push_back(i);
      return !speakers.empty();
    };
    for (std::uint32_t u = verb + 1; u < tagged.units.size() && u <= verb + 2; ++u)
      if (try_unit(u)) return speakers;
    for (std::uint32_t u = verb; u > 0 && verb - u < 3; --u)
      if (try_unit(u - 1)) return speakers;
    return speakers;
  }

  void add_statements(MergedEvent& event, const TaggedSentence& tagged,
                      const std::vector<std::pair<std::uint32_t, Span>>& topics) {
    const auto& units = tagged.units;
    for (std::uint32_t u = 0; u < units.size(); ++u) {
      if (units[u].symbol != rules_.cue.say) continue;
      MergedEvent::Said said;
      said.speakers = speakers_at(event, tagged, u);
      if (said.speakers.empty()) continue;
      said.act = acts_.act_of(analysis_.doc.word(units[u].tokens.begin));
      std::uint32_t last = std::uint32_t(units.size()) - 1;
      while (last > u && units[last].symbol == symbol::kOther) --last;
      said.span = {units[u].span.begin, units[last].span.end};
      for (const auto& [topic, span] : topics)
        if (span.begin >= said.span.begin &&
            std::find(said.topics.begin(), said.topics.end(), topic) == said.topics.end())
          said.topics.push_back(topic);
      event.statements.push_back(std::move(said));
      return;  // one statement a sentence
    }
  }

  Analysis& analysis_;
  const EventData& data_;
  const EventRules& rules_;
  const SpeechActs& acts_;
  std::vector<MergedEvent>& events_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> owners_;  // sentence -> events with a mention in it
};

}  // namespace

SpeechActs::SpeechActs(const Table& table, const WordClasses&) {
  for (const Table::Row& row : table.rows()) {
    const std::string& name = table.cell(row, "act");
    const auto act = std::find_if(std::begin(kActs), std::end(kActs), [&](const ActName& a) { return a.name == name; });
    if (act == std::end(kActs)) table.fail(row, "unknown speech act: " + name);
    stems_.emplace_back(fold(table.cell(row, "stem")), act->act);
  }
}

SpeechAct SpeechActs::act_of(std::string_view verb) const {
  for (const auto& [stem, act] : stems_)
    if (verb.find(stem) != std::string_view::npos) return act;
  return SpeechAct::kSay;
}

void read_out(Analysis& analysis, const EventData& data, const EventRules& rules, const SpeechActs& acts,
              std::vector<MergedEvent>& events) {
  ReadoutReader(analysis, data, rules, acts, events).run();
}

}  // namespace mahdar
