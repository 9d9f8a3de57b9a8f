#include "events/find_events.h"

#include <fmt/format.h>

#include <algorithm>

namespace mahdar {

CueSymbols::CueSymbols(const WordClasses& words, const Symbols& symbols) {
  const auto of = [&](std::string_view name) {
    const int word_class = words.find(name);
    return word_class < 0 ? char(0) : symbols.of_class(std::uint32_t(word_class));
  };
  plan = of("PLAN"), next = of("NEXT"), maybe = of("MAYBE"), proposed = of("PROPOSED"), want = of("WANTV"),
  offer = of("OFFERV");
  plan_verb = of("PLANV"), ready = of("READY"), possible = of("POSSIBLE"), prep = of("PREP"),
  cancel_verb = of("CANCELV");
  cancel_noun = of("CANCELN"), refuse = of("REFUSEV"), postpone_verb = of("POSTPONEV"), postpone_noun = of("POSTPONEN");
  deny = of("DENYV"), neg = of("NEG"), neg_past = of("NEGPAST"), neg_future = of("NEGFUTURE"),
  neg_event = of("NEGEVENT"), kaad = of("KAAD"), say = of("SAYV"), saying = of("SAYP"), that = of("THAT");
  rel = of("REL"), in = of("IN"), during = of("DURING"), before = of("BEFORE"), to = of("TO"), from = of("FROM"),
  with = of("WITH");
  between = of("BETWEEN"), on = of("ON"), press = of("PRESS"), media = of("MEDIA"), sport = of("SPORT"),
  hold = of("HOLDV");
  receive_verb = of("GETV"), meet_verb = of("MEETV"), call_verb = of("CALLV"), host_verb = of("RECV"),
  gather = of("GATHERV");
  discuss = of("DISCV"), talk = of("TALKV"), call = of("CALL"), contact = of("CONTACT"), talks = of("TALKS"),
  nego = of("NEGO");
  meet = of("MEETN"), summit = of("SUMMIT"), session = of("SESSION"), meal = of("MEAL"), visit = of("VISIT");
  visit_verb = of("VISITV"), invite_verb = of("INVITEV"), invitation = of("INVITATION"), video = of("VIDEO");
  video_adverb = of("VIDEOADV"), city = of("CITYW"), capital_word = of("CAPITALW"), country_word = of("COUNTRYW");
  statement = of("STATEMENT"), interview = of("INTERVIEW"), presser = of("PRESSER"), adjective = of("ADJ");
  arrive = of("ARRIVEV"), each = of("EACH"), attend = of("ATTEND"), qad = of("QAD"), mediate = of("MEDIATE"),
  separate = of("SEPARATE");
  initiative = of("INITIATIVE"), request = of("REQUEST"), letter = of("LETTER"), behalf = of("BEHALF"),
  include = of("INCLUDEV"), begin = of("BEGINV");
  after = of("AFTER"), conditional = of("IF"), agree = of("AGREEV"), holding = of("HOLDN"), without = of("WITHOUT");
  purpose = of("PURPOSE"), discuss_noun = of("DISCN"), phone = of("PHONE"), unreal = of("UNREALV"),
  morrow = of("MORROW"), eve = of("EVE"), habit = of("HABIT");
}

namespace {

// Reads the matches of one sentence into mentions.
class SentenceReader {
 public:
  SentenceReader(Analysis& analysis, const EventData& data, const EventRules& rules, const TaggedSentence& sentence)
      : analysis_(analysis), data_(data), rules_(rules), sentence_(sentence) {}

  void run() {
    std::size_t done = std::string::npos;  // the trigger that has its event
    for (const RuleMatch& match : rules_.table.match(sentence_.symbols)) {
      const std::size_t trigger = unit(match.groups.at("trigger").first);
      if (analysis_.explain) analysis_.notes.push_back("match " + rules_.table.rules()[match.rule].id);
      if (trigger != done && read(match)) done = trigger;
    }
  }

