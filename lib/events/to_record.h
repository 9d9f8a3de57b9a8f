// The record of an analysed article.
#ifndef MAHDAR_EVENTS_TO_RECORD_H_
#define MAHDAR_EVENTS_TO_RECORD_H_

#include "events/merge.h"
#include "events/topics.h"
#include "mahdar/mahdar.h"

namespace mahdar {

// Fills the record's published, segments, entities, times, events and warnings; offsets in `unit`.
void fill_record(const Analysis& analysis, const EventData& data, const Topics& topics,
                 const std::vector<MergedEvent>& events, OffsetUnit unit, Record& record);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_TO_RECORD_H_
