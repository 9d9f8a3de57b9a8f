// Events: the mentions of one call or meeting put together, and what belongs to the whole of it.
#ifndef MAHDAR_EVENTS_MERGE_H_
#define MAHDAR_EVENTS_MERGE_H_

#include "events/find_events.h"

namespace mahdar {

// One call or meeting of the article.
struct MergedEvent {
  EventType type = EventType::kMeeting;
  Medium medium = Medium::kUnknown;
  Status status = Status::kOccurred;
  bool main = true;
  std::vector<Side> sides;
  std::vector<std::uint32_t> initiators, hosts, guests, mediators;  // indices into sides
  std::optional<std::uint32_t> time;
  bool time_implied = false;
  std::int8_t day_shift = 0;       // days from the time's
  std::optional<TimeMention> day;  // the time, settled against the status
  std::uint32_t place = 0;         // index in Analysis::entities plus one
  Span place_span;
  bool negotiation = false;
  StatusWeight status_weight = StatusWeight::kNone;
  bool postponed = false;
  bool generic = false;                 // no mention says whether by telephone or in person
  std::vector<std::uint32_t> mentions;  // indices in Analysis::event_mentions
  struct Topic {
    std::uint32_t topic = 0;
    std::vector<Span> spans;
  };
  std::vector<Topic> topics;
  struct Reference {
    std::uint32_t entity = 0;  // index in Analysis::entities
    Span span;
  };
  std::vector<Reference> agreements, attribution;
  struct Said {
    std::vector<std::uint32_t> speakers;  // indices into sides
    SpeechAct act = SpeechAct::kSay;
    Span span;
    std::vector<std::uint32_t> topics;
  };
  std::vector<Said> statements;
  std::vector<std::string> account;  // for Extractor::explain: which words tell of it
};

// One event per call or meeting, in the order of the first mention.
std::vector<MergedEvent> merge_events(Analysis& analysis, const EventData& data, const EventRules& rules);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_MERGE_H_
