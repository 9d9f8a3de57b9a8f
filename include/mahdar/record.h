/// The record of one article as plain structs: what mahdar/1 JSON says, in C++ types.
///
/// Offsets are half-open and count in the unit that Record::offset_unit names (code points unless
/// asked otherwise) in the article's text. Every list is in the order of the text.
#ifndef MAHDAR_RECORD_H_
#define MAHDAR_RECORD_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mahdar {

enum class OffsetUnit { kCodepoint, kUtf16, kByte };

/// A stretch of the article's text with its own characters, unchanged.
struct Quote {
  std::size_t start = 0;
  std::size_t end = 0;
  std::string text;
};

/// How an entity is mentioned: by its name, by an office standing alone, or by a reference back.
enum class MentionForm { kName, kOffice, kReference };

struct EntityMention {
  Quote quote;
  MentionForm form = MentionForm::kName;
};

enum class EntityType { kPerson, kPlace, kOrganization, kAgreement };

/// A person, place, organization or agreement that the article names.
struct Entity {
  std::string id;  ///< "person/vladimir-putin"; "person/x-" and eight hex digits where no list holds it
  EntityType type = EntityType::kPerson;
  std::string name;         ///< canonical English name
  std::string native_name;  ///< canonical name in the article's language
  std::optional<std::string> wikidata;
  std::optional<std::string> country;  ///< ISO 3166-1 alpha-3
  bool known = true;                   ///< false: found by a pattern alone
  std::vector<EntityMention> mentions;
};

/// TIMEX3 types and the like; see http://www.timeml.org for their meaning.
enum class TimeType { kDate, kTime, kDuration, kSet };
enum class Grain {
  kMinute,
  kHour,
  kDaypart,
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kHalf,
  kYear,
  kDecade,
  kCentury,
  kRange,
  kDuration,
  kNone
};
enum class TimeMod { kNone, kStart, kMid, kEnd, kApprox, kBefore, kAfter, kMoreThan, kLessThan };
enum class TimeBasis { kAbsolute, kPublished, kText, kUnresolved };

/// A time expression and what it means.
struct Time {
  Quote quote;
  TimeType type = TimeType::kDate;
  std::optional<std::string> timex;       ///< TIMEX3 value, or an ISO 8601 range A/B
  std::optional<std::string> start_date;  ///< YYYY-MM-DD, the first day
  std::optional<std::string> end_date;    ///< YYYY-MM-DD, the last day, inclusive
  Grain grain = Grain::kNone;
  TimeMod mod = TimeMod::kNone;
  TimeBasis basis = TimeBasis::kUnresolved;
};

enum class EventType { kCall, kMeeting };
enum class Medium { kUnknown, kPhone, kVideo, kInPerson };
enum class Status { kOccurred, kPlanned, kProposed, kCancelled, kDenied };
enum class Role { kHost, kGuest, kMediator, kParticipant };
enum class ParticipantKind { kPerson, kLeader, kDelegation };
enum class Certainty { kStated, kImplied };

struct Participant {
  ParticipantKind kind = ParticipantKind::kPerson;
  std::optional<std::string> entity;
  std::string name;
  Role role = Role::kParticipant;
  bool initiator = false;
  std::optional<std::string> country;
  std::optional<std::string> office;
  std::optional<Quote> quote;
};

/// The day of an event. Stated of the event, or implied by the day of the read-out or report.
struct EventDate {
  std::optional<std::string> timex;
  std::optional<std::string> start_date;
  std::optional<std::string> end_date;
  Grain grain = Grain::kDay;
  Certainty certainty = Certainty::kStated;
  std::optional<Quote> quote;
};

/// A reference from an event to an entity of the record: a place, an agreement, who reports it.
struct EntityReference {
  std::string entity;
  std::string name;
  std::optional<std::string> country;  ///< of a place
  std::optional<Quote> quote;
};

struct TopicMention {
  std::string id;
  std::string label;
  std::vector<Quote> mentions;
};

enum class SpeechAct {
  kInform,
  kAffirm,
  kAgree,
  kExpressConcern,
  kUrge,
  kThank,
  kCongratulate,
  kCondole,
  kInvite,
  kReject,
  kSay
};

struct Statement {
  std::vector<std::string> speakers;  ///< entity ids
  SpeechAct act = SpeechAct::kSay;
  Quote quote;
  std::vector<std::string> topics;
};

struct Evidence {
  Quote quote;
  std::string rule;  ///< id of the rule that matched
};

/// Event codes: ACE 2005, CAMEO 1.1b3, PLOVER. CAMEO and PLOVER have none for a denied event.
struct Codes {
  std::string ace;
  std::optional<std::string> cameo;
  std::optional<std::string> plover;
  std::vector<std::string> plover_modes;
};

/// One call or meeting, as the whole article tells it.
struct Event {
  std::string id;  ///< "e1", "e2" ... in the order of first evidence
  EventType type = EventType::kMeeting;
  Medium medium = Medium::kUnknown;
  Status status = Status::kOccurred;
  bool main = true;
  Codes codes;
  std::optional<EventDate> date;
  std::vector<Participant> participants;
  std::optional<EntityReference> location;
  std::vector<TopicMention> topics;
  std::vector<EntityReference> agreements;
  std::vector<Statement> statements;
  std::vector<EntityReference> attribution;
  std::vector<Evidence> evidence;
  double confidence = 0;
};

enum class PublishedBasis { kInput, kMarkup, kUrl, kDateline, kText, kCrawl };

struct Published {
  std::string value;  ///< YYYY-MM-DD
  PublishedBasis basis = PublishedBasis::kInput;
};

struct Segment {
  std::size_t start = 0;
  std::size_t end = 0;
};

struct Warning {
  std::string code;
  std::string message;
  std::optional<std::size_t> start;
  std::optional<std::size_t> end;
};

struct RecordError {
  std::string code;
  std::string message;
};

/// What one article yields.
struct Record {
  std::string extractor;  ///< name, version and hash of the data in force
  std::string id;
  std::optional<std::string> url;
  std::optional<std::string> title;
  std::optional<std::string> source;
  std::string language = "und";  ///< BCP 47
  std::optional<Published> published;
  std::optional<std::string> text;
  OffsetUnit offset_unit = OffsetUnit::kCodepoint;
  std::vector<Segment> segments;  ///< boilerplate
  std::vector<Entity> entities;
  std::vector<Time> times;
  std::vector<Event> events;
  std::vector<Warning> warnings;
  std::optional<RecordError> error;
};

}  // namespace mahdar

#endif  // MAHDAR_RECORD_H_
