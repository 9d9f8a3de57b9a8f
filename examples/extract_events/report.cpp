#include "report.h"

#include <fmt/format.h>

#include <set>

#include "io/labels.h"
#include "report_parts.h"
#include "report_style.h"
#include "text/utf8.h"

namespace extract_events {
namespace {

// Only these lead somewhere; an address of another kind is shown, and no link.
bool is_web_address(std::string_view url) { return url.substr(0, 7) == "http://" || url.substr(0, 8) == "https://"; }

std::string link(const std::optional<std::string>& url) {
  if (!url || url->empty()) return {};
  const std::string text = "<bdi>" + escape(*url) + "</bdi>";
  return is_web_address(*url) ? fmt::format("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", escape(*url), text)
                              : text;
}

std::string facts_of(const mahdar::Record& record) {
  std::string out = "<p class=\"facts\"><bdi>" + escape(record.id) + "</bdi>";
  if (record.source) out += " \xC2\xB7 <bdi>" + escape(*record.source) + "</bdi>";
  if (record.published)
    out += fmt::format(" \xC2\xB7 <bdi>{} ({})</bdi>", escape(record.published->value),
                       mahdar::label(record.published->basis));
  if (const std::string address = link(record.url); !address.empty()) out += " \xC2\xB7 " + address;
  return out + "</p>";
}

constexpr const char* kLegend =
    "<p class=\"legend\" dir=\"ltr\"><mark class=\"person\">person</mark> <mark class=\"place\">place</mark> "
    "<mark class=\"organization\">organization</mark> <mark class=\"agreement\">agreement</mark> "
    "<mark class=\"time\">time</mark> <mark class=\"topic\">topic</mark> <mark class=\"evidence\">contact</mark> "
    "<mark class=\"statement\">statement</mark> <span class=\"strokes\">- - call &mdash; meeting</span></p>\n";

std::string title_of(const mahdar::Record& record) {
  return record.title && !record.title->empty() ? *record.title : record.id;
}

}  // namespace

std::string escape(std::string_view text) {
  const std::string repaired = mahdar::is_well_formed_utf8(text) ? std::string() : mahdar::repair_utf8(text);
  std::string out;
  for (const char c : repaired.empty() ? text : std::string_view(repaired)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      case '\r': out += "&#13;"; break;         // which a parser would turn into a line feed
      case '\0': out += "\xEF\xBF\xBD"; break;  // which HTML cannot hold
      default: out += c;
    }
  }
  return out;
}

Party party_of(const mahdar::Record& record, const mahdar::Participant& participant) {
  const bool person = participant.kind == mahdar::ParticipantKind::kPerson;
  Party party;
  party.country = participant.country.value_or("");
  party.name = person ? participant.name : fmt::format("{} of {}", mahdar::label(participant.kind), participant.name);
  party.key = party.name;
  if (!person || !participant.entity) return party;
  party.key = *participant.entity;
  for (const mahdar::Entity& entity : record.entities) {
    if (entity.id != *participant.entity || entity.native_name.empty()) continue;
    if (entity.native_name != entity.name) party.english = entity.name;
    party.name = entity.native_name;
  }
  return party;
}

std::string page_head(std::string_view title) {
  return fmt::format(
      "<!DOCTYPE html>\n<html dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
      kStyleHash, escape(title), kStyle);
}

std::string page_tail() { return "</body>\n</html>\n"; }

std::string article_section(const mahdar::Record& record) {
  std::string out =
      "<article>\n<header><h1 dir=\"auto\">" + escape(title_of(record)) + "</h1>" + facts_of(record) + "</header>\n";
  if (record.error)
    return out + "<p class=\"trouble\" dir=\"ltr\">" + escape(record.error->message) + "</p></article>\n";
  for (const mahdar::Warning& warning : record.warnings)
    out += "<p class=\"trouble\" dir=\"ltr\">" + escape(warning.message) + "</p>";
  if (record.events.empty())
    out += "<p class=\"trouble\" dir=\"ltr\">no call or meeting</p>\n";
  else
    out += "<div class=\"glance\">" + network(record) + timeline(record) + "</div>\n" + kLegend;
  out += "<div class=\"columns\"><div class=\"text\" dir=\"rtl\">" + marked_text(record) +
         "</div>\n<div class=\"cards\">" + cards(record) + "</div></div>\n";
  return out + "</article>\n";
}

std::string index_begin() {
  return page_head("Calls and meetings") +
         "<table class=\"index\"><thead><tr><th>published</th><th>article</th><th>events</th><th>parties</th></tr></thead><tbody>\n";
}

std::string index_row(const mahdar::Record& record, const std::string& page) {
  std::set<std::string> seen;
  std::string parties, events;
  for (std::size_t i = 0; i < record.events.size(); ++i) {
    const mahdar::Event& event = record.events[i];
    events += fmt::format("<span class=\"event {} {}\">{}</span> ", mahdar::label(event.type),
                          mahdar::label(event.status), mahdar::label(event.type));
    for (const mahdar::Participant& participant : event.participants) {
      const Party party = party_of(record, participant);
      if (seen.insert(party.key).second)
        parties += (parties.empty() ? "<bdi>" : " \xC2\xB7 <bdi>") + escape(party.name) + "</bdi>";
    }
  }
  if (record.error) events = "<span class=\"trouble\">" + escape(record.error->message) + "</span>";
  return fmt::format("<tr><td>{}</td><td dir=\"auto\"><a href=\"{}\">{}</a></td><td>{}</td><td>{}</td></tr>\n",
                     record.published ? escape(record.published->value) : "", escape(page), escape(title_of(record)),
                     events, parties);
}

std::string index_end() { return "</tbody></table>\n" + page_tail(); }

}  // namespace extract_events
