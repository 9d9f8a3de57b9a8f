// What --explain prints: how each sentence was read, which rule and words gave each field, and why there is no event.
#ifndef MAHDAR_EVENTS_EXPLAIN_H_
#define MAHDAR_EVENTS_EXPLAIN_H_

#include "events/readout.h"

namespace mahdar {

// For people; the form may change. `analysis` must have been made with its `explain` set.
std::string explain(const Analysis& analysis, const ReadoutData& data, const std::vector<MergedEvent>& events);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_EXPLAIN_H_
