// The writers: JSON, the text for a terminal, tables.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "io/json.h"
#include "io/table.h"
#include "io/terminal.h"
#include "text/utf8.h"

namespace mahdar::test {
namespace {

using Json = nlohmann::ordered_json;
using Keys = std::vector<std::string>;

Keys keys_of(const Json& object) {
  Keys keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

Record full_record() {
  const Quote quote{3, 7, "word"};
  Record record;
  record.id = "a";
  record.published = Published{"2021-10-07", PublishedBasis::kDateline};
  record.segments = {{1, 2}};
  record.entities = {
      {"person/x-1", EntityType::kPerson, "N", "n", std::nullopt, "TUR", false, {{quote, MentionForm::kOffice}}}};
  record.times.resize(1);
  record.warnings = {{"c", "m", std::nullopt, 4}};
  Event event;
  event.id = "e1";
  event.date = EventDate{};
  event.participants.resize(1);
  event.location = EntityReference{"place/a", "A", std::nullopt, quote};
  event.topics = {{"t", "T", {quote}}};
  event.agreements = {{"agreement/a", "A", std::nullopt, std::nullopt}};
  event.statements = {{{"person/x-1"}, SpeechAct::kExpressConcern, quote, {"t"}}};
  event.attribution = event.agreements;
  event.evidence = {{quote, "ar/call/x"}};
  event.confidence = 0.9;
  record.events = {event};
  return record;
}

TEST(JsonWriter, WritesEveryKeyInTheOrderOfTheSchema) {
  const Json json = Json::parse(to_json(full_record()));
  EXPECT_EQ(keys_of(json), (Keys{"schema", "extractor", "id", "url", "title", "source", "language", "published", "text",
                                 "offset_unit", "segments", "entities", "times", "events", "warnings", "error"}));
  EXPECT_EQ(keys_of(json["segments"][0]), (Keys{"start", "end", "kind"}));
  EXPECT_EQ(keys_of(json["entities"][0]),
            (Keys{"id", "type", "name", "native_name", "wikidata", "country", "known", "mentions"}));
  EXPECT_EQ(keys_of(json["entities"][0]["mentions"][0]), (Keys{"start", "end", "text", "form"}));
  EXPECT_EQ(keys_of(json["times"][0]),
            (Keys{"start", "end", "text", "type", "timex", "start_date", "end_date", "grain", "mod", "basis"}));
  EXPECT_EQ(keys_of(json["warnings"][0]), (Keys{"code", "message", "start", "end"}));
  const Json& event = json["events"][0];
  EXPECT_EQ(keys_of(event), (Keys{"id", "type", "medium", "status", "main", "codes", "date", "participants", "location",
                                  "topics", "agreements", "statements", "attribution", "evidence", "confidence"}));
  EXPECT_EQ(keys_of(event["codes"]), (Keys{"ace", "cameo", "plover", "plover_modes"}));
  EXPECT_EQ(keys_of(event["date"]),
            (Keys{"timex", "start_date", "end_date", "grain", "certainty", "start", "end", "text"}));
  EXPECT_EQ(keys_of(event["participants"][0]),
            (Keys{"kind", "entity", "name", "role", "initiator", "country", "office", "start", "end", "text"}));
  EXPECT_EQ(keys_of(event["location"]), (Keys{"entity", "name", "country", "start", "end", "text"}));
  EXPECT_EQ(keys_of(event["topics"][0]), (Keys{"id", "label", "mentions"}));
  EXPECT_EQ(keys_of(event["agreements"][0]), (Keys{"entity", "name", "start", "end", "text"}));
  EXPECT_EQ(keys_of(event["statements"][0]), (Keys{"speakers", "act", "start", "end", "text", "topics"}));
  EXPECT_EQ(keys_of(event["attribution"][0]), (Keys{"entity", "name", "start", "end", "text"}));
  EXPECT_EQ(keys_of(event["evidence"][0]), (Keys{"start", "end", "text", "rule"}));
}

TEST(JsonWriter, WritesNullForWhatIsNotKnown) {
  const Json json = Json::parse(to_json(full_record()));
  for (const char* key : {"url", "title", "source", "text", "error"}) EXPECT_TRUE(json[key].is_null()) << key;
  EXPECT_TRUE(json["events"][0]["medium"].is_null());
  EXPECT_TRUE(json["times"][0]["mod"].is_null());
  EXPECT_TRUE(json["warnings"][0]["start"].is_null());
  EXPECT_EQ(json["warnings"][0]["end"], 4);
  for (const char* key : {"start", "end", "text"})
    EXPECT_TRUE(json["events"][0]["participants"][0][key].is_null()) << key;
  EXPECT_EQ(json["events"][0]["statements"][0]["act"], "express-concern");
  EXPECT_EQ(json["published"]["basis"], "dateline");
}

TEST(JsonWriter, PrintsConfidenceWithTwoDecimals) {
  const std::pair<double, const char*> cases[] = {{0, "0.00"},
                                                  {0.9, "0.90"},
                                                  {0.974, "0.97"},
                                                  {0.005, "0.01"},
                                                  {0.999, "1.00"},
                                                  {1, "1.00"},
                                                  {7, "1.00"},
                                                  {-1, "0.00"},
                                                  {std::nan(""), "0.00"},
                                                  {std::numeric_limits<double>::infinity(), "1.00"}};
  for (const auto& [confidence, printed] : cases) {
    Record record = full_record();
    record.events[0].confidence = confidence;
    EXPECT_NE(to_json(record).find(std::string("\"confidence\":") + printed + "}"), std::string::npos) << confidence;
  }
}

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(JsonWriter, EscapesWhatSplitsLinesOrBreaksJson) {
  EXPECT_EQ(json_string("a\"\\\n\r\t\b\f"), R"("a\"\\\n\r\t\b\f")");
  EXPECT_EQ(json_string(std::string_view("\0\x1f", 2)), R"("\u0000\u001f")");
  EXPECT_EQ(json_string("\xE2\x80\xA8|\xE2\x80\xA9|\xC2\x85"), R"("\u2028|\u2029|\u0085")");
  EXPECT_EQ(json_string("\xE2\x80\xA6\xC2\x84\xD8\xA7"), "\"\xE2\x80\xA6\xC2\x84\xD8\xA7\"");
}

TEST(JsonWriter, ReplacesIllFormedBytes) {
  EXPECT_EQ(json_string("a\xFFz"), "\"a\xEF\xBF\xBDz\"");
  EXPECT_EQ(json_string("\xE2\x80"), "\"\xEF\xBF\xBD\"");
  EXPECT_EQ(json_string("\xC2"), "\"\xEF\xBF\xBD\"");
  EXPECT_EQ(json_string("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");  // a surrogate
}

// Every code point, alone and amid others; the three that end a line for some readers are escaped by us alone.
TEST(JsonWriter, WritesStringsAsNlohmannDoes) {
  std::string all;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if ((c >= 0xD800 && c <= 0xDFFF) || c == 0x85 || c == 0x2028 || c == 0x2029) continue;
    std::string one;
    append_utf8(one, c);
    if (c < 0x3000) ASSERT_EQ(json_string(one), Json(one).dump()) << std::hex << std::uint32_t(c);
    all += one;
  }
  EXPECT_EQ(json_string(all), Json(all).dump());
}

TEST(JsonWriter, WritesRecordsAsNlohmannDoes) {
  Record record = full_record();
  record.events[0].confidence = 0.95;  // nlohmann drops a last zero
  record.title = "a \"b\" \\ \x01\n\xD8\xA7/";
  record.events[0].codes = {"Contact.Meet", "036", std::nullopt, {"x", "y"}};
  EXPECT_EQ(to_json(record), Json::parse(to_json(record)).dump());
}

TEST(JsonWriter, WritesAnyRecord) {
  Record record = full_record();
  record.offset_unit = OffsetUnit(99);
  record.events[0].medium = Medium(-1);
  record.events[0].participants[0].name = std::string("\0\xF0\x9F", 3);
  EXPECT_TRUE(Json::accept(to_json(record)));
}

TEST(JsonLayout, IndentsAndKeepsTheValue) {
  EXPECT_EQ(indent_json(R"({"a":[],"b":{},"c":[1,{"d":"{\",[\\"}]})"),
            "{\n  \"a\": [],\n  \"b\": {},\n  \"c\": [\n    1,\n    {\n      \"d\": \"{\\\",[\\\\\"\n    }\n  ]\n}");
  const std::string line = to_json(full_record());
  EXPECT_EQ(Json::parse(indent_json(line)), Json::parse(line));
  EXPECT_NE(indent_json(line).find("0.90"), std::string::npos);
}

// --- The terminal

TEST(Terminal, LeavesOutControlsAndIsolatesArabic) {
  EXPECT_EQ(for_terminal("\x1B[31mred\x07\n  \t two "), "[31mred two");
  EXPECT_EQ(for_terminal("\xD8\xA7\xE2\x80\xAE\xD8\xA8"), "\xE2\x81\xA8\xD8\xA7\xD8\xA8\xE2\x81\xA9");
  EXPECT_EQ(for_terminal("a\xE2\x81\xA9z\xC2\x9B\xFF"),
            "\xE2\x81\xA8"
            "az\xEF\xBF\xBD\xE2\x81\xA9");
  EXPECT_EQ(for_terminal("Erdo\xC4\x9F"
                         "an"),
            "Erdo\xC4\x9F"
            "an");
}

TEST(Terminal, CutsAtAWord) {
  EXPECT_EQ(for_terminal("one two three", 8), "one two\xE2\x80\xA6");
  EXPECT_EQ(for_terminal("one two three", 7), "one two\xE2\x80\xA6");
  EXPECT_EQ(for_terminal("onetwothree", 3), "one\xE2\x80\xA6");
  EXPECT_EQ(for_terminal("one two", 7), "one two");
}

TEST(Terminal, ShowsARecord) {
  Record record = full_record();
  record.events[0].participants[0].name = "N";
  record.events[0].participants[0].initiator = true;
  const std::string text = to_terminal_text(record);
  for (const char* part :
       {"2021-10-07 (dateline)", "e1  meeting, occurred", "place        A  word", "participants N; initiator",
        "statements   N: express-concern: word", "evidence     ar/call/x: word", "0.90"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  Record failed;
  failed.id = "b";
  failed.error = RecordError{"not-json", "why"};
  EXPECT_EQ(to_terminal_text(failed), "b  und\n  error: not-json: why\n");
}

// --- Tables

std::vector<std::string> lines_of(const std::string& text, const std::string& end = "\n") {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = text.find(end, at);
    lines.push_back(text.substr(at, found - at));
    at = found == std::string::npos ? text.size() : found + end.size();
  }
  return lines;
}

TEST(Table, HasACellForEveryColumn) {
  for (const Rows rows : {Rows::kEvents, Rows::kMentions, Rows::kStatements, Rows::kTimes}) {
    const TableStyle tabs{'\t', false};
    const std::string header = table_header(rows, tabs), body = to_table(full_record(), rows, tabs);
    EXPECT_EQ(lines_of(body).size(), 1u);
    EXPECT_EQ(std::count(body.begin(), body.end(), '\t'), std::count(header.begin(), header.end(), '\t')) << header;
  }
}

TEST(Table, QuotesWhatSeparates) {
  Record record = full_record();
  record.id = "a,\"b\"\nc";
  record.url = " d";
  EXPECT_EQ(to_table(record, Rows::kMentions, {}).substr(0, 18), "\"a,\"\"b\"\"\nc\",\" d\",,");
  record.id = "a\tb\nc\\d";
  EXPECT_EQ(to_table(record, Rows::kMentions, {'\t', false}).substr(0, 11), "a\\tb\\nc\\\\d\t");
}

TEST(Table, HoldsNoFormulaForASpreadsheet) {
  for (const char* formula : {"=1+1", "+1", "-1", "@x"}) {
    Record record = full_record();
    record.id = formula;
    EXPECT_EQ(to_table(record, Rows::kTimes, {',', true}).substr(0, 3), std::string("'") + std::string(formula, 2));
  }
  EXPECT_EQ(table_header(Rows::kTimes, {',', true}).substr(0, 6), "\xEF\xBB\xBFid,");
}

TEST(Table, ARecordWithAnErrorHasNoRows) {
  Record record;
  record.error = RecordError{"no-text", "none"};
  for (const Rows rows : {Rows::kEvents, Rows::kMentions, Rows::kStatements, Rows::kTimes})
    EXPECT_EQ(to_table(record, rows, {}), "");
}

}  // namespace
}  // namespace mahdar::test
