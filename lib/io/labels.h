// The record's enumerations as the words of mahdar/1 JSON. A null pointer is the schema's null.
#ifndef MAHDAR_IO_LABELS_H_
#define MAHDAR_IO_LABELS_H_

#include "mahdar/record.h"

namespace mahdar {

const char* label(OffsetUnit unit);
const char* label(MentionForm form);
const char* label(EntityType type);
const char* label(TimeType type);
const char* label(Grain grain);
const char* label(TimeMod mod);  // null for kNone
const char* label(TimeBasis basis);
const char* label(EventType type);
const char* label(Medium medium);  // null for kUnknown
const char* label(Status status);
const char* label(Role role);
const char* label(ParticipantKind kind);
const char* label(Certainty certainty);
const char* label(SpeechAct act);
const char* label(PublishedBasis basis);

}  // namespace mahdar

#endif  // MAHDAR_IO_LABELS_H_
