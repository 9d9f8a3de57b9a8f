// The parts of a page, for report.cpp.
#ifndef MAHDAR_EXTRACT_EVENTS_REPORT_PARTS_H_
#define MAHDAR_EXTRACT_EVENTS_REPORT_PARTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "mahdar/record.h"

namespace extract_events {

// Text that stays text in HTML, whatever it says.
std::string escape(std::string_view text);

// A participant of any event of the article.
struct Party {
  std::string key;      // tells parties apart
  std::string name;     // for reading: in the article's language where that is known
  std::string english;  // empty where the same
  std::string country;  // ISO 3166-1 alpha-3, or empty
};
Party party_of(const mahdar::Record& record, const mahdar::Participant& participant);

// "call", "meeting occurred main k3": the classes of what belongs to an event. `place` counts from 0.
std::string event_classes(const mahdar::Event& event, std::size_t place);

// "2021-10-07", "2021-10-07 - 2021-10-09", or what is known of it.
std::string days_of(const mahdar::Event& event);

// The article's text with its marks.
std::string marked_text(const mahdar::Record& record);
// A drawing of the parties, with a line for each event that joins two of them.
std::string network(const mahdar::Record& record);
// The events by their days.
std::string timeline(const mahdar::Record& record);
// The events with all that is known of them.
std::string cards(const mahdar::Record& record);

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_REPORT_PARTS_H_
