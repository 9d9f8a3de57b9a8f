// The record of an analysed article.
#ifndef MAHDAR_EVENTS_TO_RECORD_H_
#define MAHDAR_EVENTS_TO_RECORD_H_

#include "events/merge.h"
#include "mahdar/mahdar.h"

namespace mahdar {

struct TopicList {
  std::vector<std::string> ids, labels;  // by the topic's number
};

// Fills the record's published, segments, entities, times, events and warnings; offsets in `unit`.
void fill_record(const Analysis& analysis, const EventData& data, const TopicList& topics,
                 const std::vector<MergedEvent>& events, OffsetUnit unit, Record& record);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_TO_RECORD_H_
