// The doors: the JSON writer, the article reader, the text for a terminal.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "io/articles.h"
#include "io/json.h"
#include "io/terminal.h"

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

// --- The reader

// What the reader yields, an item a string: "id|published|text" or "!code", with its line in front.
Keys read(const std::string& input, InputFormat format = InputFormat::kDetect,
          std::size_t most = ArticleReader::kMostBytes) {
  std::istringstream in(input);
  ArticleReader reader(in, format, most);
  Keys items;
  for (ArticleItem item; reader.next(item);) {
    const Article& article = item.article;
    items.push_back(std::to_string(item.line) + ":" +
                    (item.error ? "!" + item.error->code : article.id + "|" + article.published + "|" + article.text));
  }
  return items;
}

TEST(ArticleReader, TakesPlainTextWhole) {
  EXPECT_EQ(read("one\n\ntwo\n"), Keys{"0:||one\n\ntwo\n"});
  EXPECT_EQ(read(""), Keys{"0:||"});
  EXPECT_EQ(read(" \n"), Keys{"0:|| \n"});
  EXPECT_EQ(read("[1]"), Keys{"0:||[1]"});
  EXPECT_EQ(read("\xEF\xBB\xBFtext"), Keys{"0:||text"});
  EXPECT_EQ(read("\xEF\xBB"), Keys{"0:||\xEF\xBB"});
  EXPECT_EQ(read(std::string("\0a\0", 3)), Keys{std::string("0:||\0a\0", 7)});
  EXPECT_EQ(read("{\"text\":\"a\"}", InputFormat::kText), Keys{"0:||{\"text\":\"a\"}"});
}

TEST(ArticleReader, TakesAnObject) {
  EXPECT_EQ(read("{\"id\":\"x\",\"text\":\"a\"}"), Keys{"1:x||a"});  // with an id, nothing waits for the end
  EXPECT_EQ(read("\xEF\xBB\xBF  {\"text\":\"a\"}\n"), Keys{"0:||a"});
  EXPECT_EQ(read("{\n  \"text\": \"a\",\n  \"x\": [\n{\n}\n]\n}\n"), Keys{"0:||a"});
  EXPECT_EQ(read("{\r\n\"text\": \"{\"\r\n}"), Keys{"0:||{"});
  EXPECT_EQ(read("{\n\"text\":\"a\"\n}\n{\n\"text\":\"b\"\n}\n"), (Keys{"1:||a", "4:||b"}));
}

TEST(ArticleReader, TakesTheFirstKeyThatHoldsSomething) {
  EXPECT_EQ(read(R"({"article":"6","body":"4","content":"3","maintext":"2","text":"1"})"), Keys{"0:||1"});
  EXPECT_EQ(read(R"({"maintext":null,"text":7,"body":"4","articleBody":"5"})"), Keys{"0:||4"});
  EXPECT_EQ(read(R"({"text":"","content":"3"})"), Keys{"0:||3"});
  EXPECT_EQ(read(R"({"text":""})"), Keys{"0:||"});
  EXPECT_EQ(read(R"({"date_publish":"2020-01-02 03:04:05","date_extracted":"x","text":"a"})"),
            Keys{"0:|2020-01-02 03:04:05|a"});
  EXPECT_EQ(read(R"({"date":{"text":"no"},"source":["text","no"],"url":{"a":1},"id":12,"text":"a"})"), Keys{"1:12||a"});
}

TEST(ArticleReader, FillsEveryField) {
  std::istringstream in(
      R"({"headline":"t","url":"u","source":"s","language":"ar","datePublished":"d","articleBody":"b","id":"i"})");
  ArticleReader reader(in);
  ArticleItem item;
  ASSERT_TRUE(reader.next(item));
  const Article& a = item.article;
  EXPECT_EQ(a.title + a.url + a.source + a.language + a.published + a.text + a.id, "tusardbi");
  EXPECT_FALSE(item.repaired);
}

TEST(ArticleReader, GoesOnAfterABrokenLine) {
  EXPECT_EQ(read("{\"text\":\"a\"}\nnonsense\n{\"text\":\"b\"}\r\n{\"text\":\n[1]\n{\"id\":\"x\"}\n{\"text\":\"c\"}"),
            (Keys{"1:||a", "2:!not-json", "3:||b", "4:!not-json", "5:!not-an-object", "6:!no-text", "7:||c"}));
}

