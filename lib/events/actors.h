// Actors: title, office, nationality and name read as one, with whom they stand for; and the tagged sentences.
#ifndef MAHDAR_EVENTS_ACTORS_H_
#define MAHDAR_EVENTS_ACTORS_H_

#include "events/analysis.h"
#include "events/pieces.h"
#include "rules/symbols.h"

namespace mahdar {

// Fills analysis.actors and analysis.tagged from analysis.pieces.
void find_actors(Analysis& analysis, const EventData& data, const Symbols& symbols);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_ACTORS_H_
