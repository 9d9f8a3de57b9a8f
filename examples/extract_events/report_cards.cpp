// Event cards and the timeline.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "io/labels.h"
#include "report_parts.h"

namespace extract_events {
namespace {

using mahdar::label;

constexpr std::size_t kMostNumbers = 40;  // events that the style sheet has rules for

// A row of a card; nothing where there is nothing to say.
std::string row(std::string_view name, const std::string& html) {
  return html.empty() ? std::string() : fmt::format("<dt>{}</dt><dd>{}</dd>", name, html);
}

std::string bdi(std::string_view text) { return "<bdi>" + escape(text) + "</bdi>"; }

std::string ltr(std::string_view text) {
  return text.empty() ? std::string() : "<bdi dir=\"ltr\">" + escape(text) + "</bdi>";
}

std::string name_of(const mahdar::Record& record, const std::string& id) {
  for (const mahdar::Entity& entity : record.entities)
    if (entity.id == id) return entity.native_name.empty() ? entity.name : entity.native_name;
  return id;
}

std::string participant_row(const mahdar::Record& record, const mahdar::Participant& participant) {
  const Party party = party_of(record, participant);
  std::string out = "<b>" + bdi(party.name) + "</b>";
  if (!party.english.empty()) out += " <small>" + bdi(party.english) + "</small>";
  if (participant.role != mahdar::Role::kParticipant) out += fmt::format(" <i>{}</i>", label(participant.role));
  if (participant.initiator) out += " <i>initiator</i>";
  if (participant.office) out += "<br><small>" + bdi(*participant.office) + "</small>";
  return "<li>" + out + "</li>";
}

std::string heading(const mahdar::Event& event, std::size_t place) {
  const char* const medium = label(event.medium);
  return fmt::format("<h3><span class=\"number\">{}</span> {}{} <span class=\"status\">{}</span></h3>", place + 1,
                     label(event.type), medium ? fmt::format(", {}", medium) : "", label(event.status));
}

template <class List, class Html>
std::string joined(const List& list, std::string_view separator, Html html) {
  std::string out;
  for (const auto& item : list) {
    if (!out.empty()) out += separator;
    out += html(item);
  }
  return out;
}

std::string card(const mahdar::Record& record, const mahdar::Event& event, std::size_t place) {
  const auto reference = [&](const mahdar::EntityReference& r) { return bdi(name_of(record, r.entity)); };
  std::string out = fmt::format("<section class=\"card {}\">", event_classes(event, place)) + heading(event, place);
  out += "<ul class=\"parties\">" +
         joined(event.participants, "", [&](const auto& p) { return participant_row(record, p); }) + "</ul><dl>";
  std::string day = ltr(days_of(event));
  if (event.date && event.date->quote) day += " " + bdi(event.date->quote->text);
  out += row("day", day);
  if (event.location) out += row("place", reference(*event.location));
  out += row("topics", joined(event.topics, " ", [](const auto& topic) {
               return "<span class=\"chip\" dir=\"ltr\">" + escape(topic.label) + "</span>";
             }));
  out += row("agreements", joined(event.agreements, "; ", reference));
  out += row("said", joined(event.statements, "<br>", [&](const mahdar::Statement& statement) {
               const auto speaker = [&](const std::string& id) { return bdi(name_of(record, id)); };
               return joined(statement.speakers, ", ", speaker) + fmt::format(" <i>{}</i>: ", label(statement.act)) +
                      "<q>" + escape(statement.quote.text) + "</q>";
             }));
  out += row("reported by", joined(event.attribution, "; ", reference));
  out += row("codes", joined(std::vector<std::string>{"ACE " + event.codes.ace,
                                                      event.codes.cameo ? "CAMEO " + *event.codes.cameo : "",
                                                      event.codes.plover ? "PLOVER " + *event.codes.plover : ""},
                             " ", ltr));
  return out + row("confidence", fmt::format("{:.2f}", event.confidence)) + "</dl></section>";
}

}  // namespace

std::string event_classes(const mahdar::Event& event, std::size_t place) {
  std::string out = fmt::format("{} {}", label(event.type), label(event.status));
  if (!event.main) out += " background";
  return place < kMostNumbers ? fmt::format("{} k{}", out, place + 1) : out;
}

std::string days_of(const mahdar::Event& event) {
  if (!event.date) return {};
  const mahdar::EventDate& date = *event.date;
  if (!date.start_date) return date.timex.value_or("");
  const bool range = date.end_date && *date.end_date != *date.start_date;
  return range ? *date.start_date + " \xE2\x80\x93 " + *date.end_date : *date.start_date;
}

std::string cards(const mahdar::Record& record) {
  std::string out;
  for (std::size_t i = 0; i < record.events.size(); ++i) out += card(record, record.events[i], i);
  return out;
}

// Those without a day come last.
std::string timeline(const mahdar::Record& record) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < record.events.size(); ++i) order.push_back(i);
  const auto day = [&](std::size_t i) {
    const std::string days = days_of(record.events[i]);
    return days.empty() ? std::string("~") : days;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return day(a) < day(b); });
  std::string out = "<ol class=\"timeline\">";
  for (const std::size_t i : order) {
    const mahdar::Event& event = record.events[i];
    const std::string days = days_of(event);
    const std::string parties = joined(event.participants, " \xC2\xB7 ",
                                       [&](const mahdar::Participant& p) { return bdi(party_of(record, p).name); });
    out += fmt::format(
        "<li class=\"{}\"><time>{}</time><span class=\"dot\">{}</span><span>{} <small>{}, {}</small></span></li>",
        event_classes(event, i), days.empty() ? "?" : escape(days), i + 1, parties, label(event.type),
        label(event.status));
  }
  return out + "</ol>";
}

}  // namespace extract_events
