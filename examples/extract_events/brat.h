// Records as files of the annotation tool brat (https://brat.nlplab.org/standoff.html).
#ifndef MAHDAR_EXTRACT_EVENTS_BRAT_H_
#define MAHDAR_EXTRACT_EVENTS_BRAT_H_

#include <string>

#include "mahdar/record.h"

namespace extract_events {

// The .ann file that belongs to a .txt file with the record's text. Offsets of the record count code points.
std::string to_brat(const mahdar::Record& record);

// The annotation.conf of the folder.
std::string brat_configuration();

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_BRAT_H_
