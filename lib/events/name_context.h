// What stands around a name and tells that it means something else: an institution that is called after somebody,
// somebody else of that surname, a newspaper, an adjective.
#ifndef MAHDAR_EVENTS_NAME_CONTEXT_H_
#define MAHDAR_EVENTS_NAME_CONTEXT_H_

#include <string_view>

#include "document.h"
#include "events/pieces.h"

namespace mahdar {

// Asks the words beside a stretch of tokens. Holds references only; threads may share it.
class NameContext {
 public:
  NameContext(const Document& doc, const EventData& data) : doc_(doc), data_(data) {}

  // "King Fahd Hospital", and "the King" in it.
  bool is_namesake(TokenRange name) const;
  // A word that stands between such a word and the name.
  bool is_title(TokenRange word) const {
    return word.size() == 1 && data_.names.titles.count(doc_.word(word.begin)) != 0;
  }
  // "X bin Y" of which only X is the name, and this person's father is not Y.
  bool has_longer_filiation(TokenRange name, const KnownEntity& person) const;
  // "Joseph Lieberman": before a surname stands a given name that is not this person's.
  bool has_other_given_name(TokenRange surname, const KnownEntity& person) const;
  // Alone between quotation marks or braces, as newspapers stand.
  bool is_quoted(TokenRange name) const;
  // The same after "to".
  bool is_told_to(TokenRange name) const;
  // "the Saudi embassy", "the Saudi borders": an adjective that is spelled as the country's name.
  bool follows_feminine_noun(TokenRange word) const;

 private:
  bool may_be_given_name(std::string_view word) const;
  bool adjacent(std::uint32_t left) const;  // two words with nothing but space between
  const Document& doc_;
  const EventData& data_;
};

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_NAME_CONTEXT_H_
