// The article's text with its marks.
#include <algorithm>
#include <map>
#include <utility>

#include "io/labels.h"
#include "report_parts.h"
#include "text/utf8.h"

namespace extract_events {
namespace {

using mahdar::Quote;

// Where a class of marks begins (+1) or ends (-1).
struct Boundary {
  std::size_t at;
  int step;
  std::string name;
};

class Marks {
 public:
  void add(const Quote& quote, const std::string& name) {
    if (quote.start >= quote.end) return;
    boundaries_.push_back({quote.start, 1, name});
    boundaries_.push_back({quote.end, -1, name});
  }
  void add(const std::optional<Quote>& quote, const std::string& name) {
    if (quote) add(*quote, name);
  }
  std::vector<Boundary> sorted() && {
    std::sort(boundaries_.begin(), boundaries_.end(), [](const Boundary& a, const Boundary& b) { return a.at < b.at; });
    return std::move(boundaries_);
  }

 private:
  std::vector<Boundary> boundaries_;
};

void add_event(Marks& marks, const mahdar::Event& event, const std::string& number) {
  for (const mahdar::Evidence& evidence : event.evidence) {
    marks.add(evidence.quote, "evidence");
    marks.add(evidence.quote, number);
  }
  for (const mahdar::Participant& participant : event.participants) marks.add(participant.quote, number);
  if (event.date) marks.add(event.date->quote, number);
  if (event.location) marks.add(event.location->quote, number);
  for (const mahdar::TopicMention& topic : event.topics)
    for (const Quote& quote : topic.mentions) {
      marks.add(quote, "topic");
      marks.add(quote, number);
    }
  for (const mahdar::EntityReference& agreement : event.agreements) marks.add(agreement.quote, number);
  for (const mahdar::Statement& statement : event.statements) {
    marks.add(statement.quote, "statement");
    marks.add(statement.quote, number);
  }
  for (const mahdar::EntityReference& source : event.attribution) marks.add(source.quote, number);
}

std::string opening(const std::map<std::string, int>& open) {
  std::string classes;
  for (const auto& [name, count] : open)
    if (count > 0) classes += (classes.empty() ? "" : " ") + name;
  return classes.empty() ? std::string() : "<mark class=\"" + classes + "\">";
}

// The byte that a code point begins at.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}
  std::size_t byte_of(std::size_t code_point) {
    for (; count_ < code_point && byte_ < text_.size(); ++count_) mahdar::next_code_point(text_, byte_);
    return byte_;
  }

 private:
  std::string_view text_;
  std::size_t count_ = 0, byte_ = 0;
};

}  // namespace

std::string marked_text(const mahdar::Record& record) {
  const std::string text = record.text.value_or("");
  Marks marks;
  for (const mahdar::Entity& entity : record.entities)
    for (const mahdar::EntityMention& mention : entity.mentions) marks.add(mention.quote, mahdar::label(entity.type));
  for (const mahdar::Time& time : record.times) marks.add(time.quote, "time");
  for (std::size_t i = 0; i < record.events.size(); ++i)
    add_event(marks, record.events[i], "k" + std::to_string(i + 1));
  for (const mahdar::Segment& segment : record.segments) marks.add(Quote{segment.start, segment.end, {}}, "furniture");

  std::string out;
  std::map<std::string, int> open;
  CodePoints code_points(text);
  std::size_t done = 0;
  const auto write_to = [&](std::size_t end) {
    if (end == done) return;
    const std::string mark = opening(open);
    out += mark + escape(std::string_view(text).substr(done, end - done)) + (mark.empty() ? "" : "</mark>");
    done = end;
  };
  for (const Boundary& boundary : std::move(marks).sorted()) {
    write_to(code_points.byte_of(boundary.at));
    open[boundary.name] += boundary.step;
  }
  write_to(text.size());
  return out;
}

}  // namespace extract_events