TEST(ArticleReader, TellsABrokenFirstLineFromAnObject) {
  EXPECT_EQ(read("{\"text\":\"a\n{\"text\":\"b\"}"), (Keys{"1:!not-json", "2:||b"}));
  EXPECT_EQ(read("{\"text\":\n{\"text\":\"b\"}"), (Keys{"1:!not-json", "2:||b"}));
  EXPECT_EQ(read("{\"id\":1,\n\"text\n{\"text\":\"b\"}"), (Keys{"1:!not-json", "2:!not-json", "3:||b"}));
  EXPECT_EQ(read("{\n\"text\":\"a\"\n}", InputFormat::kJsonLines), (Keys{"1:!not-json", "2:!not-json", "3:!not-json"}));
  EXPECT_EQ(read("{"), Keys{"0:!not-json"});
}

TEST(ArticleReader, KeepsEmptyLinesButNotAtTheEnd) {
  EXPECT_EQ(read("{\"text\":\"a\"}\n\n \n{\"text\":\"b\"}\n\n\n"),
            (Keys{"1:||a", "2:!empty-line", "3:!empty-line", "4:||b"}));
  EXPECT_EQ(read("", InputFormat::kJsonLines), Keys{});
  EXPECT_EQ(read("", InputFormat::kJson), Keys{});
}

TEST(ArticleReader, MendsIllFormedCharacters) {
  EXPECT_EQ(read("{\"text\":\"a\xFFz\"}"), Keys{"0:||a\xEF\xBF\xBDz"});
  EXPECT_EQ(read(R"({"text":"\ud83d\ude00\ud800!\udc00"})"), Keys{"0:||\xF0\x9F\x98\x80\xEF\xBF\xBD!\xEF\xBF\xBD"});
  EXPECT_EQ(read(R"({"text":"\\ud800\u0000"})"), Keys{std::string("0:||\\ud800\0", 11)});
  std::istringstream in("{\"text\":\"\xFF\"}");
  ArticleReader reader(in);
  ArticleItem item;
  ASSERT_TRUE(reader.next(item));
  EXPECT_TRUE(item.repaired);
}

TEST(ArticleReader, RefusesWhatIsTooLarge) {
  const std::string large = "{\"text\":\"" + std::string(100, 'a') + "\"}\n";
  EXPECT_EQ(read(large + "{\"text\":\"b\"}", InputFormat::kDetect, 50), (Keys{"1:!too-large", "2:||b"}));
  EXPECT_EQ(read("{\"text\":\"b\"}\n" + large + "{\"text\":\"c\"}", InputFormat::kDetect, 50),
            (Keys{"1:||b", "2:!too-large", "3:||c"}));
  EXPECT_EQ(read(std::string(100, 'a'), InputFormat::kDetect, 50), Keys{"0:!too-large"});
  EXPECT_EQ(read("{\n\"text\":\n\"" + std::string(100, 'a') + "\"}", InputFormat::kDetect, 50), Keys{"0:!too-large"});
}

TEST(ArticleReader, StandsDeepNesting) {
  const std::string deep(200000, '[');
  EXPECT_EQ(read("{\"text\":\"a\",\"x\":" + deep + std::string(deep.size(), ']') + "}"), Keys{"0:||a"});
  EXPECT_EQ(read("{\"text\":\"a\",\"x\":" + deep + "\n"), Keys{"0:!not-json"});
}

// A stream that hands out a byte at a time, and breaks at the end.
class SlowBuffer : public std::streambuf {
 public:
  SlowBuffer(std::string text, bool breaks) : text_(std::move(text)), breaks_(breaks) {}

 private:
  int_type underflow() override {
    if (at_ == text_.size() && breaks_) throw std::runtime_error("broken");
    if (at_ == text_.size()) return traits_type::eof();
    setg(&text_[at_], &text_[at_], &text_[at_] + 1);
    return traits_type::to_int_type(text_[at_++]);
  }
  std::string text_;
  std::size_t at_ = 0;
  bool breaks_;
};

TEST(ArticleReader, ReadsFromSlowAndBreakingStreams) {
  SlowBuffer slow("\xEF\xBB\xBF{\"text\":\"a\"}\n{\"text\":\"b\"}\n", false);
  std::istream in(&slow);
  ArticleReader reader(in);
  ArticleItem item;
  ASSERT_TRUE(reader.next(item));
  EXPECT_EQ(item.article.text, "a");
  ASSERT_TRUE(reader.next(item));
  EXPECT_EQ(item.article.text, "b");
  EXPECT_FALSE(reader.next(item));

  SlowBuffer breaking("{\"id\":\"1\",\"text\":\"a\"}\n{\"text\":\"", true);
  std::istream broken(&breaking);
  ArticleReader second(broken);
  ASSERT_TRUE(second.next(item));
  EXPECT_FALSE(item.error);
  ASSERT_TRUE(second.next(item));
  ASSERT_TRUE(item.error);
  EXPECT_EQ(item.error->code, "unreadable");
  EXPECT_FALSE(second.next(item));
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

}  // namespace
}  // namespace mahdar::test
