#include "io/labels.h"

#include <cstddef>

namespace mahdar {
namespace {

// The word at the place of `value`; the last word for a value that the enumeration does not have.
template <class Enum, std::size_t N>
const char* pick(Enum value, const char* const (&words)[N]) {
  const auto i = static_cast<std::size_t>(value);
  return words[i < N ? i : N - 1];
}

}  // namespace

const char* label(OffsetUnit unit) { return pick(unit, {"codepoint", "utf16", "byte"}); }
const char* label(MentionForm form) { return pick(form, {"name", "office", "reference"}); }
const char* label(EntityType type) { return pick(type, {"person", "place", "organization", "agreement"}); }
const char* label(TimeType type) { return pick(type, {"DATE", "TIME", "DURATION", "SET"}); }

const char* label(Grain grain) {
  return pick(grain, {"minute", "hour", "daypart", "day", "weekend", "week", "month", "quarter", "season", "half",
                      "year", "decade", "century", "range", "duration", "none"});
}

const char* label(TimeMod mod) {
  return pick(mod, {static_cast<const char*>(nullptr), "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "MORE_THAN",
                    "LESS_THAN"});
}

const char* label(TimeBasis basis) { return pick(basis, {"absolute", "published", "text", "unresolved"}); }
const char* label(EventType type) { return pick(type, {"call", "meeting"}); }
const char* label(Medium medium) {
  return pick(medium, {static_cast<const char*>(nullptr), "phone", "video", "in-person"});
}
const char* label(Status status) { return pick(status, {"occurred", "planned", "proposed", "cancelled", "denied"}); }
const char* label(Role role) { return pick(role, {"host", "guest", "mediator", "participant"}); }
const char* label(ParticipantKind kind) { return pick(kind, {"person", "leader", "delegation"}); }
const char* label(Certainty certainty) { return pick(certainty, {"stated", "implied"}); }

const char* label(SpeechAct act) {
  return pick(act, {"inform", "affirm", "agree", "express-concern", "urge", "thank", "congratulate", "condole",
                    "invite", "reject", "say"});
}

const char* label(PublishedBasis basis) { return pick(basis, {"input", "markup", "url", "dateline", "text", "crawl"}); }

}  // namespace mahdar
