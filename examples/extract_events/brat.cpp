#include "brat.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <tuple>

#include "io/labels.h"
#include "text/utf8.h"

namespace extract_events {
namespace {

using mahdar::Quote;

std::string capital(std::string_view word) {
  std::string out(word);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = char(out[0] - 32);
  return out;
}

// "3 9", or "3 9;10 14" where a line breaks within.
std::string fragments(const Quote& quote) {
  std::string out;
  std::size_t begin = quote.start, at_point = quote.start;
  const auto close = [&](std::size_t end) {
    if (end > begin) out += fmt::format("{}{} {}", out.empty() ? "" : ";", begin, end);
    begin = end + 1;
  };
  for (std::size_t at = 0; at < quote.text.size(); ++at_point)
    if (mahdar::next_code_point(quote.text, at) == '\n') close(at_point);
  close(quote.end);
  return out;
}

std::string one_line(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return text;
}

class Writer {
 public:
  std::string write(const mahdar::Record& record) {
    for (const mahdar::Entity& entity : record.entities)
      for (const mahdar::EntityMention& mention : entity.mentions) add_mention(entity, mention);
    for (const mahdar::Time& time : record.times) note(bound("Time", time.quote), one_line(time.timex.value_or("")));
    for (const mahdar::Event& event : record.events) add_event(event);
    return std::move(out_);
  }

 private:
  // The number of the annotation of a stretch of text as a kind of thing.
  std::size_t bound(const std::string& type, const Quote& quote) {
    const auto [at, is_new] = bound_.emplace(std::tuple(type, quote.start, quote.end), bound_.size() + 1);
    if (is_new) out_ += fmt::format("T{}\t{} {}\t{}\n", at->second, type, fragments(quote), one_line(quote.text));
    return at->second;
  }
  std::size_t of_any_type(const Quote& quote) {
    for (const char* type : {"Person", "Place", "Organization", "Agreement", "Time"}) {
      const auto found = bound_.find(std::tuple(std::string(type), quote.start, quote.end));
      if (found != bound_.end()) return found->second;
    }
    return bound("Actor", quote);
  }

  void add_mention(const mahdar::Entity& entity, const mahdar::EntityMention& mention) {
    const std::size_t number = bound(capital(mahdar::label(entity.type)), mention.quote);
    if (entity.wikidata)
      out_ += fmt::format("N{}\tReference T{} Wikidata:{}\t{}\n", ++normalizations_, number, *entity.wikidata,
                          one_line(entity.name));
  }
  void note(std::size_t number, const std::string& text) {
    if (!text.empty()) out_ += fmt::format("#{}\tAnnotatorNotes T{}\t{}\n", ++notes_, number, text);
  }

  void add_event(const mahdar::Event& event) {
    if (event.evidence.empty()) return;
    const std::string type = capital(mahdar::label(event.type));
    std::string roles;
    std::map<std::string, int> counts;
    const auto role = [&](const std::string& name, std::size_t number) {
      const int count = ++counts[name];
      roles += fmt::format(" {}{}:T{}", name, count > 1 ? std::to_string(count) : "", number);
    };
    for (const mahdar::Participant& p : event.participants)
      if (p.quote) role(capital(mahdar::label(p.role)), of_any_type(*p.quote));
    if (event.location && event.location->quote) role("Location", of_any_type(*event.location->quote));
    if (event.date && event.date->quote) role("Date", of_any_type(*event.date->quote));
    for (const mahdar::Statement& statement : event.statements) role("Said", bound("Statement", statement.quote));
    const std::size_t trigger = bound(type, event.evidence[0].quote);
    const std::size_t number = ++events_;
    out_ += fmt::format("E{}\t{}:T{}{}\n", number, type, trigger, roles);
    out_ += fmt::format("A{}\tStatus E{} {}\n", number, number, mahdar::label(event.status));
  }

  std::string out_;
  std::map<std::tuple<std::string, std::size_t, std::size_t>, std::size_t> bound_;
  std::size_t normalizations_ = 0, notes_ = 0, events_ = 0;
};

}  // namespace

std::string to_brat(const mahdar::Record& record) { return Writer().write(record); }

std::string brat_configuration() {
  const char* const roles =
      "Host*:<ENTITY>, Guest*:<ENTITY>, Mediator*:<ENTITY>, Participant*:<ENTITY>, Location?:<ENTITY>, Date?:<ENTITY>, "
      "Said*:Statement";
  return fmt::format(
      "[entities]\nPerson\nPlace\nOrganization\nAgreement\nTime\nActor\nStatement\n\n[relations]\n\n"
      "[events]\nCall {0}\nMeeting {0}\n\n[attributes]\nStatus Arg:<EVENT>, Value:occurred|planned|proposed|cancelled|denied\n",
      roles);
}

}  // namespace extract_events
