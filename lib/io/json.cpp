#include "io/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "io/labels.h"
#include "text/utf8.h"

namespace mahdar {
namespace {

// Size of the character at `at` if it must be escaped, else 0.
std::size_t escaped_size(std::string_view text, std::size_t at) {
  const unsigned char c = text[at];
  if (c < 0x20 || c == '"' || c == '\\') return 1;
  if (c == 0xC2 && text.substr(at, 2) == "\xC2\x85") return 2;  // U+0085
  if (c != 0xE2) return 0;
  const std::string_view character = text.substr(at, 3);
  return character == "\xE2\x80\xA8" || character == "\xE2\x80\xA9" ? 3 : 0;  // U+2028, U+2029
}

void append_escape(std::string& out, unsigned code) {
  constexpr char kDigits[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[code >> shift & 0xF];
}

void append_ascii_escape(std::string& out, unsigned char c) {
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: append_escape(out, c);
  }
}

void append_well_formed(std::string& out, std::string_view text) {
  std::size_t done = 0;  // all before it is in `out`
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t size = escaped_size(text, at);
    if (size == 0) continue;
    out += text.substr(done, at - done);
    if (size == 1)
      append_ascii_escape(out, text[at]);
    else
      append_escape(out, size == 2 ? 0x85 : 0x2028 + (text[at + 2] & 1u));
    done = at + size;
    at = done - 1;
  }
  out += text.substr(done);
}

// Writes values one after the other and sets the commas.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  // Keys are literals that need no escape.
  Writer& key(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    first_ = true;
    return *this;
  }

  void value(std::string_view text) {
    separate();
    append_json_string(out_, text);
  }
  void value(const char* text) { text ? value(std::string_view(text)) : raw("null"); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(bool truth) { raw(truth ? "true" : "false"); }
  void value(std::size_t number) {
    char digits[24];
    raw(std::string_view(digits, std::to_chars(digits, digits + sizeof digits, number).ptr - digits));
  }
  void value(std::nullptr_t) { raw("null"); }
  void value(const std::vector<std::string>& list) {
    each(list, [](Writer& w, const std::string& item) { w.value(item); });
  }
  template <class T>
  void value(const std::optional<T>& maybe) {
    maybe ? value(*maybe) : raw("null");
  }

  // A fraction from 0 to 1 with two decimals.
  void hundredths(double fraction) {
    const int n = fraction > 0 ? int(std::lround(std::fmin(fraction, 1.0) * 100)) : 0;  // NaN: 0
    const char digits[] = {char('0' + n / 100), '.', char('0' + n / 10 % 10), char('0' + n % 10)};
    raw(std::string_view(digits, sizeof digits));
  }

  template <class List, class Write>
  void each(const List& list, Write write) {
    open('[');
    for (const auto& item : list) write(*this, item);
    close(']');
  }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void raw(std::string_view text) {
    separate();
    out_ += text;
  }

  std::string& out_;
  bool first_ = true;
};

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

// The end of the JSON string that begins at `at`, past its closing quotation mark.
std::size_t string_end(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at)
    if (json[at] == '\\') ++at;
  return std::min(at + 1, json.size());
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  if (is_well_formed_utf8(text))
    append_well_formed(out, text);
  else
    append_well_formed(out, repair_utf8(text));
  out += '"';
}

std::string to_json(const Record& record) {
  std::string out;
  Writer writer(out);
  write_record(writer, record);
  return out;
}

std::string indent_json(std::string_view line) {
  std::string out;
  std::size_t depth = 0;
  const auto new_line = [&] { out.append("\n").append(2 * depth, ' '); };
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    const std::size_t end = c == '"' ? string_end(line, at) : at + 1;
    const bool closes = c == '}' || c == ']';
    const bool empty = !out.empty() && (out.back() == '{' || out.back() == '[');
    if (closes && depth > 0) --depth;
    if (closes ? !empty : empty) new_line();
    out += line.substr(at, end - at);
    if (c == '{' || c == '[') ++depth;
    if (c == ',') new_line();
    if (c == ':') out += ' ';
    at = end;
  }
  return out;
}

}  // namespace mahdar