 private:
  std::uint32_t unit(std::size_t position) const { return sentence_.unit_of[position]; }
  char symbol_at(std::uint32_t u) const { return sentence_.units[u].symbol; }

  void note(const RuleMatch& match, std::string_view why) {
    if (analysis_.explain)
      analysis_.notes.push_back(
          fmt::format("sentence {}: {}: no event: {}", sentence_.sentence, rules_.table.rules()[match.rule].id, why));
  }

  // The sides that the units of a group stand for.
  std::vector<Side> sides_of(std::pair<std::size_t, std::size_t> group) const {
    std::vector<Side> sides;
    std::uint32_t before = ~0u;
    for (std::size_t at = group.first; at < group.second; ++at) {
      const std::uint32_t u = unit(at);
      if (u == before || sentence_.symbols[at] != symbol_at(u)) continue;
      before = u;
      add_sides(sentence_.units[u], sides);
    }
    return sides;
  }

  void add_sides(const Unit& unit, std::vector<Side>& sides) const {
    if (unit.symbol == symbol::kActor || unit.symbol == symbol::kDelegation || unit.symbol == symbol::kSpokesman) {
      for (const Side& side : analysis_.actors[unit.index].sides) sides.push_back(side);
    } else if (unit.symbol == symbol::kCountry || unit.symbol == symbol::kCapital ||
               (unit.symbol == symbol::kOrganization && data_.knowledge.entity(unit.index).kind != "media")) {
      Side side;
      side.kind = ParticipantKind::kDelegation;
      side.of = unit.symbol == symbol::kCapital ? data_.knowledge.capital_of(unit.index) : unit.index;
      side.span = unit.span;
      sides.push_back(side);
    }
  }

  static bool is_person(const Side& side) { return side.kind != ParticipantKind::kDelegation; }

  bool after_preposition(std::uint32_t u) const {
    if ((sentence_.units[u].clitics & (kBi | kLi | kKa)) != 0) return true;
    if (u == 0) return false;
    const char before = symbol_at(u - 1);
    const CueSymbols& cue = rules_.cue;
    return before == cue.with || before == cue.from || before == cue.between || before == cue.to || before == cue.on ||
           before == cue.in;
  }

  // Whether an actor follows another at once: "X told Y".
  bool is_object(std::uint32_t u) const {
    return u > 1 && symbol_at(u - 1) == symbol::kActor && (sentence_.units[u].clitics & kConjunction) == 0;
  }

  // Where the clause before a match opens: behind the last "that" or colon that an actor follows.
  std::uint32_t clause_begin(std::uint32_t begin) const {
    for (std::uint32_t u = begin; u-- > 0;)
      if ((symbol_at(u) == rules_.cue.that || symbol_at(u) == symbol::kColon) && has_actor(u, begin)) return u + 1;
    return 0;
  }

  // The actor at a unit and those joined to it: "X and Y".
  std::vector<Side> joined_sides(std::uint32_t u) const {
    std::vector<Side> sides = analysis_.actors[sentence_.units[u].index].sides;
    for (++u; u < sentence_.units.size() && symbol_at(u) == symbol::kActor; ++u) {
      if ((sentence_.units[u].clitics & kConjunction) == 0) break;
      append(sides, analysis_.actors[sentence_.units[u].index].sides);
    }
    return sides;
  }

