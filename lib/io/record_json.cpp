// A record as mahdar/1 JSON.
#include "io/json_writer.h"
#include "io/labels.h"
#include "mahdar/mahdar.h"

namespace mahdar {
namespace {

using Writer = JsonWriter;

void write_span(Writer& w, const Quote& quote) {
  w.key("start").value(quote.start);
  w.key("end").value(quote.end);
  w.key("text").value(quote.text);
}

void write_span(Writer& w, const std::optional<Quote>& quote) {
  if (quote) return write_span(w, *quote);
  for (const char* key : {"start", "end", "text"}) w.key(key).value(nullptr);
}

void write_entity(Writer& w, const Entity& entity) {
  w.open('{');
  w.key("id").value(entity.id);
  w.key("type").value(label(entity.type));
  w.key("name").value(entity.name);
  w.key("native_name").value(entity.native_name);
  w.key("wikidata").value(entity.wikidata);
  w.key("country").value(entity.country);
  w.key("known").value(entity.known);
  w.key("mentions").each(entity.mentions, [](Writer& out, const EntityMention& mention) {
    out.open('{');
    write_span(out, mention.quote);
    out.key("form").value(label(mention.form));
    out.close('}');
  });
  w.close('}');
}

void write_time(Writer& w, const Time& time) {
  w.open('{');
  write_span(w, time.quote);
  w.key("type").value(label(time.type));
  w.key("timex").value(time.timex);
  w.key("start_date").value(time.start_date);
  w.key("end_date").value(time.end_date);
  w.key("grain").value(label(time.grain));
  w.key("mod").value(label(time.mod));
  w.key("basis").value(label(time.basis));
  w.close('}');
}

void write_codes(Writer& w, const Codes& codes) {
  w.open('{');
  w.key("ace").value(codes.ace);
  w.key("cameo").value(codes.cameo);
  w.key("plover").value(codes.plover);
  w.key("plover_modes").value(codes.plover_modes);
  w.close('}');
}

void write_event_date(Writer& w, const std::optional<EventDate>& date) {
  if (!date) return w.value(nullptr);
  w.open('{');
  w.key("timex").value(date->timex);
  w.key("start_date").value(date->start_date);
  w.key("end_date").value(date->end_date);
  w.key("grain").value(label(date->grain));
  w.key("certainty").value(label(date->certainty));
  write_span(w, date->quote);
  w.close('}');
}

void write_participant(Writer& w, const Participant& participant) {
  w.open('{');
  w.key("kind").value(label(participant.kind));
  w.key("entity").value(participant.entity);
  w.key("name").value(participant.name);
  w.key("role").value(label(participant.role));
  w.key("initiator").value(participant.initiator);
  w.key("country").value(participant.country);
  w.key("office").value(participant.office);
  write_span(w, participant.quote);
  w.close('}');
}

void write_location(Writer& w, const std::optional<EntityReference>& place) {
  if (!place) return w.value(nullptr);
  w.open('{');
  w.key("entity").value(place->entity);
  w.key("name").value(place->name);
  w.key("country").value(place->country);
  write_span(w, place->quote);
  w.close('}');
}

void write_reference(Writer& w, const EntityReference& reference) {
  w.open('{');
  w.key("entity").value(reference.entity);
  w.key("name").value(reference.name);
  write_span(w, reference.quote);
  w.close('}');
}

void write_topic(Writer& w, const TopicMention& topic) {
  w.open('{');
  w.key("id").value(topic.id);
  w.key("label").value(topic.label);
  w.key("mentions").each(topic.mentions, [](Writer& out, const Quote& quote) {
    out.open('{');
    write_span(out, quote);
    out.close('}');
  });
  w.close('}');
}

void write_statement(Writer& w, const Statement& statement) {
  w.open('{');
  w.key("speakers").value(statement.speakers);
  w.key("act").value(label(statement.act));
  write_span(w, statement.quote);
  w.key("topics").value(statement.topics);
  w.close('}');
}

void write_evidence(Writer& w, const Evidence& evidence) {
  w.open('{');
  write_span(w, evidence.quote);
  w.key("rule").value(evidence.rule);
  w.close('}');
}

void write_event(Writer& w, const Event& event) {
  w.open('{');
  w.key("id").value(event.id);
  w.key("type").value(label(event.type));
  w.key("medium").value(label(event.medium));
  w.key("status").value(label(event.status));
  w.key("main").value(event.main);
  write_codes(w.key("codes"), event.codes);
  write_event_date(w.key("date"), event.date);
  w.key("participants").each(event.participants, write_participant);
  write_location(w.key("location"), event.location);
  w.key("topics").each(event.topics, write_topic);
  w.key("agreements").each(event.agreements, write_reference);
  w.key("statements").each(event.statements, write_statement);
  w.key("attribution").each(event.attribution, write_reference);
  w.key("evidence").each(event.evidence, write_evidence);
  w.key("confidence").hundredths(event.confidence);
  w.close('}');
}

void write_segment(Writer& w, const Segment& segment) {
  w.open('{');
  w.key("start").value(segment.start);
  w.key("end").value(segment.end);
  w.key("kind").value("boilerplate");
  w.close('}');
}

void write_warning(Writer& w, const Warning& warning) {
  w.open('{');
  w.key("code").value(warning.code);
  w.key("message").value(warning.message);
  w.key("start").value(warning.start);
  w.key("end").value(warning.end);
  w.close('}');
}

void write_published(Writer& w, const std::optional<Published>& published) {
  if (!published) return w.value(nullptr);
  w.open('{');
  w.key("value").value(published->value);
  w.key("basis").value(label(published->basis));
  w.close('}');
}

void write_error(Writer& w, const std::optional<RecordError>& error) {
  if (!error) return w.value(nullptr);
  w.open('{');
  w.key("code").value(error->code);
  w.key("message").value(error->message);
  w.close('}');
}

void write_record(Writer& w, const Record& record) {
  w.open('{');
  w.key("schema").value("mahdar/1");
  w.key("extractor").value(record.extractor);
  w.key("id").value(record.id);
  w.key("url").value(record.url);
  w.key("title").value(record.title);
  w.key("source").value(record.source);
  w.key("language").value(record.language);
  write_published(w.key("published"), record.published);
  w.key("text").value(record.text);
  w.key("offset_unit").value(label(record.offset_unit));
  w.key("segments").each(record.segments, write_segment);
  w.key("entities").each(record.entities, write_entity);
  w.key("times").each(record.times, write_time);
  w.key("events").each(record.events, write_event);
  w.key("warnings").each(record.warnings, write_warning);
  write_error(w.key("error"), record.error);
  w.close('}');
}

}  // namespace

std::string to_json(const Record& record) {
  std::string out;
  Writer writer(out);
  write_record(writer, record);
  return out;
}

}  // namespace mahdar
