#include "io/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "io/labels.h"
#include "text/utf8.h"

namespace mahdar {
namespace {

constexpr std::size_t kQuoteLength = 100;
constexpr std::size_t kLineLength = 100;           // of a list of topics
constexpr unsigned char kFirstRightToLeft = 0xD6;  // lead byte of U+0580 and up
constexpr std::string_view kIsolate = "\xE2\x81\xA8", kEndIsolate = "\xE2\x81\xA9", kEllipsis = "\xE2\x80\xA6";

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x2028 || c == 0x2029;
}

// Controls of the terminal, of the direction of text, and tags that nobody sees.
bool is_unsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F);
}

// Marks text by ANSI escapes, or leaves it as it is.
struct Colour {
  bool on;
  std::string mark(const char* code, std::string_view text) const {
    return on ? fmt::format("\x1B[{}m{}\x1B[0m", code, text) : std::string(text);
  }
  std::string heading(std::string_view text) const { return mark("1", text); }
  std::string name(std::string_view text) const { return mark("36", text); }
  std::string trouble(std::string_view text) const { return mark("31", text); }
};

class Block {
 public:
  Block(std::string& out, const Colour& colour) : out_(out), colour_(colour) {}
  // A line "    name  text"; the name is left out where it is that of the line before.
  void line(std::string_view name, std::string_view text) {
    const std::string padded = fmt::format("{:<13}", name == last_ ? std::string_view() : name);
    fmt::format_to(std::back_inserter(out_), "    {}{}\n", colour_.name(padded), text);
    last_ = name;
  }

 private:
  std::string& out_;
  const Colour& colour_;
  std::string_view last_;
};

using Names = std::map<std::string_view, std::string_view>;  // of entities, by id

std::string with_quote(std::string text, const std::optional<Quote>& quote) {
  if (quote) text += "  " + for_terminal(quote->text, kQuoteLength);
  return text;
}

std::string in_brackets(const std::optional<std::string>& text) {
  return text ? fmt::format(" ({})", for_terminal(*text)) : "";
}

std::string describe(const EventDate& date) {
  std::string days = for_terminal(date.start_date.value_or(date.timex.value_or("?")));
  if (date.start_date && date.end_date && *date.end_date != *date.start_date)
    days += " to " + for_terminal(*date.end_date);
  return with_quote(days + ", " + label(date.certainty), date.quote);
}

std::string describe(const Participant& participant) {
  std::string text = for_terminal(participant.name);
  if (participant.kind == ParticipantKind::kLeader) text = "leader of " + text;
  if (participant.kind == ParticipantKind::kDelegation) text = "delegation of " + text;
  text += in_brackets(participant.country);
  if (participant.office) text += ", " + for_terminal(*participant.office);
  if (participant.role != Role::kParticipant) text += std::string("; ") + label(participant.role);
  if (participant.initiator) text += "; initiator";
  return text;
}

std::string describe(const Statement& statement, const Names& names) {
  std::string speakers;
  for (const std::string& id : statement.speakers) {
    const auto name = names.find(id);
    speakers +=
        (speakers.empty() ? "" : ", ") + for_terminal(name == names.end() ? std::string_view(id) : name->second);
  }
  return fmt::format("{}: {}: {}", speakers, label(statement.act), for_terminal(statement.quote.text, kQuoteLength));
}

void add_topics(Block& block, const std::vector<TopicMention>& topics) {
  std::string line;
  for (const TopicMention& topic : topics) {
    const std::string label = for_terminal(topic.label);
    if (!line.empty() && line.size() + label.size() > kLineLength) {
      block.line("topics", line + ";");
      line.clear();
    }
    line += (line.empty() ? "" : "; ") + label;
  }
  if (!line.empty()) block.line("topics", line);
}

void add_event(std::string& out, const Event& event, const Names& names, const Colour& colour) {
  const char* const medium = label(event.medium);
  const std::string heading = fmt::format("{}{}, {}{}", label(event.type), medium ? fmt::format(" ({})", medium) : "",
                                          label(event.status), event.main ? "" : ", background");
  fmt::format_to(std::back_inserter(out), "\n  {}  {}\n", for_terminal(event.id), colour.heading(heading));
  Block block(out, colour);
  if (event.date) block.line("date", describe(*event.date));
  if (event.location) {
    const EntityReference& place = *event.location;
    block.line("place", with_quote(for_terminal(place.name) + in_brackets(place.country), place.quote));
  }
  for (const Participant& participant : event.participants) block.line("participants", describe(participant));
  add_topics(block, event.topics);
  for (const EntityReference& agreement : event.agreements)
    block.line("agreements", with_quote(for_terminal(agreement.name), agreement.quote));
  for (const Statement& statement : event.statements) block.line("statements", describe(statement, names));
  for (const EntityReference& source : event.attribution)
    block.line("attribution", with_quote(for_terminal(source.name), source.quote));
  for (const Evidence& evidence : event.evidence)
    block.line("evidence", for_terminal(evidence.rule) + ": " + for_terminal(evidence.quote.text, kQuoteLength));
  const int percent = event.confidence > 0 ? int(std::lround(std::min(event.confidence, 1.0) * 100)) : 0;
  block.line("confidence", fmt::format("{}.{:02}", percent / 100, percent % 100));
}

// What is left of a text after cutting.
std::string_view cut(std::string_view clean, std::size_t most) {
  std::size_t at = 0, last_space = 0;
  for (std::size_t count = 0; at < clean.size() && count < most; ++count)
    if (next_code_point(clean, at) == ' ') last_space = at - 1;
  if (at >= clean.size()) return clean;
  if (clean[at] == ' ') last_space = at;
  return clean.substr(0, last_space > 0 ? last_space : at);
}

std::string cleaned(std::string_view text) {
  std::string clean;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) space = !clean.empty();
    if (is_space(c) || is_unsafe(c)) continue;
    if (std::exchange(space, false)) clean += ' ';
    append_utf8(clean, c);
  }
  return clean;
}

}  // namespace

std::string for_terminal(std::string_view text, std::size_t most) {
  const std::string clean = is_well_formed_utf8(text) ? cleaned(text) : cleaned(repair_utf8(text));
  const std::string_view kept = most > 0 ? cut(clean, most) : clean;
  const bool plain =
      std::all_of(kept.begin(), kept.end(), [](char c) { return static_cast<unsigned char>(c) < kFirstRightToLeft; });
  std::string out;
  if (!plain) out += kIsolate;
  out += kept;
  if (kept.size() < clean.size()) out += kEllipsis;
  if (!plain) out += kEndIsolate;
  return out;
}

std::string to_terminal_text(const Record& record, bool with_colour) {
  const Colour colour{with_colour};
  std::string out = colour.heading(for_terminal(record.id)) + "  " + for_terminal(record.language);
  if (record.published)
    out += fmt::format("  {} ({})", for_terminal(record.published->value), label(record.published->basis));
  if (record.title) out += "  " + for_terminal(*record.title, kQuoteLength);
  out += '\n';
  if (record.error)
    return out + colour.trouble("  error: ") + for_terminal(record.error->code) + ": " +
           for_terminal(record.error->message) + '\n';
  for (const Warning& warning : record.warnings)
    out += colour.trouble("  warning: ") + for_terminal(warning.code) + ": " + for_terminal(warning.message) + '\n';
  Names names;
  for (const Entity& entity : record.entities) names.emplace(entity.id, entity.name);
  if (record.events.empty()) out += "  no call or meeting\n";
  for (const Event& event : record.events) add_event(out, event, names, colour);
  return out;
}

}  // namespace mahdar
