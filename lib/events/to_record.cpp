#include "events/to_record.h"

#include <algorithm>

#include "events/codes.h"
#include "events/confidence.h"
#include "text/offsets.h"

namespace mahdar {
namespace {

class RecordBuilder {
 public:
  RecordBuilder(const Analysis& analysis, const EventData& data, const Topics& topics, OffsetUnit unit, Record& record)
      : analysis_(analysis), data_(data), topics_(topics), offset_(analysis.doc.text, unit), record_(record) {}

  void run(const std::vector<MergedEvent>& events) {
    if (analysis_.day.day) record_.published = Published{to_iso(*analysis_.day.day), analysis_.day.basis};
    for (const Span& span : analysis_.doc.boilerplate)
      record_.segments.push_back({offset_(span.begin), offset_(span.end)});
    for (const Warning& warning : analysis_.day.warnings) add_warning(warning);
    for (const TimeMention& time : analysis_.times) record_.times.push_back(time_of(time));
    for (const MergedEvent& event : events) add_event(event);
    order_events();
    add_entities();
  }

 private:
  Quote quote(Span span) const {
    return {offset_(span.begin), offset_(span.end), std::string(analysis_.doc.raw(span))};
  }

  static std::optional<std::string> or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
  }

  void add_warning(Warning warning) {
    if (warning.start) warning.start = offset_(std::uint32_t(*warning.start));
    if (warning.end) warning.end = offset_(std::uint32_t(*warning.end));
    record_.warnings.push_back(std::move(warning));
  }

  Time time_of(const TimeMention& mention) const {
    Time time;
    time.quote = quote(mention.span);
    time.type = mention.type;
    time.timex = mention.timex;
    if (mention.first) time.start_date = to_iso(*mention.first);
    if (mention.last) time.end_date = to_iso(*mention.last);
    time.grain = mention.grain;
    time.mod = mention.mod;
    time.basis = mention.basis;
    return time;
  }