  // The subject of a match whose own words name one side: the first actor of its clause that no preposition governs,
  // else one after the match, else the subject of the sentence before.
  std::vector<Side> subject(std::uint32_t begin, std::uint32_t end) const {
    if (begin > 1 && symbol_at(begin - 1) == rules_.cue.rel && symbol_at(begin - 2) == symbol::kActor)
      return analysis_.actors[sentence_.units[begin - 2].index].sides;  // "X, who met Y"
    const std::uint32_t first = clause_begin(begin);
    for (std::uint32_t u = first; u < begin; ++u)
      if (symbol_at(u) == symbol::kActor && !after_preposition(u)) return joined_sides(u);
    for (std::uint32_t u = begin; u-- > 0;)
      if ((symbol_at(u) == symbol::kActor || (symbol_at(u) == symbol::kDelegation && begin - u < 8)) &&
          !after_preposition(u) && !is_object(u))
        return analysis_.actors[sentence_.units[u].index].sides;
    if (const auto after = subject_after(end)) return *after;
    for (std::uint32_t u = begin; u-- > 0;)
      if (symbol_at(u) == symbol::kActor) return analysis_.actors[sentence_.units[u].index].sides;
    return subject_before();
  }

  std::optional<std::vector<Side>> subject_after(std::uint32_t end) const {
    bool said = false;
    for (std::uint32_t u = end; u < sentence_.units.size() && u < end + 6; ++u) {
      said = said || symbol_at(u) == rules_.cue.say || symbol_at(u) == symbol::kComma;
      if (said && symbol_at(u) == symbol::kActor && !after_preposition(u))
        return analysis_.actors[sentence_.units[u].index].sides;
    }
    return {};
  }

  // The subject of the sentence before.
  std::vector<Side> subject_before() const {
    if (sentence_.sentence == 0) return {};
    for (const Unit& unit : analysis_.tagged[sentence_.sentence - 1].units)
      if (unit.symbol == symbol::kActor && (unit.clitics & (kBi | kLi | kKa)) == 0)
        return analysis_.actors[unit.index].sides;
    return {};
  }

  bool has_actor(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t u = begin; u < end; ++u)
      if (symbol_at(u) == symbol::kActor) return true;
    return false;
  }

  // The people whom the sentence around a trigger without words of its own tells of.
  std::vector<Side> people_of_clause(std::uint32_t begin, std::uint32_t end) const {
    std::vector<Side> sides;
    std::uint32_t first = 0;
    for (std::uint32_t u = 0; u < begin; ++u)  // who is told of, not who tells
      if (symbol_at(u) == rules_.cue.that && has_actor(u, begin)) first = u;
    for (std::uint32_t u = first; u < sentence_.units.size() && u < end + 8; ++u)
      if (symbol_at(u) == symbol::kActor && (u < begin || u >= end))
        append(sides, analysis_.actors[sentence_.units[u].index].sides);
    return sides;
  }

  // A pair whose two people stand before it in its own sentence.
  void take_own_pair(std::uint32_t begin, EventMention& mention) const {
    std::vector<Side> sides;
    for (std::uint32_t u = 0; u < begin; ++u)
      if (symbol_at(u) == symbol::kActor) append(sides, analysis_.actors[sentence_.units[u].index].sides);
    if (sides.size() != 2) return;
    mention.sides = std::move(sides);
    mention.pair = false;
  }

  // Whether "with" or a body of the press follows a trigger: the sentence's people are not its sides.
  bool has_own_words(std::uint32_t end) const {
    for (std::uint32_t u = end; u < sentence_.units.size() && u < end + 4; ++u)
      if (symbol_at(u) == rules_.cue.with || (sentence_.units[u].clitics & kBi) != 0) return true;
    for (const Unit& unit : sentence_.units)
      if (unit.symbol == rules_.cue.media ||
          (unit.symbol == symbol::kOrganization && data_.knowledge.entity(unit.index).kind == "media"))
        return true;
    return false;
  }

  static void append(std::vector<Side>& sides, const std::vector<Side>& more,
                     std::vector<std::uint32_t>* role = nullptr) {
    for (const Side& side : more) {
      auto at = std::find_if(sides.begin(), sides.end(), [&](const Side& s) { return same(s, side); });
      if (at == sides.end()) at = sides.insert(sides.end(), side);
      if (role != nullptr) role->push_back(std::uint32_t(at - sides.begin()));
    }
  }

