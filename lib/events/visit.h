// The visit that a contact was part of, told near it: where it leads to, and when.
#ifndef MAHDAR_EVENTS_VISIT_H_
#define MAHDAR_EVENTS_VISIT_H_

#include "events/merge.h"

namespace mahdar {

// Reads visits of one article. A view of its arguments; not kept beyond them.
class VisitReader {
 public:
  VisitReader(const Analysis& analysis, const EventData& data, const CueSymbols& cue)
      : analysis_(analysis), data_(data), cue_(cue) {}

  // The day of a visit to come, told in the sentence of the contact or the one before: its talks are on its first day.
  std::optional<std::uint32_t> find_day(const MergedEvent& event) const;
  // The unit of the place that the visit of an event leads to; null if none is told.
  const Unit* find_goal(const MergedEvent& event) const;

 private:
  std::optional<std::uint32_t> day_of(const std::vector<Unit>& units) const;
  const Unit* goal_in(std::uint32_t sentence, const MergedEvent& event) const;
  bool is(const Unit& unit, std::initializer_list<char> symbols) const;
  // The goal of the last visit in units [0, to): of one to a side of the event, or anywhere by one of its people.
  const Unit* goal_of(const std::vector<Unit>& units, std::uint32_t to, const MergedEvent& event, bool anywhere) const;
  // Whether those named with a visit are people of the event, if any are.
  bool travels(const std::vector<Unit>& units, std::uint32_t visit, const Unit& goal, const MergedEvent& event) const;
  // The place that a visit word leads to; the town where country and town are told.
  const Unit* goal_behind(const std::vector<Unit>& units, std::uint32_t visit, std::uint32_t to) const;
  std::string country_of(const Side& side) const;
  // What may stand right before the goal of a visit, if no preposition does: no part of a longer name.
  bool is_goal_behind(const Unit& before) const;
  // In the country of one of its sides; of its host, if one is told.
  bool is_at_home(const Unit& place, const MergedEvent& event) const;

  const Analysis& analysis_;
  const EventData& data_;
  const CueSymbols& cue_;
};

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_VISIT_H_
