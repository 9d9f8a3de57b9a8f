#include "events/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "events/confidence.h"

namespace mahdar {
namespace {

constexpr std::string_view kStatuses[] = {"occurred", "planned", "proposed", "cancelled", "denied"};

class Explainer {
 public:
  Explainer(const Analysis& analysis, const ReadoutData& data) : analysis_(analysis), data_(data) {}

  std::string run(const std::vector<MergedEvent>& events) {
    for (const TaggedSentence& sentence : analysis_.tagged) add_sentence(sentence);
    for (std::size_t e = 0; e < events.size(); ++e) add_event(e + 1, events[e]);
    for (const std::string& note : analysis_.notes) out_ += note + "\n";
    add_dropped_mentions(events);
    add_idle_triggers();
    return std::move(out_);
  }

 private:
  std::string words(Span span) const { return fmt::format("\"{}\"", analysis_.doc.raw(span)); }
  const Unit& trigger_of(const EventMention& mention) const {
    return analysis_.tagged[mention.sentence].units[mention.trigger];
  }

  void add_sentence(const TaggedSentence& sentence) {
    out_ += fmt::format("sentence {}:", sentence.sentence);
    for (const Unit& unit : sentence.units) {
      out_ += ' ';
      for (const auto& [bit, letter] :
           {std::pair(kConjunction, 'w'), std::pair(kBi, 'b'), std::pair(kLi, 'l'), std::pair(kKa, 'k')})
        if (unit.clitics & bit) out_ += letter;
      out_ += fmt::format("[{}]{}", data_.rules.symbols.name_of(unit.symbol), analysis_.doc.raw(unit.span));
    }
    out_ += '\n';
  }

  template <typename... Parts>
  void field(std::string_view name, fmt::format_string<Parts...> form, Parts&&... parts) {
    out_ += fmt::format("  {:12}{}\n", name, fmt::format(form, std::forward<Parts>(parts)...));
  }

  void add_event(std::size_t number, const MergedEvent& event) {
    out_ += fmt::format("e{} {}, {}, {}\n", number, event.type == EventType::kCall ? "call" : "meeting",
                        kStatuses[std::size_t(event.status)], event.main ? "main" : "background");
    for (const std::uint32_t m : event.mentions) {
      const EventMention& mention = analysis_.event_mentions[m];
      field("mention", "{} in sentence {}: {}; {}: {}", mention.rule, mention.sentence, words(mention.evidence),
            kStatuses[std::size_t(mention.status)], mention.status_reason);
    }
    if (event.time)
      field("date", "{}{}", words(analysis_.times[*event.time].span), event.time_implied ? ", of the report" : "");
    if (event.place != 0) field("place", "{}: {}", analysis_.entities[event.place - 1].name, words(event.place_span));
    for (std::uint32_t i = 0; i < event.sides.size(); ++i) add_side(event, i);
    for (const std::string& account : event.account) field("account", "{}", account);
    for (const MergedEvent::Topic& topic : event.topics)
      for (const Span& span : topic.spans) field("topic", "{}: {}", data_.topics.id(topic.topic), words(span));
    for (const auto& agreement : event.agreements)
      field("agreement", "{}: {}", analysis_.entities[agreement.entity].name, words(agreement.span));
    for (const auto& said : event.statements) field("statement", "{}", words(said.span));
    for (const auto& source : event.attribution)
      field("attribution", "{}: {}", analysis_.entities[source.entity].name, words(source.span));
    field("confidence", "{:.2f}", confidence_of(analysis_, event));
  }

  void add_side(const MergedEvent& event, std::uint32_t i) {
    const Side& side = event.sides[i];
    const bool person = side.kind == ParticipantKind::kPerson && side.entity != 0;
    const std::string& name =
        person ? analysis_.entities[side.entity - 1].name : data_.data.knowledge.entity(side.of).name;
    std::string roles;
    const auto role = [&](const std::vector<std::uint32_t>& list, std::string_view what) {
      if (std::find(list.begin(), list.end(), i) != list.end()) roles += fmt::format(", {}", what);
    };
    role(event.hosts, "host"), role(event.guests, "guest"), role(event.mediators, "mediator");
    role(event.initiators, initiator_rule(event));
    field("side", "{}: {}{}", name, words(side.span), roles);
  }

  // Whence the initiator: the rule of a mention, or words such as "at the request of".
  std::string initiator_rule(const MergedEvent& event) const {
    for (const std::uint32_t m : event.mentions)
      if (!analysis_.event_mentions[m].initiators.empty())
        return fmt::format("initiator by {}", analysis_.event_mentions[m].rule);
    return "initiator by request, invitation or initiative";
  }

  // Mentions that belong to no event.
  void add_dropped_mentions(const std::vector<MergedEvent>& events) {
    std::set<std::uint32_t> used;
    for (const MergedEvent& event : events) used.insert(event.mentions.begin(), event.mentions.end());
    for (std::uint32_t m = 0; m < analysis_.event_mentions.size(); ++m) {
      if (used.count(m) != 0) continue;
      const EventMention& mention = analysis_.event_mentions[m];
      out_ +=
          fmt::format("sentence {}: {}: {}: no event: {}\n", mention.sentence, mention.rule, words(mention.evidence),
                      mention.weak ? "too little by itself, and no other mention bears it out"
                                   : "its two sides are not told before");
    }
  }

  // Sentences with a word of calling or meeting, none of whose rules match.
  void add_idle_triggers() {
    for (const TaggedSentence& sentence : analysis_.tagged) {
      const bool told = std::any_of(analysis_.event_mentions.begin(), analysis_.event_mentions.end(),
                                    [&](const EventMention& m) { return m.sentence == sentence.sentence; });
      if (told) continue;
      const std::size_t actors =
          std::size_t(std::count_if(sentence.units.begin(), sentence.units.end(), [](const Unit& u) {
            return u.symbol == symbol::kActor || u.symbol == symbol::kDelegation;
          }));
      for (const Unit& unit : sentence.units)
        if (is_trigger(unit))
          out_ += fmt::format("sentence {}: {}: no event: {}\n", sentence.sentence, words(unit.span),
                              actors == 0   ? "the sentence names nobody who could take part"
                              : actors == 1 ? "the sentence names one side only"
                                            : "no rule fits the words around it");
    }
  }

  bool is_trigger(const Unit& unit) const {
    const CueSymbols& cue = data_.rules.cue;
    for (const char s : {cue.call, cue.contact, cue.meet, cue.talks, cue.nego, cue.summit, cue.meet_verb, cue.call_verb,
                         cue.host_verb})
      if (unit.symbol == s) return true;
    return false;
  }

  const Analysis& analysis_;
  const ReadoutData& data_;
  std::string out_;
};

}  // namespace

std::string explain(const Analysis& analysis, const ReadoutData& data, const std::vector<MergedEvent>& events) {
  return Explainer(analysis, data).run(events);
}

}  // namespace mahdar
