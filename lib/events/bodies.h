// Bodies that a phrase names by pattern ("the Russian foreign ministry") or inside an office ("the secretary-general of NATO").
#ifndef MAHDAR_EVENTS_BODIES_H_
#define MAHDAR_EVENTS_BODIES_H_

#include <cstddef>
#include <vector>

#include "events/pieces.h"

namespace mahdar {

// The body that a kBody piece names together with the nationality or country after it; 0 if none.
std::uint32_t body_at(const Knowledge& knowledge, const std::vector<Piece>& pieces, std::size_t at);

// Adds mentions of the bodies that the pieces of one sentence name so.
void mention_bodies(Analysis& analysis, const EventData& data, const std::vector<Piece>& pieces);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_BODIES_H_
