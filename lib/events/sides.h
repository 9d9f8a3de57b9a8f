// Who takes part in a match: the sides that its words name, and those that it leaves to the words around it.
#ifndef MAHDAR_EVENTS_SIDES_H_
#define MAHDAR_EVENTS_SIDES_H_

#include <optional>
#include <vector>

#include "events/find_events.h"

namespace mahdar {

// Adds sides that are not there yet; notes in `role` where each stands.
void append_sides(std::vector<Side>& sides, const std::vector<Side>& more, std::vector<std::uint32_t>* role = nullptr);

// Reads the sides of matches in one sentence. Lives for that sentence.
class SideReader {
 public:
  SideReader(const Analysis& analysis, const EventData& data, const EventRules& rules, const TaggedSentence& sentence)
      : analysis_(analysis), data_(data), cue_(rules.cue), sentence_(sentence) {}

  // The sides that the units of a group (symbol positions) stand for.
  std::vector<Side> of(std::pair<std::size_t, std::size_t> group) const;
  // Whether a preposition governs a unit.
  bool is_governed(std::uint32_t u) const;

  // The subject of a match of units [begin, end) whose own words name one side: the first actor of its clause that no
  // preposition governs, else one after the match, else (unless `here`) the subject of the sentence before.
  std::vector<Side> subject(std::uint32_t begin, std::uint32_t end, bool here) const;
  // The people whom the sentence around a trigger without words of its own tells of.
  std::vector<Side> people_of_clause(std::uint32_t begin, std::uint32_t end) const;
  // The two people who stand before a pair in its own sentence; nothing if there are more or fewer.
  std::optional<std::vector<Side>> own_pair(std::uint32_t begin) const;
  // Whether "with" or a body of the press follows a trigger: the sentence's people are not its sides.
  bool has_own_words(std::uint32_t end) const;
  bool has_actor(std::uint32_t begin, std::uint32_t end) const;

 private:
  char symbol_at(std::uint32_t u) const { return sentence_.units[u].symbol; }
  void add_sides(const Unit& unit, std::vector<Side>& sides) const;
  bool is_object(std::uint32_t u) const;
  bool has_subject(std::uint32_t begin, std::uint32_t end) const;
  std::uint32_t clause_begin(std::uint32_t begin) const;
  std::vector<Side> joined_sides(std::uint32_t u) const;
  std::optional<std::vector<Side>> subject_after(std::uint32_t end) const;
  std::optional<std::vector<Side>> speaker_of(std::uint32_t begin) const;
  bool body_speaks(std::uint32_t begin) const;
  bool opens(std::uint32_t verb) const;
  std::vector<Side> subject_before() const;

  const Analysis& analysis_;
  const EventData& data_;
  const CueSymbols& cue_;
  const TaggedSentence& sentence_;
};

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_SIDES_H_
