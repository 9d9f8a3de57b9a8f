// The time and the place of an event: of the expressions in its sentence, those that belong to it.
#include <algorithm>
#include <chrono>

#include "events/clause.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kReachAfter = 12, kReachBefore = 5;  // units from a match to its time or place
constexpr std::uint32_t kBareReach = 8;                      // from "the summit" alone
constexpr std::uint32_t kMonthReach = 8, kYearReach = 3;     // "the agreement of 2015" is another's year
constexpr std::uint32_t kReportReach = 4;                    // from a verb of saying to its day
constexpr std::uint32_t kVisitReach = 10;                    // units from "where he met" back to the visit
constexpr std::uint32_t kOpening = 4;                        // units of "this came during"
constexpr std::uint32_t kStatementReach = 3;                 // sentences back to what "this" was
constexpr std::uint32_t kVenueWords = 4;                     // between "in" and a place: "in the city of"
constexpr std::uint32_t kPlainWords = 2;                     // between a contact and "in": "secret talks in"

bool is_span_or_set(const TimeMention& time) { return time.type == TimeType::kDuration || time.type == TimeType::kSet; }

bool dates_an_event(const TimeMention& time) {
  return !is_span_or_set(time) && (time.first || (time.timex && !time.timex->ends_with("_REF")));
}

bool is_one_day(const TimeMention& time) { return time.first && time.last && *time.first == *time.last; }

// Finds the time of one match.
class TimeFinder {
 public:
  TimeFinder(const Analysis& analysis, const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end,
             std::uint32_t trigger, const CueSymbols& cue, bool bare)
      : analysis_(analysis),
        units_(sentence.units),
        clause_(sentence, begin, end, cue),
        cue_(cue),
        begin_(begin),
        end_(end),
        trigger_(trigger),
        bare_(bare) {}

  // The time inside the match, behind it or before it; else the day of the statement that tells of the event.
  void find(EventMention& mention) const {
    if (const auto own = find_own()) {
      if (dates_an_event(time(*own))) mention.time = units_[*own].index;
      if (mention.time && is_one_day(time(*own))) mention.day_shift = shift(*own);
      mention.time_of_report = mention.time && *own < begin_ && (is_afterwards() || is_spoken_of(mention));
    } else if (!bare_) {
      mention.time = find_report(units_);
      mention.time_of_report = mention.time.has_value();
      if (mention.time && (is_right_before({cue_.eve, cue_.morrow}))) {
        mention.time_of_report = false;
        mention.day_shift = is_right_before({cue_.eve}) ? 1 : -1;
      }
    }
    if (mention.postponed)
      if (const auto day = find_new_day()) mention.time = day, mention.time_of_report = false;
    if (mention.time || !is_told_before()) return;
    for (std::uint32_t back = 1; back <= kStatementReach && back <= mention.sentence && !mention.time; ++back)
      mention.time = find_report(analysis_.tagged[mention.sentence - back].units);
  }

 private:
  bool is_time(std::uint32_t u) const { return units_[u].symbol == symbol::kTime; }
  const TimeMention& time(std::uint32_t u) const { return analysis_.times[units_[u].index]; }

  std::optional<std::uint32_t> find_own() const {
    const std::uint32_t last = std::min(clause_.right(), end_ + (bare_ ? kBareReach : kReachAfter));
    for (std::uint32_t u = begin_; u < last; ++u)
      if (belongs(u)) return u;
    if (bare_) return {};
    const std::uint32_t first = std::max(clause_.left(), begin_ > kReachBefore ? begin_ - kReachBefore : 0);
    for (std::uint32_t u = begin_; u-- > first && (!clause_.is(u, cue_.on) || clause_.is(u + 1, cue_.meal));)
      if (is_time(u) && (time(u).type == TimeType::kDuration || belongs(u))) return u;  // a duration: "days after"
    return find_of_visit();
  }

  // "visited Damascus last month, where he met": the day of the visit, not of an arrival.
  std::optional<std::uint32_t> find_of_visit() const {
    if (clause_.left() == 0 || !clause_.is(clause_.left() - 1, cue_.rel)) return {};
    std::optional<std::uint32_t> day;
    for (std::uint32_t u = clause_.left() - 1, reach = kVisitReach; u-- > 0 && reach-- > 0;) {
      if (is_time(u) && !is_span_or_set(time(u)) && !day) day = u;
      if (clause_.is_any(u, {cue_.visit, cue_.visit_verb})) return day;
      if (clause_.is_any(u, {cue_.that, cue_.say, cue_.arrive, cue_.meet_verb, symbol::kColon})) return {};
    }
    return {};
  }

  std::optional<std::uint32_t> find_report(const std::vector<Unit>& units) const {
    for (std::uint32_t u = 0; u < units.size(); ++u)
      if (units[u].symbol == symbol::kTime && is_report_day(units, u)) return units[u].index;
    return {};
  }

