// What an article reports, and what it recalls or announces in passing.
#ifndef MAHDAR_EVENTS_NEWS_H_
#define MAHDAR_EVENTS_NEWS_H_

#include "events/merge.h"

namespace mahdar {

// Fills MergedEvent::main.
void mark_main(const Analysis& analysis, const EventData& data, const CueSymbols& cue,
               std::vector<MergedEvent>& events);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_NEWS_H_