  // Whether the match gave an event mention.
  bool read(const RuleMatch& match) {
    const Rule& rule = rules_.table.rules()[match.rule];
    EventMention mention;
    mention.sentence = sentence_.sentence;
    mention.rule = "ar/" + rule.id;
    mention.type = rule.type == "call" ? EventType::kCall : EventType::kMeeting;
    mention.trigger = unit(match.groups.at("trigger").first);
    const std::uint32_t begin = unit(match.begin), end = unit(match.end - 1) + 1;
    if (rule.implicit == "bare" && (sentence_.units[mention.trigger].flags & kTheWord) == 0) return false;
    mention.evidence = {sentence_.units[begin].span.begin, sentence_.units[end - 1].span.end};
    mention.pair = rule.implicit == "pair" || rule.implicit == "bare";
    mention.clause = rule.implicit == "clause";
    std::vector<Side> others;
    for (const auto& [name, range] : match.groups) {
      if (name == "sides") append(mention.sides, sides_of(range));
      if (name == "initiator") append(mention.sides, sides_of(range), &mention.initiators);
      if (name == "host") append(mention.sides, sides_of(range), &mention.hosts);
      if (name == "guest" && is_separate())
        others = sides_of(range);
      else if (name == "guest")
        append(mention.sides, sides_of(range), &mention.guests);
      if (name == "other") others = sides_of(range);
    }
    if (mention.clause) append(mention.sides, people_of_clause(begin, end));
    if (mention.pair && rule.implicit != "bare") take_own_pair(begin, mention);
    if (mention.clause && has_own_words(end)) return note(match, "its other side is no actor"), false;
    if (mention.clause && mention.sides.size() != 2) mention.sides.clear(), mention.pair = true;
    if (rule.implicit == "subject")
      append(mention.sides, subject(begin, end), rule.id.starts_with("call/conduct") ? &mention.initiators : nullptr);
    if (!acceptable(match, mention, others)) return false;
    if (negated_habit(begin, mention.trigger)) return note(match, "negated in the present"), false;
    if (is_supposed(begin, mention.trigger)) return note(match, "a condition"), false;
    judge_status(sentence_, begin, end, rules_, mention);
    mention.weak = rule.implicit == "bare";
    if (mention.weak && (mention.status_weight == StatusWeight::kSoft || mention.status == Status::kProposed))
      mention.status_weight = StatusWeight::kNone;
    attach_time(analysis_, sentence_, begin, end, rules_, mention);
    if (mention.type == EventType::kMeeting) attach_place(analysis_, data_, sentence_, begin, end, rules_, mention);
    set_medium(begin, end, mention);
    set_generic(rule, begin, end, mention);
    emit(std::move(mention), others);
    return true;
  }

  bool acceptable(const RuleMatch& match, const EventMention& mention, const std::vector<Side>& others) {
    const std::uint32_t after = unit(match.groups.at("trigger").second - 1) + 1;
    for (std::uint32_t u = mention.trigger; u < sentence_.units.size() && u <= after + 1; ++u)
      if (symbol_at(u) == rules_.cue.press) return note(match, "a press occasion"), false;
    for (std::uint32_t u = mention.trigger; u < sentence_.units.size() && u <= after + 2; ++u)
      if (symbol_at(u) == rules_.cue.sport) return note(match, "sport"), false;
    for (std::uint32_t u = mention.trigger; u < sentence_.units.size() && u <= unit(match.end - 1) + 2; ++u)
      if (symbol_at(u) == rules_.cue.habit) return note(match, "a habit"), false;
    if (mention.pair || mention.clause) return true;
    std::vector<Side> all = mention.sides;
    append(all, others);
    if (all.size() < 2) return note(match, "only one side is named"), false;
    if (std::none_of(all.begin(), all.end(), is_person)) return note(match, "no person is named"), false;
    return true;
  }