  // "This came during a call": what the sentences before tell was said in it.
  bool is_told_before() const {
    if (begin_ == 0 || begin_ > kOpening || !clause_.is(begin_ - 1, cue_.during)) return false;
    for (std::uint32_t u = 0; u + 1 < begin_; ++u)
      if (!clause_.is(u, symbol::kUnknown)) return false;
    return true;
  }

  bool is_for_meeting() const { return clause_.is_verb(trigger_) && (units_[trigger_].clitics & kLi) != 0; }

  // "Met on the eve of the summit of Monday", "said on Tuesday, on the morrow of the talks": the event's own day.
  std::int8_t shift(std::uint32_t at) const {
    for (std::uint32_t u = at; u-- > end_;)
      if (clause_.is_any(u, {cue_.eve, cue_.morrow})) return clause_.is(u, cue_.eve) ? -1 : 1;
    for (std::uint32_t u = at + 1; u < begin_; ++u)
      if (clause_.is_any(u, {cue_.eve, cue_.morrow})) return clause_.is(u, cue_.eve) ? 1 : -1;
    for (std::uint32_t u = at; at < begin_ && u-- > 0;)
      if (clause_.is_any(u, {cue_.eve, cue_.morrow})) return clause_.is(u, cue_.eve) ? -1 : 1;
    return 0;
  }

  // "was put off to Monday".
  std::optional<std::uint32_t> find_new_day() const {
    bool off = false, to = false;
    for (const Unit& unit : units_) {
      off = off || unit.symbol == cue_.postpone_verb || unit.symbol == cue_.postpone_noun;
      to = off && (to || unit.symbol == cue_.to);
      if (to && unit.symbol == symbol::kTime && dates_an_event(analysis_.times[unit.index])) return unit.index;
    }
    return {};
  }

  // "said on Tuesday after the talks".
  bool is_afterwards() const { return is_right_before({cue_.after}); }

  // "said on Sunday that he was ready to meet": what has not come yet is not of the day on which it is spoken of.
  bool is_spoken_of(const EventMention& mention) const {
    return clause_.left() > 0 && clause_.is(clause_.left() - 1, cue_.say) && mention.status != Status::kOccurred;
  }

  bool is_right_before(std::initializer_list<char> symbols) const {
    return begin_ > 0 && (clause_.is_any(begin_ - 1, symbols) || (begin_ > 1 && clause_.is_any(begin_ - 2, symbols)));
  }

  bool belongs(std::uint32_t u) const {
    if (!is_time(u) || is_span_or_set(time(u))) return false;
    if (u < trigger_ && is_for_meeting()) return false;  // "arrived on Sunday to meet": the day of the arrival
    if (u < end_) return true;
    if (time(u).grain == Grain::kYear || time(u).grain == Grain::kDecade) return u - end_ < kYearReach;
    return time(u).grain != Grain::kMonth || u - end_ < kMonthReach;
  }

  bool is_report_day(const std::vector<Unit>& units, std::uint32_t u) const {
    if (!is_one_day(analysis_.times[units[u].index])) return false;
    if (u < kReportReach) return true;
    return std::any_of(units.begin() + (u - kReportReach), units.begin() + u,
                       [&](const Unit& unit) { return unit.symbol == cue_.say || unit.symbol == cue_.statement; });
  }

  const Analysis& analysis_;
  const std::vector<Unit>& units_;
  const Clause clause_;
  const CueSymbols& cue_;
  const std::uint32_t begin_, end_, trigger_;
  const bool bare_;
};

// Finds the place of one match.
class PlaceFinder {
 public:
  PlaceFinder(const EventData& data, const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end,
              const CueSymbols& cue, bool bare)
      : data_(data),
        units_(sentence.units),
        clause_(sentence, begin, end, cue),
        cue_(cue),
        begin_(begin),
        end_(end),
        bare_(bare) {}

  // The nearest unit inside, behind or before the match; a country only where nothing narrower stands there.
  std::optional<std::uint32_t> find() const {
    std::optional<std::uint32_t> country;
    const auto take = [&](std::uint32_t u) {
      if (!is_place(u) || !(is_governed(u) || is_of_summit(u))) return false;
      if (units_[u].symbol != symbol::kCountry) return true;
      if (!country) country = u;
      return false;
    };
    const std::uint32_t last = std::min(clause_.right(), end_ + (bare_ ? kBareReach : kReachAfter));
    for (std::uint32_t u = begin_; u < last && !(u >= end_ && ends_place(u)); ++u)
      if (take(u)) return u;
    if (bare_ || country) return country;
    const std::uint32_t first = std::max(clause_.left(), begin_ > kReachBefore ? begin_ - kReachBefore : 0);
    for (std::uint32_t u = begin_; u-- > first && !clause_.is(u, cue_.on);)
      if (take(u)) return u;
    if (country) return country;
    return antecedent() ? antecedent() : host();
  }

 private:
  // "in London, where he met": the place right before the relative clause.
  std::optional<std::uint32_t> antecedent() const {
    std::uint32_t u = clause_.left();
    if (u < 2 || !clause_.is(u - 1, cue_.rel)) return {};
    u -= clause_.is(u - 2, symbol::kComma) && u > 2 ? 3 : 2;
    return is_place(u) && (units_[u].clitics & kConjunction) == 0 ? std::optional(u) : std::nullopt;
  }

