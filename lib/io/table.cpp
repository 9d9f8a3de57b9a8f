#include "io/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>
#include <vector>

#include "io/labels.h"
#include "text/utf8.h"

namespace mahdar {
namespace {

using Cells = std::vector<std::string>;
using Names = std::vector<const char*>;

const Names kArticleColumns = {"id", "url", "source", "published"};

const Names& columns_of(Rows rows) {
  static const Names events = {"event",       "type",      "medium", "status",        "main",         "date_start",
                               "date_end",    "grain",     "timex",  "certainty",     "participants", "participant_ids",
                               "countries",   "initiator", "place",  "place_country", "topics",       "agreements",
                               "attribution", "ace",       "cameo",  "plover",        "plover_modes", "confidence",
                               "start",       "end",       "text"};
  static const Names mentions = {"entity", "type", "name",  "native_name", "wikidata", "country",
                                 "known",  "form", "start", "end",         "text"};
  static const Names statements = {"event", "speakers", "speaker_ids", "act", "topics", "start", "end", "text"};
  static const Names times = {"type", "timex", "date_start", "date_end", "grain",
                              "mod",  "basis", "start",      "end",      "text"};
  switch (rows) {
    case Rows::kMentions: return mentions;
    case Rows::kStatements: return statements;
    case Rows::kTimes: return times;
    default: return events;
  }
}

// A spreadsheet reads a cell that begins with one of these as a formula.
bool looks_like_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos;
}

void append_quoted(std::string& out, std::string_view cell, const TableStyle& style) {
  const char special[] = {style.separator, '"', '\n', '\r', 0};
  const bool plain = cell.find_first_of(special) == std::string_view::npos && (cell.empty() || cell[0] != ' ');
  if (plain) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_escaped(std::string& out, std::string_view cell) {
  for (const char c : cell) {
    switch (c) {
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\\': out += "\\\\"; break;
      default: out += c;
    }
  }
}

void append_row(std::string& out, const Cells& cells, const TableStyle& style) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += style.separator;
    std::string cell = is_well_formed_utf8(cells[i]) ? cells[i] : repair_utf8(cells[i]);
    if (style.excel && looks_like_formula(cell)) cell.insert(0, 1, '\'');
    if (style.separator == '\t' && !style.excel)
      append_escaped(out, cell);
    else
      append_quoted(out, cell, style);
  }
  out += style.excel ? "\r\n" : "\n";
}

std::string or_empty(const std::optional<std::string>& text) { return text.value_or(""); }
std::string or_empty(const char* text) { return text ? text : ""; }
const char* yes_or_no(bool truth) { return truth ? "true" : "false"; }

// Several values in one cell.
template <class List, class Text>
std::string join(const List& list, Text text) {
  std::string out;
  for (const auto& item : list) {
    const std::string part = text(item);
    if (part.empty()) continue;
    if (!out.empty()) out += "; ";
    out += part;
  }
  return out;
}

std::string name_of(const Participant& p) {
  return p.kind == ParticipantKind::kPerson ? p.name : fmt::format("{} of {}", label(p.kind), p.name);
}

void add_quote(Cells& cells, const Quote& quote) {
  cells.push_back(std::to_string(quote.start));
  cells.push_back(std::to_string(quote.end));
  cells.push_back(quote.text);
}

std::string countries_of(const Event& event) {
  std::vector<std::string> countries;
  for (const Participant& p : event.participants)
    if (p.country && std::find(countries.begin(), countries.end(), *p.country) == countries.end())
      countries.push_back(*p.country);
  return join(countries, [](const std::string& country) { return country; });
}

void add_date(Cells& cells, const std::optional<EventDate>& date) {
  if (!date) return cells.resize(cells.size() + 5);
  cells.insert(cells.end(), {or_empty(date->start_date), or_empty(date->end_date), label(date->grain),
                             or_empty(date->timex), label(date->certainty)});
}

Cells cells_of(const Event& event) {
  const auto reference = [](const EntityReference& r) { return r.name; };
  const auto initiator = [](const Participant& p) { return p.initiator ? name_of(p) : std::string(); };
  Cells cells = {event.id, label(event.type), or_empty(label(event.medium)), label(event.status),
                 yes_or_no(event.main)};
  add_date(cells, event.date);
  cells.insert(cells.end(),
               {join(event.participants, name_of),
                join(event.participants, [](const Participant& p) { return or_empty(p.entity); }), countries_of(event),
                join(event.participants, initiator), event.location ? event.location->name : "",
                event.location ? or_empty(event.location->country) : "",
                join(event.topics, [](const TopicMention& t) { return t.id; }), join(event.agreements, reference),
                join(event.attribution, reference), event.codes.ace, or_empty(event.codes.cameo),
                or_empty(event.codes.plover), join(event.codes.plover_modes, [](const std::string& m) { return m; }),
                fmt::format("{:.2f}", std::clamp(event.confidence, 0.0, 1.0))});
  if (event.evidence.empty())
    cells.resize(cells.size() + 3);
  else
    add_quote(cells, event.evidence[0].quote);
  return cells;
}

Cells cells_of(const Entity& entity, const EntityMention& mention) {
  Cells cells = {entity.id,
                 label(entity.type),
                 entity.name,
                 entity.native_name,
                 or_empty(entity.wikidata),
                 or_empty(entity.country),
                 yes_or_no(entity.known),
                 label(mention.form)};
  add_quote(cells, mention.quote);
  return cells;
}

Cells cells_of(const Record& record, const Event& event, const Statement& statement) {
  const auto name = [&](const std::string& id) {
    for (const Entity& entity : record.entities)
      if (entity.id == id) return entity.name;
    return id;
  };
  const auto same = [](const std::string& id) { return id; };
  Cells cells = {event.id, join(statement.speakers, name), join(statement.speakers, same), label(statement.act),
                 join(statement.topics, same)};
  add_quote(cells, statement.quote);
  return cells;
}

Cells cells_of(const Time& time) {
  Cells cells = {label(time.type),  or_empty(time.timex),      or_empty(time.start_date), or_empty(time.end_date),
                 label(time.grain), or_empty(label(time.mod)), label(time.basis)};
  add_quote(cells, time.quote);
  return cells;
}

void each_row(const Record& record, Rows rows, const std::function<void(const Cells&)>& take) {
  switch (rows) {
    case Rows::kMentions:
      for (const Entity& entity : record.entities)
        for (const EntityMention& mention : entity.mentions) take(cells_of(entity, mention));
      break;
    case Rows::kStatements:
      for (const Event& event : record.events)
        for (const Statement& statement : event.statements) take(cells_of(record, event, statement));
      break;
    case Rows::kTimes:
      for (const Time& time : record.times) take(cells_of(time));
      break;
    default:
      for (const Event& event : record.events) take(cells_of(event));
  }
}

}  // namespace

std::string table_header(Rows rows, const TableStyle& style) {
  Cells cells(kArticleColumns.begin(), kArticleColumns.end());
  cells.insert(cells.end(), columns_of(rows).begin(), columns_of(rows).end());
  std::string out = style.excel ? "\xEF\xBB\xBF" : "";
  append_row(out, cells, style);
  return out;
}

std::string to_table(const Record& record, Rows rows, const TableStyle& style) {
  const Cells article = {record.id, or_empty(record.url), or_empty(record.source),
                         record.published ? record.published->value : ""};
  std::string out;
  each_row(record, rows, [&](const Cells& cells) {
    Cells row = article;
    row.insert(row.end(), cells.begin(), cells.end());
    append_row(out, row, style);
  });
  return out;
}

}  // namespace mahdar
