// Linking: the phrases found in each sentence, each with the one thing it means here.
#ifndef MAHDAR_EVENTS_PIECES_H_
#define MAHDAR_EVENTS_PIECES_H_

#include <string>

#include "events/analysis.h"
#include "gazetteer/lexicon.h"
#include "gazetteer/name_words.h"
#include "gazetteer/word_table.h"
#include "rules/words.h"

namespace mahdar {

class OfficeKin;

// The immutable data that the event floor reads.
struct EventData {
  const Knowledge& knowledge;
  const WordClasses& words;
  const Lexicon& lexicon;
  const WordTable& common;       // frequent words, folded: no names of unknown people
  const WordTable& name_words;   // frequent words that are names or parts of names all the same
  const WordTable& given_names;  // first names that many people of the lists bear
  const NameWords& names;
  const OfficeKin& kin;
};

// Fills analysis.pieces from doc and times, and analysis.entities with what is named.
void link_names(Analysis& analysis, const EventData& data);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_PIECES_H_
