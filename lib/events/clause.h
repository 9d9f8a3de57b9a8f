// The clause of a match: how far the words around a trigger tell of it.
#ifndef MAHDAR_EVENTS_CLAUSE_H_
#define MAHDAR_EVENTS_CLAUSE_H_

#include "events/find_events.h"

namespace mahdar {

// A match of units [begin, end) in its sentence. A view of both its arguments; not kept beyond them.
class Clause {
 public:
  Clause(const TaggedSentence& sentence, std::uint32_t begin, std::uint32_t end, const CueSymbols& cue);

  std::uint32_t left() const { return left_; }    // the clause's first unit
  std::uint32_t right() const { return right_; }  // behind its last

  bool is(std::uint32_t u, char symbol) const { return symbol != 0 && units_[u].symbol == symbol; }
  bool is_any(std::uint32_t u, std::initializer_list<char> symbols) const;

  // A verb that carries a contact: to meet, to call, to hold a meeting.
  bool is_verb(std::uint32_t u) const;
  // Its tense (WordFlags), nothing for a verbal noun of the same letters: "on holding", not "he held".
  std::uint16_t tense(std::uint32_t u) const;

 private:
  bool is_object(std::uint32_t u) const;
  bool is_held(std::uint32_t relative) const;
  bool is_other_contact(std::uint32_t u) const;
  bool ends_before(std::uint32_t u) const;
  bool begins_behind(std::uint32_t u) const;

  const std::vector<Unit>& units_;
  const CueSymbols& cue_;
  std::uint32_t left_, right_;
};

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_CLAUSE_H_