  // "Cairo hosted a summit": a town that receives a contact, not a person.
  std::optional<std::uint32_t> host() const {
    const std::uint32_t u = clause_.left();
    if (u == 0 || u >= begin_ || clause_.is_verb(begin_) || !clause_.is(u - 1, cue_.host_verb)) return {};
    const bool town = clause_.is_any(u, {symbol::kCapital, symbol::kPlace, symbol::kCountry}) && is_place(u);
    return town ? std::optional(u) : std::nullopt;
  }

  bool is_place(std::uint32_t u) const {
    if (clause_.is_any(u, {symbol::kCapital, symbol::kCountry})) return true;
    if (!clause_.is_any(u, {symbol::kPlace, symbol::kOrganization})) return false;
    const KnownEntity& place = data_.knowledge.entity(units_[u].index);
    if (units_[u].symbol == symbol::kOrganization) return place.kind == "presidency";
    const bool wide = place.kind == "region" && place.country.empty();  // "the Middle East", not "the West Bank"
    return !wide && place.kind != "continent" && place.kind != "water";
  }

  // What is talked about begins: "on", "to discuss", "and discussed".
  bool ends_place(std::uint32_t u) const {
    return clause_.is_any(u, {cue_.on, cue_.discuss, cue_.discuss_noun, cue_.purpose}) && !is_site_of(u);
  }
  // "on the island of": the preposition of topics governs a site.
  bool is_site_of(std::uint32_t u) const {
    return u + 1 < units_.size() && clause_.is_any(u + 1, {cue_.city, symbol::kPlace}) && clause_.is(u, cue_.on);
  }

  // Whether a preposition of place governs the unit, over "the city of", "the Russian capital".
  bool is_governed(std::uint32_t u) const {
    if (units_[u].clitics & kBi) return true;
    for (std::uint32_t at = u; at-- > 0 && u - at <= kVenueWords;) {
      if (clause_.is(at, cue_.in)) return is_of_contact(at);
      if (clause_.is(at, cue_.on)) return at + 1 == u && clause_.is(u, symbol::kPlace) && is_of_contact(at);
      if (clause_.is_any(at, {cue_.city, cue_.capital_word}) && (units_[at].clitics & kBi) != 0) return true;
      if (!clause_.is_any(at, {cue_.city, cue_.capital_word, symbol::kNationality, symbol::kComma, symbol::kUnknown,
                               cue_.country_word, cue_.adjective, symbol::kCountry}))
        return false;
    }
    return false;
  }

  // "in" belongs to the contact, not to a noun such as "the situation": few plain words part them.
  bool is_of_contact(std::uint32_t preposition) const {
    std::uint32_t plain = 0;
    for (std::uint32_t u = preposition; u-- > 0 && clause_.is_any(u, {symbol::kUnknown, cue_.adjective});) ++plain;
    if (preposition >= begin_) return plain <= kPlainWords;
    return plain == 0 || (begin_ > 0 && clause_.is(begin_ - 1, cue_.holding));
  }

  // "the summit of Singapore", a country that is a town.
  bool is_town(const Unit& country) const {
    const KnownEntity& land = data_.knowledge.entity(country.index);
    return land.capital == 0 || data_.knowledge.entity(land.capital).name == land.name;
  }

  bool is_of_summit(std::uint32_t u) const {
    return u > 0 && clause_.is(u - 1, cue_.summit) && (units_[u].symbol != symbol::kCountry || is_town(units_[u]));
  }

  const EventData& data_;
  const std::vector<Unit>& units_;
  const Clause clause_;
  const CueSymbols& cue_;
  const std::uint32_t begin_, end_;
  const bool bare_;
};

}  // namespace

// An invitation is to another day and place than its own: those of the visit, which stand behind it.
bool is_invitation(const TaggedSentence& sentence, const CueSymbols& cue, const EventMention& mention) {
  const char trigger = sentence.units[mention.trigger].symbol;
  return trigger == cue.invitation || trigger == cue.invite_verb;
}

void attach_time(const Analysis& analysis, const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end,
                 const EventRules& rules, EventMention& mention) {
  if (is_invitation(sentence, rules.cue, mention)) return;
  TimeFinder(analysis, sentence, begin, end, mention.trigger, rules.cue, mention.weak).find(mention);
}

void attach_place(Analysis& analysis, const EventData& data, const TaggedSentence& sentence, std::uint32_t begin,
                  std::uint32_t end, const EventRules& rules, EventMention& mention) {
  if (is_invitation(sentence, rules.cue, mention)) return;
  const auto at = PlaceFinder(data, sentence, begin, end, rules.cue, mention.weak).find();
  if (!at) return;
  mention.place = entity_index(analysis, data.knowledge, sentence.units[*at].index) + 1;
  mention.place_span = sentence.units[*at].span;
}

}  // namespace mahdar