  void add_entities() {
    std::vector<const ArticleEntity*> order;
    for (const ArticleEntity& entity : analysis_.entities)
      if (!entity.mentions.empty()) order.push_back(&entity);
    const auto first = [](const ArticleEntity* e) {
      const auto at = std::min_element(e->mentions.begin(), e->mentions.end(),
                                       [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
      return std::pair(at->span.begin, at->span.end);
    };
    std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) { return first(a) < first(b); });
    for (const ArticleEntity* from : order) {
      Entity entity;
      entity.id = from->id;
      entity.type = from->type;
      entity.name = from->name;
      entity.native_name = from->native;
      entity.country = or_null(from->country);
      entity.known = from->known != 0;
      if (from->known != 0) entity.wikidata = or_null(data_.knowledge.entity(from->known).wikidata);
      auto mentions = from->mentions;
      std::sort(mentions.begin(), mentions.end(),
                [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
      for (const auto& mention : mentions) entity.mentions.push_back({quote(mention.span), mention.form});
      record_.entities.push_back(std::move(entity));
    }
  }

  // The entity id of a country or body, if the text names it.
  std::optional<std::string> named_id(std::uint32_t known) const {
    for (const ArticleEntity& entity : analysis_.entities)
      if (entity.known == known && known != 0 && !entity.mentions.empty()) return entity.id;
    return {};
  }

  Participant participant(const MergedEvent& event, std::uint32_t index) const {
    const Side& side = event.sides[index];
    Participant p;
    p.kind = side.kind;
    const auto among = [&](const std::vector<std::uint32_t>& list) {
      return std::find(list.begin(), list.end(), index) != list.end();
    };
    p.initiator = among(event.initiators);
    p.role = among(event.hosts)       ? Role::kHost
             : among(event.guests)    ? Role::kGuest
             : among(event.mediators) ? Role::kMediator
                                      : Role::kParticipant;
    if (side.kind == ParticipantKind::kPerson && side.entity != 0) {
      const ArticleEntity& entity = analysis_.entities[side.entity - 1];
      p.entity = entity.id;
      p.name = entity.name;
      p.country = or_null(entity.country);
    } else {
      const KnownEntity& body = data_.knowledge.entity(side.of);
      p.entity = named_id(side.of);
      p.name = body.name;
      p.country = or_null(body.country);
    }
    if (side.kind != ParticipantKind::kDelegation && side.office && side.of != 0)
      p.office = data_.knowledge.office_name(*side.office, side.of);
    p.quote = quote(side.span);
    return p;
  }

  std::optional<EventDate> date_of(const MergedEvent& event) const {
    if (!event.day) return {};
    const TimeMention& mention = *event.day;
    const Time time = time_of(mention);
    return EventDate{time.timex,
                     time.start_date,
                     time.end_date,
                     time.grain,
                     event.time_implied ? Certainty::kImplied : Certainty::kStated,
                     time.quote};
  }

  EntityReference reference(std::uint32_t entity, Span span) const {
    const ArticleEntity& named = analysis_.entities[entity];
    return {named.id, named.name, or_null(named.country), quote(span)};
  }

  Venue venue(const MergedEvent& event) const {
    if (event.place == 0) return Venue::kUnknown;
    const std::string& country = analysis_.entities[event.place - 1].country;
    if (country.empty()) return Venue::kUnknown;
    for (std::uint32_t i = 0; i < event.sides.size(); ++i)
      if (participant(event, i).country == country) return Venue::kOneSide;
    return Venue::kThirdPlace;
  }

  Codes codes(const MergedEvent& event) const {
    CodeFacts facts;
    facts.type = event.type;
    facts.medium = event.medium;
    facts.status = event.status;
    facts.venue = venue(event);
    facts.mediated = !event.mediators.empty();
    facts.negotiation = event.negotiation;
    return codes_for(facts);
  }

  void add_event(const MergedEvent& from) {
    Event event;
    event.id = "e" + std::to_string(record_.events.size() + 1);
    event.type = from.type;
    event.medium = from.medium;
    event.status = from.status;
    event.main = from.main;
    event.codes = codes(from);
    event.date = date_of(from);
    for (std::uint32_t i = 0; i < from.sides.size(); ++i) event.participants.push_back(participant(from, i));
    const auto start = [](const Participant& p) { return p.quote ? p.quote->start : 0; };
    std::stable_sort(event.participants.begin(), event.participants.end(),
                     [&](const auto& a, const auto& b) { return start(a) < start(b); });
    if (from.place != 0) event.location = reference(from.place - 1, from.place_span);
    for (const auto& topic : from.topics) {
      TopicMention mention{topics_.id(topic.topic), topics_.label(topic.topic), {}};
      for (const Span& span : topic.spans) mention.mentions.push_back(quote(span));
      event.topics.push_back(std::move(mention));
    }
    for (const auto& agreement : from.agreements)
      event.agreements.push_back(reference(agreement.entity, agreement.span));
    for (const auto& source : from.attribution) event.attribution.push_back(reference(source.entity, source.span));
    add_statements(from, event);
    for (const std::uint32_t m : from.mentions)
      event.evidence.push_back({quote(analysis_.event_mentions[m].evidence), analysis_.event_mentions[m].rule});
    event.confidence = confidence_of(analysis_, from);
    record_.events.push_back(std::move(event));
  }

  // Events in the order of their first evidence, each with its evidence in the order of the text.
  void order_events() {
    const auto before = [](const auto& a, const auto& b) { return a.quote.start < b.quote.start; };
    for (Event& event : record_.events) std::stable_sort(event.evidence.begin(), event.evidence.end(), before);
    std::stable_sort(record_.events.begin(), record_.events.end(),
                     [&](const Event& a, const Event& b) { return before(a.evidence[0], b.evidence[0]); });
    for (std::size_t i = 0; i < record_.events.size(); ++i) record_.events[i].id = "e" + std::to_string(i + 1);
  }

  void add_statements(const MergedEvent& from, Event& event) const {
    for (const auto& said : from.statements) {
      Statement statement;
      for (const std::uint32_t i : said.speakers)
        statement.speakers.push_back(analysis_.entities[from.sides[i].entity - 1].id);
      statement.act = said.act;
      statement.quote = quote(said.span);
      for (const std::uint32_t topic : said.topics) statement.topics.push_back(topics_.id(topic));
      event.statements.push_back(std::move(statement));
    }
  }

  const Analysis& analysis_;
  const EventData& data_;
  const Topics& topics_;
  OffsetMap offset_;
  Record& record_;
};

}  // namespace

void fill_record(const Analysis& analysis, const EventData& data, const Topics& topics,
                 const std::vector<MergedEvent>& events, OffsetUnit unit, Record& record) {
  RecordBuilder(analysis, data, topics, unit, record).run(events);
}

}  // namespace mahdar
