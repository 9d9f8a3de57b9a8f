// How sure an event's record is.
#ifndef MAHDAR_EVENTS_CONFIDENCE_H_
#define MAHDAR_EVENTS_CONFIDENCE_H_

#include "events/merge.h"

namespace mahdar {

// The probability that type, sides, status and day of an event are right, from what bears it out: between 0.05 and 0.99.
// tests/calibration.py prints how often it is so.
double confidence_of(const Analysis& analysis, const MergedEvent& event);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_CONFIDENCE_H_
