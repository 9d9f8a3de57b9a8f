// Event codes by type, status and place: ACE 2005, CAMEO (manual 1.1b3), PLOVER.
#ifndef MAHDAR_EVENTS_CODES_H_
#define MAHDAR_EVENTS_CODES_H_

#include "mahdar/record.h"

namespace mahdar {

// Where a meeting is held, as the codes tell it apart.
enum class Venue { kUnknown, kOneSide, kThirdPlace };

struct CodeFacts {
  EventType type = EventType::kMeeting;
  Medium medium = Medium::kUnknown;
  Status status = Status::kOccurred;
  Venue venue = Venue::kUnknown;
  bool mediated = false;
  bool negotiation = false;
  bool multilateral = false;       // an alliance or international body is the setting
  bool proposed_by_third = false;  // proposed by one who would not take part
  bool broken_off = false;         // cancelled while under way
};

Codes codes_for(const CodeFacts& facts);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_CODES_H_
