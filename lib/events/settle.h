// What is settled once all mentions of an event are together: its day against its status, the place that a visit
// tells, and whether the article reports it or recalls it.
#ifndef MAHDAR_EVENTS_SETTLE_H_
#define MAHDAR_EVENTS_SETTLE_H_

#include "events/merge.h"

namespace mahdar {

void settle_events(Analysis& analysis, const EventData& data, const CueSymbols& cue, std::vector<MergedEvent>& events);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_SETTLE_H_
