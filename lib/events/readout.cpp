#include "events/readout.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/fold.h"

namespace mahdar {
namespace {

constexpr std::pair<std::string_view, SpeechAct> kActs[] = {{"inform", SpeechAct::kInform},
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
  ReadoutReader(Analysis& analysis, const ReadoutData& data) : analysis_(analysis), data_(data) {}

  void read(MergedEvent& event, const AccountSentence& account) {
    const TaggedSentence& tagged = analysis_.tagged[account.sentence];
    const std::vector<TopicMatch> topics = find_topics(event, tagged, account);
    for (const TopicMatch& match : topics) add_topic(event, match);
    const TokenRange range = analysis_.doc.sentences[account.sentence].tokens;
    for (const Unit& unit : tagged.units)
      if (unit.symbol == symbol::kAgreement && account.at(range, unit.tokens.begin) != Account::kNone)
        add_agreement(event, unit);
    read_attribution(analysis_, data_, account.sentence, event);
    read_statements(analysis_, data_, account, topics, event);
  }

 private:
  std::vector<TopicMatch> find_topics(const MergedEvent& event, const TaggedSentence& tagged,
                                      const AccountSentence& account) const {
    const TokenRange range = analysis_.doc.sentences[account.sentence].tokens;
    std::vector<TopicMatch> found;
    for (TopicMatch match : data_.topics.find(analysis_.doc, range)) {
      if (match.relation) match.strong = match.strong || before_nationality(tagged, match.tokens.end);
      const Account level = account.at(range, match.tokens.begin);
      const bool counts = match.strong
                              ? level != Account::kNone
                              : level == Account::kDiscussed || (match.adjective && level == Account::kAdjectives);
      if (!counts) continue;
      if (!match.strong && own_country(event, tagged, match)) continue;
      if (!inside_side(event, tagged, match)) found.push_back(match);
    }
    // A weak phrase adds nothing to a narrower topic beside it.
    std::vector<TopicMatch> kept;
    for (const TopicMatch& match : found)
      if (match.strong || std::none_of(found.begin(), found.end(), [&](const TopicMatch& other) {
            return data_.topics.is_under(other.topic, match.topic);
          }))
        kept.push_back(match);
    return kept;
  }

  // A side's own country, named only ("between Russia and Turkey"), is no topic.
  bool own_country(const MergedEvent& event, const TaggedSentence& tagged, const TopicMatch& match) const {
    const Knowledge& knowledge = data_.data.knowledge;
    for (const Unit& unit : tagged.units) {
      if ((unit.symbol != symbol::kCountry && unit.symbol != symbol::kCapital) ||
          unit.tokens.begin != match.tokens.begin)
        continue;
      const std::string& country = knowledge.entity(unit.index).country;
      return std::any_of(event.sides.begin(), event.sides.end(), [&](const Side& side) {
        if (side.of != 0) return knowledge.entity(side.of).country == country;
        return side.entity != 0 && analysis_.entities[side.entity - 1].country == country;
      });
    }
    return false;
  }

  static bool before_nationality(const TaggedSentence& tagged, std::uint32_t token) {
    return std::any_of(tagged.units.begin(), tagged.units.end(), [&](const Unit& unit) {
      return unit.tokens.begin == token && unit.symbol == symbol::kNationality;
    });
  }

  // Words inside an actor, a body's name or, unless they state a topic, the place of the meeting are no topic.
  static bool inside_side(const MergedEvent& event, const TaggedSentence& tagged, const TopicMatch& match) {
    for (const Unit& unit : tagged.units) {
      if (unit.tokens.end <= match.tokens.begin || unit.tokens.begin >= match.tokens.end) continue;
      if (unit.symbol == symbol::kActor || unit.symbol == symbol::kDelegation || unit.symbol == symbol::kSpokesman)
        return true;
      if (!match.strong && unit.symbol == symbol::kOrganization) return true;
      if (!match.strong && event.place != 0 && unit.span.begin == event.place_span.begin) return true;
    }
    return false;
  }

  static void add_topic(MergedEvent& event, const TopicMatch& match) {
    for (MergedEvent::Topic& known : event.topics) {
      if (known.topic != match.topic) continue;
      known.spans.push_back(match.span);
      return;
    }
    event.topics.push_back({match.topic, {match.span}});
  }

  void add_agreement(MergedEvent& event, const Unit& unit) {
    const std::uint32_t entity = entity_index(analysis_, data_.data.knowledge, unit.index);
    for (const auto& known : event.agreements)
      if (known.entity == entity) return;
    event.agreements.push_back({entity, unit.span});
  }

  Analysis& analysis_;
  const ReadoutData& data_;
};

// For people: which words of a sentence are an event's account.
std::string describe(const Analysis& analysis, const AccountSentence& account) {
  constexpr std::string_view kLevels[] = {"", "told", "adjectives", "discussed"};
  const TokenRange range = analysis.doc.sentences[account.sentence].tokens;
  std::string text = fmt::format("sentence {}:", account.sentence);
  for (std::uint32_t begin = range.begin; begin < range.end;) {
    const Account level = account.at(range, begin);
    std::uint32_t end = begin + 1;
    while (end < range.end && account.at(range, end) == level) ++end;
    if (level != Account::kNone)
      text +=
          fmt::format(" {} \"{}\"", kLevels[std::size_t(level)], analysis.doc.raw(analysis.doc.span_of({begin, end})));
    begin = end;
  }
  return text;
}

}  // namespace

ReadoutWords::ReadoutWords(const TableSet& tables) : cues_(read_cues(tables.get("ar/readout.tsv"))) {
  const Table& table = tables.get("ar/speech_acts.tsv");
  for (const Table::Row& row : table.rows()) {
    const std::string& name = table.cell(row, "act");
    const auto act = std::find_if(std::begin(kActs), std::end(kActs), [&](const auto& a) { return a.first == name; });
    if (act == std::end(kActs)) table.fail(row, "unknown speech act: " + name);
    const std::string& where = table.cell(row, "where");
    const std::string stem = fold(table.cell(row, "stem"));
    if (where != "verb" && where != "transitive" && where != "object")
      table.fail(row, "neither verb, transitive nor object: " + where);
    (where == "object" ? objects_ : verbs_).emplace_back(stem, act->second);
    if (where == "transitive") transitive_.emplace_back(stem, act->second);
  }
  const Table& cues = tables.get("ar/readout.tsv");
  for (const Table::Row& row : cues.rows())
    for (const auto& [cue, words] :
         {std::pair{"latter", &latter_}, std::pair{"link", &links_}, std::pair{"also", &also_},
          std::pair{"according", &according_}, std::pair{"object", &objects_of_speech_}})
      if (cues.cell(row, "cue") == cue) words->insert(fold(cues.cell(row, "form")));
}

SpeechAct ReadoutWords::find(const Stems& stems, std::string_view word) {
  for (const auto& [stem, act] : stems)
    if (word.find(stem) != std::string_view::npos) return act;
  return SpeechAct::kSay;
}

void read_out(Analysis& analysis, const ReadoutData& data, std::vector<MergedEvent>& events) {
  const AccountFinder accounts(analysis, data.data, data.rules, data.words.cues(), events);
  ReadoutReader reader(analysis, data);
  for (std::uint32_t e = 0; e < events.size(); ++e)
    for (const AccountSentence& account : accounts.find(e)) {
      if (analysis.explain) events[e].account.push_back(describe(analysis, account));
      reader.read(events[e], account);
    }
  find_initiators(analysis, data, events);
}

}  // namespace mahdar
