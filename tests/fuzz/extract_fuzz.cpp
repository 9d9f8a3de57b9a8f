// Any bytes give a record: every span lies in the text, begins and ends at a character and is equal to its quote; the
// JSON parses; and the same bytes give the same JSON again.
//
// The input is an article's text. Its last byte chooses whether the article's day is known.
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "mahdar/mahdar.h"
#include "promise.h"

namespace {

using mahdar::Quote;
using mahdar::Record;
using mahdar::fuzz::check_quote;
using mahdar::fuzz::check_span;
using mahdar::fuzz::require;

template <typename Holder>
void check_optional(std::string_view text, const Holder& holder) {
  if (holder.quote) check_quote(text, *holder.quote);
}

void check_event(std::string_view text, const mahdar::Event& event) {
  if (event.date) check_optional(text, *event.date);
  for (const auto& participant : event.participants) check_optional(text, participant);
  if (event.location) check_optional(text, *event.location);
  for (const auto& topic : event.topics)
    for (const Quote& mention : topic.mentions) check_quote(text, mention);
  for (const auto& agreement : event.agreements) check_optional(text, agreement);
  for (const auto& statement : event.statements) check_quote(text, statement.quote);
  for (const auto& attribution : event.attribution) check_optional(text, attribution);
  require(!event.evidence.empty(), "an event has evidence");
  for (const auto& evidence : event.evidence) check_quote(text, evidence.quote);
  require(event.confidence >= 0 && event.confidence <= 1, "confidence lies between 0 and 1");
}

void check_record(const Record& record) {
  require(record.text.has_value(), "the record repeats its text");
  const std::string_view text = *record.text;
  for (const auto& segment : record.segments) check_span(text, segment.start, segment.end);
  for (const auto& entity : record.entities)
    for (const auto& mention : entity.mentions) check_quote(text, mention.quote);
  for (const auto& time : record.times) check_quote(text, time.quote);
  for (const auto& event : record.events) check_event(text, event);
}

const mahdar::Extractor& extractor() {
  static const mahdar::Extractor built = [] {
    mahdar::Options options;
    options.offset_unit = mahdar::OffsetUnit::kByte;
    options.with_text = true;
    return mahdar::Extractor(options);
  }();
  return built;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  mahdar::Article article;
  article.id = "fuzz";
  article.language = "ar";  // so that every input goes through all stages
  article.text.assign(reinterpret_cast<const char*>(data), size);
  if (size > 0 && data[size - 1] % 2 == 0) article.published = "2021-10-07";

  const Record record = extractor().extract(article);
  check_record(record);
  const std::string json = mahdar::to_json(record);
  require(nlohmann::json::accept(json), "the JSON parses");
  require(json.find('\n') == std::string::npos, "the JSON is one line");
  require(mahdar::to_json(extractor().extract(article)) == json, "equal bytes give equal JSON");
  return 0;
}
