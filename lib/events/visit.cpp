#include "events/visit.h"

#include <algorithm>

namespace mahdar {
namespace {

constexpr std::uint32_t kVisitSentences = 2;  // sentences before and after a contact that may tell of the visit
constexpr std::uint32_t kVisitUnits = 10;     // units behind a visit word in which its goal stands

}  // namespace

std::optional<std::uint32_t> VisitReader::find_day(const MergedEvent& event) const {
  for (const std::uint32_t m : event.mentions) {
    const EventMention& mention = analysis_.event_mentions[m];
    for (std::uint32_t back = 0; !mention.weak && back < kVisitSentences && back <= mention.sentence; ++back)
      if (const auto day = day_of(analysis_.tagged[mention.sentence - back].units)) return day;
  }
  return {};
}

const Unit* VisitReader::find_goal(const MergedEvent& event) const {
  for (const std::uint32_t m : event.mentions) {
    const EventMention& mention = analysis_.event_mentions[m];
    if (mention.weak) continue;
    const std::uint32_t at = mention.sentence;
    const auto& own = analysis_.tagged[at].units;
    if (const Unit* goal = goal_of(own, mention.trigger, event, true)) return goal;
    if (const Unit* goal = goal_of(own, std::uint32_t(own.size()), event, false)) return goal;
    for (std::uint32_t by = 1; by <= kVisitSentences; ++by) {
      if (at >= by)
        if (const Unit* goal = goal_in(at - by, event)) return goal;
      if (at + by < analysis_.tagged.size())
        if (const Unit* goal = goal_in(at + by, event)) return goal;
    }
  }
  return nullptr;
}

std::optional<std::uint32_t> VisitReader::day_of(const std::vector<Unit>& units) const {
  std::uint32_t since_visit = kVisitUnits;
  for (const Unit& unit : units) {
    since_visit = is(unit, {cue_.visit, cue_.visit_verb}) ? 0 : since_visit + 1;
    if (is(unit, {cue_.that, cue_.say, cue_.on, symbol::kColon})) since_visit = kVisitUnits;
    if (unit.symbol != symbol::kTime || since_visit >= kVisitUnits) continue;
    const TimeMention& time = analysis_.times[unit.index];
    const bool ahead = time.first && analysis_.day.day && (time.bare_weekday || *time.first >= *analysis_.day.day);
    if (ahead && (time.type == TimeType::kDate || time.type == TimeType::kTime)) return unit.index;
  }
  return {};
}

const Unit* VisitReader::goal_in(std::uint32_t sentence, const MergedEvent& event) const {
  const auto& units = analysis_.tagged[sentence].units;
  return goal_of(units, std::uint32_t(units.size()), event, false);
}

bool VisitReader::is(const Unit& unit, std::initializer_list<char> symbols) const {
  return std::find(symbols.begin(), symbols.end(), unit.symbol) != symbols.end();
}

const Unit* VisitReader::goal_of(const std::vector<Unit>& units, std::uint32_t to, const MergedEvent& event,
                                 bool anywhere) const {
  const Unit* goal = nullptr;
  for (std::uint32_t u = 0; u < to; ++u) {
    if (!is(units[u], {cue_.visit, cue_.visit_verb, cue_.arrive})) continue;
    const bool over = u > 0 && is(units[u - 1], {cue_.after, cue_.before});  // "after a visit to": another's place
    const Unit* place = goal_behind(units, u, to);
    if (place == nullptr || (anywhere ? over || !travels(units, u, *place, event) : !is_at_home(*place, event)))
      continue;
    goal = place;
  }
  return goal;
}

bool VisitReader::travels(const std::vector<Unit>& units, std::uint32_t visit, const Unit& goal,
                          const MergedEvent& event) const {
  bool any = false;
  for (std::uint32_t u = visit > 1 ? visit - 2 : 0; u < units.size() && &units[u] < &goal; ++u) {
    if (units[u].symbol != symbol::kActor) continue;
    any = true;
    for (const Side& side : analysis_.actors[units[u].index].sides)
      if (std::any_of(event.sides.begin(), event.sides.end(), [&](const Side& s) { return same(s, side); }))
        return true;
  }
  return !any;
}

const Unit* VisitReader::goal_behind(const std::vector<Unit>& units, std::uint32_t visit, std::uint32_t to) const {
  const Unit* country = nullptr;
  bool towards = units[visit].symbol != cue_.arrive;
  for (std::uint32_t u = visit + 1; u < to && u < visit + kVisitUnits; ++u) {
    const Unit& unit = units[u];
    if (is(unit, {cue_.that, cue_.say, cue_.from, cue_.on, symbol::kColon, cue_.arrive, cue_.visit})) break;
    towards = (towards || unit.symbol == cue_.to) && unit.symbol != cue_.in;
    if (unit.symbol == cue_.in && country == nullptr) continue;
    if ((unit.clitics & kConjunction) != 0) break;
    const bool goal = (unit.clitics & kLi) != 0 || is_goal_behind(units[u - 1]);
    if (is(unit, {symbol::kCapital, symbol::kPlace}) && ((towards && goal) || country != nullptr)) return &unit;
    if (unit.symbol == symbol::kCountry && towards && goal && country == nullptr) country = &unit;
  }
  return country;
}

std::string VisitReader::country_of(const Side& side) const { return side_country(analysis_, data_.knowledge, side); }

bool VisitReader::is_goal_behind(const Unit& before) const {
  return is(before, {cue_.visit, cue_.visit_verb, cue_.to, cue_.city, cue_.capital_word, cue_.country_word,
                     symbol::kActor, symbol::kDelegation, symbol::kComma, symbol::kTime});
}

bool VisitReader::is_at_home(const Unit& place, const MergedEvent& event) const {
  const std::string& country = data_.knowledge.entity(place.index).country;
  if (country.empty()) return false;
  for (std::uint32_t i = 0; i < event.sides.size(); ++i) {
    const bool host = std::find(event.hosts.begin(), event.hosts.end(), i) != event.hosts.end();
    if ((host || event.hosts.empty()) && country_of(event.sides[i]) == country) return true;
  }
  return false;
}

}  // namespace mahdar
