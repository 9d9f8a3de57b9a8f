#include "events/find_events.h"

#include <fmt/format.h>

#include <algorithm>

#include "events/match_check.h"
#include "events/sides.h"

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
  morrow = of("MORROW"), eve = of("EVE"), habit = of("HABIT"), circumstance = of("HAL");
}

namespace {

constexpr std::uint32_t kTalkReach = 2;  // sentences after talks in which a noun tells what they were

// Reads the matches of one sentence into mentions.
class SentenceReader {
 public:
  SentenceReader(Analysis& analysis, const EventData& data, const EventRules& rules, const TaggedSentence& sentence)
      : analysis_(analysis),
        data_(data),
        rules_(rules),
        sentence_(sentence),
        sides_(analysis, data, rules, sentence),
        check_(analysis, rules, sentence, sides_) {}

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
      if (name == "sides") append_sides(mention.sides, sides_.of(range));
      if (name == "initiator") append_sides(mention.sides, sides_.of(range), &mention.initiators);
      if (name == "host") append_sides(mention.sides, sides_.of(range), &mention.hosts);
      if (name == "guest" && is_separate())
        others = sides_.of(range);
      else if (name == "guest")
        append_sides(mention.sides, sides_.of(range), &mention.guests);
      if (name == "other") others = sides_.of(range);
    }
    if (mention.clause) append_sides(mention.sides, sides_.people_of_clause(begin, end));
    const bool many = (sentence_.units[mention.trigger].flags & kTheir) != 0;
    if (mention.pair && rule.implicit != "bare" && !many)
      if (auto pair = sides_.own_pair(begin)) mention.sides = std::move(*pair), mention.pair = false;
    if (mention.clause && sides_.has_own_words(end)) return note(match, "its other side is no actor"), false;
    if (mention.clause && mention.sides.size() != 2) mention.sides.clear(), mention.pair = true;
    if (rule.implicit == "subject" && check_.lacks_subject(match))
      return note(match, "its subject is not told here"), false;
    if (rule.implicit == "subject")
      append_sides(mention.sides, sides_.subject(begin, end, check_.needs_subject_here(match)),
                   calls_itself(rule, begin, end) ? &mention.initiators : nullptr);
    if (!acceptable(match, mention, others)) return false;
    if (negated_habit(begin, mention.trigger)) return note(match, "negated in the present"), false;
    if (is_supposed(begin, mention.trigger)) return note(match, "a condition"), false;
    mention.weak = rule.implicit == "bare";
    judge_status(sentence_, begin, end, rules_, mention);
    if (mention.weak && (mention.status_weight == StatusWeight::kSoft || mention.status == Status::kProposed))
      mention.status_weight = StatusWeight::kNone;
    attach_time(analysis_, sentence_, begin, end, rules_, mention);
    if (mention.type == EventType::kMeeting) attach_place(analysis_, data_, sentence_, begin, end, rules_, mention);
    set_medium(begin, end, mention);
    set_generic(rule, begin, end, mention);
    if (mention.weak && !mention.pair) mention.status_weight = std::min(mention.status_weight, StatusWeight::kSoft);
    mention.weak |= mention.clause && mention.pair;
    emit(std::move(mention), others);
    return true;
  }

  // Whether the subject that a match leaves out is who called: "made a call", "a call that he made", "his call to".
  bool calls_itself(const Rule& rule, std::uint32_t begin, std::uint32_t end) const {
    if (rule.id.starts_with("call/conduct")) return true;
    for (std::uint32_t u = begin; u < end; ++u) {
      const Unit& unit = sentence_.units[u];
      if (rule.id == "call/hold-relative-implicit" && unit.symbol == rules_.cue.hold && (unit.flags & kHis) != 0)
        return true;
      if (rule.id == "call/with" && unit.symbol == symbol::kActor && (unit.clitics & kBi) != 0) return true;
    }
    return false;
  }

  bool acceptable(const RuleMatch& match, const EventMention& mention, const std::vector<Side>& others) {
    const std::uint32_t after = unit(match.groups.at("trigger").second - 1) + 1;
    if (const std::string_view fault = check_.fault(match); !fault.empty()) return note(match, fault), false;
    for (std::uint32_t u = mention.trigger; u < sentence_.units.size() && u <= after + 1; ++u)
      if (symbol_at(u) == rules_.cue.press) return note(match, "a press occasion"), false;
    for (const Unit& u : sentence_.units)
      if (u.symbol == rules_.cue.sport) return note(match, "sport"), false;
    for (std::uint32_t u = mention.trigger; u < sentence_.units.size() && u <= unit(match.end - 1) + 2; ++u)
      if (symbol_at(u) == rules_.cue.habit) return note(match, "a habit"), false;
    if (mention.pair || mention.clause) return true;
    std::vector<Side> all = mention.sides;
    append_sides(all, others);
    if (all.size() < 2) return note(match, "only one side is named"), false;
    if (std::none_of(all.begin(), all.end(), is_person)) return note(match, "no person is named"), false;
    if (all.size() == 2 && is_own_country(all[0], all[1])) return note(match, "a person and his own country"), false;
    return true;
  }

  static bool is_person(const Side& side) { return side.kind != ParticipantKind::kDelegation; }

  // Whether one of two sides is a person and the other his country.
  bool is_own_country(const Side& a, const Side& b) const {
    if (is_person(a) == is_person(b)) return false;
    const Side &person = is_person(a) ? a : b, &country = is_person(a) ? b : a;
    const KnownEntity& of = data_.knowledge.entity(country.of);
    if (of.kind != "country") return false;
    return side_country(analysis_, data_.knowledge, person) == of.country;
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
      append_sides(one.sides, apart ? std::vector<Side>{others[i]} : others);
      analysis_.event_mentions.push_back(std::move(one));
    }
  }

  Analysis& analysis_;
  const EventData& data_;
  const EventRules& rules_;
  const TaggedSentence& sentence_;
  const SideReader sides_;
  const MatchCheck check_;
};

// Talks that do not say whether by telephone or in person are what "the call" or "the meeting" soon after them means.
void bear_out_talks(std::vector<EventMention>& mentions) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    EventMention& talk = mentions[i];
    if (!talk.weak || !talk.generic || talk.pair || (i > 0 && talk.sentence - mentions[i - 1].sentence < 2)) continue;
    if (i + 1 == mentions.size()) continue;
    const EventMention& next = mentions[i + 1];
    if (!next.weak || !next.pair || next.sentence - talk.sentence > kTalkReach) continue;
    talk.type = next.type;
    talk.medium = next.medium;
    talk.weak = talk.generic = false;
  }
}

}  // namespace

void find_events(Analysis& analysis, const EventData& data, const EventRules& rules) {
  for (const TaggedSentence& sentence : analysis.tagged) SentenceReader(analysis, data, rules, sentence).run();
  bear_out_talks(analysis.event_mentions);
}

}  // namespace mahdar
