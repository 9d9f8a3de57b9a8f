// The article under analysis: the document and what the event floor finds in it.
#ifndef MAHDAR_EVENTS_ANALYSIS_H_
#define MAHDAR_EVENTS_ANALYSIS_H_

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "document.h"
#include "gazetteer/knowledge.h"
#include "gazetteer/lexicon.h"
#include "time/times.h"

namespace mahdar {

// A person, place, organization or agreement of this article: of the lists, or named by the text alone.
struct ArticleEntity {
  EntityType type = EntityType::kPerson;
  std::uint32_t known = 0;  // index in Knowledge; 0: the text alone names it
  std::string id;           // with the type's prefix
  std::string name;
  std::string native;
  std::string folded;  // of a person whom the text alone names: his name's letters
  std::string country;
  struct Mention {
    Span span;
    MentionForm form = MentionForm::kName;
  };
  std::vector<Mention> mentions;
};

// What a stretch of a sentence is, before actors are built of it.
enum class PieceKind : std::uint8_t {
  kUnknown,
  kPunctuation,
  kNumber,
  kWord,
  kTime,
  kPerson,
  kPlace,
  kOrganization,
  kAgreement,
  kNationality,
  kOffice,
  kBody
};

struct Piece {
  PieceKind kind = PieceKind::kUnknown;
  TokenRange tokens;
  Span span;                 // without clitics
  std::uint8_t clitics = 0;  // Clitic bits
  std::uint32_t id = 0;      // word class, knowledge entity (0 none), office kind, body kind or time
  std::uint16_t flags = 0;   // of the lexicon entry
  std::uint32_t of = 0;      // of a kOffice that a phrase names whole: its country or body
  bool full_name = false;    // of a kPerson: not only a surname
  LexiconEntries others;     // of a kOffice or kWord: what else it could be
};

// One side of a contact: a person, or the leader or delegation of a country or body.
struct Side {
  ParticipantKind kind = ParticipantKind::kPerson;
  std::uint32_t entity = 0;             // a person's index in Analysis::entities plus one; 0: none
  std::optional<std::uint32_t> office;  // kind
  std::uint32_t of = 0;                 // knowledge entity: the office's, leader's or delegation's country or body
  Span span;
  friend bool same(const Side& a, const Side& b) {
    return a.kind == b.kind && a.entity == b.entity && (a.kind == ParticipantKind::kPerson || a.of == b.of);
  }
};

enum class ActorKind : std::uint8_t {
  kPerson,      // one person
  kSeveral,     // "the two presidents", "the foreign ministers of X and Y"
  kDelegation,  // a side without a person
  kSpokesman,   // one who only tells
  kPair,        // a reference to the two (or three) sides of the contact told of
};

struct Actor {
  ActorKind kind = ActorKind::kPerson;
  TokenRange tokens;
  Span span;
  std::uint8_t clitics = 0;
  std::vector<Side> sides;
};

// A stretch of a sentence as rules see it: one symbol.
struct Unit {
  char symbol = 0;
  TokenRange tokens;
  Span span;
  std::uint8_t clitics = 0;
  std::uint16_t flags = 0;  // WordFlag, of a word
  std::uint32_t index = 0;  // of an actor, a time; knowledge entity of a place or organization
};

// A sentence in symbols, and the way back.
struct TaggedSentence {
  std::uint32_t sentence = 0;
  bool heading = false;  // the article's first line, with no full stop
  std::vector<Unit> units;
  std::string symbols;                 // clitic symbols and unit symbols
  std::vector<std::uint32_t> unit_of;  // symbol position -> unit
};

// How much the words about a mention say of its status: nothing, something that other words may correct, or all.
enum class StatusWeight : std::uint8_t { kNone, kSoft, kFirm };

// One mention of a call or meeting.
struct EventMention {
  std::uint32_t sentence = 0;
  EventType type = EventType::kMeeting;
  Medium medium = Medium::kUnknown;
  Status status = Status::kOccurred;
  std::string status_reason;
  std::string rule;
  Span evidence;
  std::uint32_t trigger = 0;  // unit of the sentence
  std::vector<Side> sides;
  std::vector<std::uint32_t> initiators, hosts, guests, mediators;  // indices into sides
  std::optional<std::uint32_t> time;                                // index in Analysis::times
  bool time_of_report = false;
  std::int8_t day_shift = 0;  // days from the time's: "on the eve of the summit of Monday"
  std::uint32_t place = 0;    // index in Analysis::entities plus one
  Span place_span;
  bool negotiation = false;
  bool weak = false;     // counts only if another mention bears it out
  bool generic = false;  // talks that do not say whether by telephone or in person
  bool clause = false;   // its sides are the two people of its sentence
  StatusWeight status_weight = StatusWeight::kNone;
  bool postponed = false;  // put off, perhaps to a day that the text tells
  bool revived = false;    // to take place, by a verb in the future: said after a cancellation, it is on again
  bool pair = false;       // its sides are those of the contact told of before
};

// All that is known of the article so far. Stages fill it from top to bottom.
struct Analysis {
  Document doc;
  Document title;
  ArticleDay day;
  std::vector<TimeMention> times;
  std::vector<std::vector<Piece>> pieces;  // by sentence; empty for boilerplate
  std::set<std::uint32_t> title_people;    // knowledge entities
  std::set<std::string> title_countries;   // of countries and nationalities
  std::set<char> title_words;              // symbols of word classes
  std::vector<ArticleEntity> entities;
  std::unordered_map<std::uint32_t, std::uint32_t> known_entities;  // knowledge entity -> index in entities
  std::unordered_map<std::string, std::uint32_t> unknown_people;    // id -> index
  std::unordered_map<std::string, std::uint32_t> unknown_surnames;  // last word of the name, folded -> index
  std::vector<Actor> actors;
  std::vector<TaggedSentence> tagged;
  std::vector<EventMention> event_mentions;
  bool explain = false;            // whether to take notes
  std::vector<std::string> notes;  // for Extractor::explain
};

// The article's entity for an entry of the lists, added if it is new. Returns its index.
std::uint32_t entity_index(Analysis& analysis, const Knowledge& knowledge, std::uint32_t known);

// The article's entity for a person whom no list holds.
std::uint32_t unknown_person_index(Analysis& analysis, std::string_view folded, std::string_view native,
                                   std::string_view country);

// The country that a side belongs to: that of an office, delegation or person; of an envoy to a country, his own.
std::string side_country(const Analysis& analysis, const Knowledge& knowledge, const Side& side);

void add_mention(ArticleEntity& entity, Span span, MentionForm form);

// The article's day as a number for tenures.
std::optional<DayNumber> day_number(const std::optional<Day>& day);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_ANALYSIS_H_