  void set_medium(std::uint32_t begin, std::uint32_t end, EventMention& mention) const {
    mention.medium = mention.type == EventType::kCall ? Medium::kPhone : Medium::kInPerson;
    for (std::uint32_t u = begin; u < end; ++u) {
      const char s = symbol_at(u);
      if (mention.type == EventType::kCall && (s == rules_.cue.video || s == rules_.cue.video_adverb))
        mention.medium = Medium::kVideo;
      if (s == rules_.cue.nego) mention.negotiation = true;
    }
  }

  // "does not meet": the particle stands at the verb.
  bool negated_habit(std::uint32_t begin, std::uint32_t trigger) const {
    for (std::uint32_t u = begin >= 2 ? begin - 2 : 0; u < trigger; ++u)
      if (symbol_at(u) == rules_.cue.neg && (u + 1 == trigger || u + 1 == begin || symbol_at(u + 1) == rules_.cue.hold))
        return true;
    return false;
  }

  // "if they had met", "if he meets": a verb right behind "if".
  bool is_supposed(std::uint32_t begin, std::uint32_t trigger) const {
    for (std::uint32_t u = begin > 0 ? begin - 1 : 0; u < trigger; ++u)
      if (symbol_at(u) == rules_.cue.conditional && (sentence_.units[u + 1].flags & (kPast | kPresent)) != 0)
        return true;
    return false;
  }

  // Whether the place stands among the words of the match: "discussed in Aden with", not "discussed with him the situation in".
  bool place_within(std::uint32_t begin, std::uint32_t end, const EventMention& mention) const {
    return mention.place != 0 && mention.place_span.begin >= sentence_.units[begin].span.begin &&
           mention.place_span.end <= sentence_.units[end - 1].span.end;
  }

  bool has_visit() const {
    for (const Unit& unit : sentence_.units)
      if (unit.symbol == rules_.cue.visit || unit.symbol == rules_.cue.visit_verb || unit.symbol == rules_.cue.arrive)
        return true;
    return false;
  }

  void set_generic(const Rule& rule, std::uint32_t begin, std::uint32_t end, EventMention& mention) const {
    mention.weak =
        (rule.type == "talk" && !place_within(begin, end, mention) && !has_visit()) || rule.implicit == "bare";
    if (mention.type == EventType::kCall || mention.place != 0) return;
    mention.generic = true;
    for (std::uint32_t u = begin; u < end; ++u) {
      const char s = symbol_at(u);
      if (s == rules_.cue.meet || s == rules_.cue.summit || s == rules_.cue.meet_verb || s == rules_.cue.host_verb ||
          s == rules_.cue.session || s == rules_.cue.meal || s == rules_.cue.visit)
        mention.generic = false;
    }
  }

  // "each apart": several contacts are told in one sentence.
  bool is_separate() const {
    return std::any_of(sentence_.units.begin(), sentence_.units.end(),
                       [&](const Unit& u) { return u.symbol == rules_.cue.separate; });
  }

  // Calls with several people are as many calls, unless they are one conference.
  void emit(EventMention mention, const std::vector<Side>& others) {
    const bool apart = (is_separate() || (mention.type == EventType::kCall && mention.medium == Medium::kPhone)) &&
                       others.size() > 1 && mention.sides.size() == 1;
    const std::size_t count = apart ? others.size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
      EventMention one = mention;
      append(one.sides, apart ? std::vector<Side>{others[i]} : others);
      analysis_.event_mentions.push_back(std::move(one));
    }
  }

  Analysis& analysis_;
  const EventData& data_;
  const EventRules& rules_;
  const TaggedSentence& sentence_;
};

}  // namespace

void find_events(Analysis& analysis, const EventData& data, const EventRules& rules) {
  for (const TaggedSentence& sentence : analysis.tagged) SentenceReader(analysis, data, rules, sentence).run();
}

}  // namespace mahdar
