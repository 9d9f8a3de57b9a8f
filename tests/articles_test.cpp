// The readers: plain text, JSON in its forms, tables; encodings.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "io/articles.h"
#include "io/encoding.h"
#include "io/stamp.h"

namespace mahdar::test {
namespace {

using Keys = std::vector<std::string>;

// What the reader yields, an item a string: "id|published|text" or "!code", with its number in front.
Keys read(const std::string& input, InputFormat format = InputFormat::kDetect, std::size_t most = 1 << 20,
          const std::string& name = "") {
  MemoryBytes in(input);
  ReaderOptions options;
  options.format = format;
  options.most_bytes = most;
  options.name = name;
  ArticleReader reader(in, options);
  Keys items;
  for (ArticleItem item; reader.next(item);) {
    const Article& article = item.article;
    items.push_back(std::to_string(item.number) + ":" +
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
  EXPECT_EQ(read("{\"id\":\"x\",\"text\":\"a\"}"), Keys{"1:x||a"});
  EXPECT_EQ(read("\xEF\xBB\xBF  {\"text\":\"a\"}\n"), Keys{"1:||a"});
  EXPECT_EQ(read("{\n  \"text\": \"a\",\n  \"x\": [\n{\n}\n]\n}\n"), Keys{"1:||a"});
  EXPECT_EQ(read("{\r\n\"text\": \"{\"\r\n}"), Keys{"1:||{"});
  EXPECT_EQ(read("{\n\"text\":\"a\"\n}\n{\n\"text\":\"b\"\n}\n"), (Keys{"1:||a", "4:||b"}));
}

TEST(ArticleReader, TakesTheFirstKeyThatHoldsSomething) {
  EXPECT_EQ(read(R"({"article":"6","body":"4","content":"3","maintext":"2","text":"1"})"), Keys{"1:||1"});
  EXPECT_EQ(read(R"({"maintext":null,"text":7,"body":"4","articleBody":"5"})"), Keys{"1:||4"});
  EXPECT_EQ(read(R"({"text":"","content":"3"})"), Keys{"1:||3"});
  EXPECT_EQ(read(R"({"text":""})"), Keys{"1:||"});
  EXPECT_EQ(read(R"({"date_publish":"2020-01-02 03:04:05","date_extracted":"x","text":"a"})"),
            Keys{"1:|2020-01-02 03:04:05|a"});
  EXPECT_EQ(read(R"({"date":{"text":"no"},"source":["text","no"],"url":{"a":1},"id":12,"text":"a"})"), Keys{"1:12||a"});
}

TEST(ArticleReader, FillsEveryField) {
  MemoryBytes in(
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
  EXPECT_EQ(read("{"), Keys{"1:!not-json"});
}

TEST(ArticleReader, KeepsEmptyLinesButNotAtTheEnd) {
  EXPECT_EQ(read("{\"text\":\"a\"}\n\n \n{\"text\":\"b\"}\n\n\n"),
            (Keys{"1:||a", "2:!empty-line", "3:!empty-line", "4:||b"}));
  EXPECT_EQ(read("", InputFormat::kJsonLines), Keys{});
  EXPECT_EQ(read("", InputFormat::kJson), Keys{});
}

TEST(ArticleReader, MendsIllFormedCharacters) {
  EXPECT_EQ(read("{\"text\":\"a\xFFz\"}"), Keys{"1:||a\xEF\xBF\xBDz"});
  EXPECT_EQ(read(R"({"text":"\ud83d\ude00\ud800!\udc00"})"), Keys{"1:||\xF0\x9F\x98\x80\xEF\xBF\xBD!\xEF\xBF\xBD"});
  EXPECT_EQ(read(R"({"text":"\\ud800\u0000"})"), Keys{std::string("1:||\\ud800\0", 11)});
  MemoryBytes in("{\"text\":\"\xFF\"}");
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
  EXPECT_EQ(read("{\n\"text\":\n\"" + std::string(100, 'a') + "\"}", InputFormat::kDetect, 50), Keys{"1:!too-large"});
}

TEST(ArticleReader, StandsDeepNesting) {
  const std::string deep(200000, '[');
  EXPECT_EQ(read("{\"text\":\"a\",\"x\":" + deep + std::string(deep.size(), ']') + "}"), Keys{"1:||a"});
  EXPECT_EQ(read("{\"text\":\"a\",\"x\":" + deep + "\n"), Keys{"1:!not-json"});
}

// A stream that hands out a byte at a time, fails the test where it is asked for more than is there, and breaks at the end.
class SlowBytes : public ByteStream {
 public:
  SlowBytes(std::string text, bool breaks) : text_(std::move(text)), breaks_(breaks) {}
  std::size_t read(char* to, std::size_t) override {
    if (at_ == text_.size() && breaks_) throw std::runtime_error("the wire is cut");
    if (at_ == text_.size()) return ended_ = true, 0;
    *to = text_[at_++];
    return 1;
  }
  bool ended() const { return ended_; }

 private:
  std::string text_;
  std::size_t at_ = 0;
  bool breaks_, ended_ = false;
};

// What the reader asks for before it yields the first item must have been written by then: behind a pipe it would wait.
TEST(ArticleReader, YieldsAnItemBeforeItAsksForMore) {
  const std::string firsts[] = {"{\"text\":\"a\"}\n",
                                "{\n\"text\": \"a\"\n}\n",
                                "[{\"text\":\"a\"},",
                                "id,text\n1,a\n",
                                "\xEF\xBB\xBF{\"id\":\"x\",\"text\":\"a\"}\n",
                                "id\ttext\n1\t\"a\"\n"};
  for (const std::string& first : firsts) {
    SlowBytes slow(first, false);
    ArticleReader reader(slow);
    ArticleItem item;
    ASSERT_TRUE(reader.next(item)) << first;
    EXPECT_EQ(item.article.text, "a") << first;
    EXPECT_FALSE(slow.ended()) << first;
  }
}

TEST(ArticleReader, TellsWhyAStreamBroke) {
  SlowBytes breaking("{\"id\":\"1\",\"text\":\"a\"}\n{\"text\":\"", true);
  ArticleReader reader(breaking);
  ArticleItem item;
  ASSERT_TRUE(reader.next(item));
  EXPECT_FALSE(item.error);
  ASSERT_TRUE(reader.next(item));
  ASSERT_TRUE(item.error);
  EXPECT_EQ(item.error->code, "unreadable");
  EXPECT_EQ(item.error->message, "the wire is cut");
  EXPECT_FALSE(reader.next(item));
}

TEST(ArticleReader, TakesTheElementsOfAnArray) {
  EXPECT_EQ(read("[{\"text\":\"a\"},{\"id\":\"x\",\"text\":\"b]\"}]"), (Keys{"1:||a", "2:x||b]"}));
  EXPECT_EQ(read(" [\n {\n\"text\":\"a\"}\n,\n{\"text\":\"b\"}\n]\n"), (Keys{"1:||a", "2:||b"}));
  EXPECT_EQ(read("[{\"text\":\"a\"},7,[],{\"x\":1},{\"text\":\"b\"}]"),
            (Keys{"1:||a", "2:!not-an-object", "3:!not-an-object", "4:!no-text", "5:||b"}));
  EXPECT_EQ(read("[{\"text\":\"a\"},{\"text\":"), (Keys{"1:||a", "2:!not-json"}));
  EXPECT_EQ(read("[{\"text\":\"" + std::string(100, 'a') + "\"},{\"text\":\"b\"}]", InputFormat::kDetect, 50),
            (Keys{"1:!too-large", "2:||b"}));
  EXPECT_EQ(read("[]", InputFormat::kJson), Keys{});
}

TEST(ArticleReader, AnObjectAloneInAFileGoesByTheFile) {
  EXPECT_EQ(read("{\"text\":\"a\"}\n", InputFormat::kDetect, 1 << 20, "a.json"), Keys{"0:||a"});
  EXPECT_EQ(read("{\n\"text\":\"a\"\n}\n\n", InputFormat::kDetect, 1 << 20, "a.json.gz"), Keys{"0:||a"});
  EXPECT_EQ(read("{\"text\":\"a\"}\n{\"text\":\"b\"}\n", InputFormat::kDetect, 1 << 20, "a.json"),
            (Keys{"1:||a", "2:||b"}));
  EXPECT_EQ(read("{\"text\":\"a\"}\n", InputFormat::kDetect, 1 << 20, "a.jsonl"), Keys{"1:||a"});
}

TEST(ArticleReader, KnowsTheKeysOfNewsDataSets) {
  EXPECT_EQ(read(R"({"Article_Text":"a","Publish-Date":"2020-01-02"})"), Keys{"1:|2020-01-02|a"});
  EXPECT_EQ(read(R"({"content":"a","publishedAt":"2020-01-02T03:04:05Z","source":{"id":null,"name":"S"}})"),
            Keys{"1:|2020-01-02T03:04:05Z|a"});
  EXPECT_EQ(read(R"({"content":"a","timestamp":1578000000})"), Keys{"1:|2020-01-02|a"});
  EXPECT_EQ(read(R"({"content":"a","timestamp":1578000000000})"), Keys{"1:|2020-01-02|a"});
  EXPECT_EQ(read(R"({"content":"a","date":20200102})"), Keys{"1:||a"});
  MemoryBytes in(R"({"text":"a","date_download":"2020-01-02","source":{"id":null,"name":"S"}})");
  ArticleReader reader(in);
  ArticleItem item;
  ASSERT_TRUE(reader.next(item));
  EXPECT_EQ(item.article.published_basis, PublishedBasis::kCrawl);
  EXPECT_EQ(item.article.source, "S");
}

TEST(ArticleReader, ObeysGivenKeys) {
  MemoryBytes in(R"({"text":"no","a":{"b":"yes","title":"t"},"day":"2020-01-02","date":"1999-01-01"})");
  ReaderOptions options;
  options.fields.text = "a.b";
  options.fields.published = "day";
  options.fields.title = "a.title";
  ArticleReader reader(in, options);
  ArticleItem item;
  ASSERT_TRUE(reader.next(item));
  EXPECT_EQ(item.article.text, "yes");
  EXPECT_EQ(item.article.title, "t");
  EXPECT_EQ(item.article.published, "2020-01-02");
}

TEST(ArticleReader, TakesTheRowsOfATable) {
  const Keys expected = {"1:7|2020-01-02|a, \"b\"\nc", "2:8||d"};
  EXPECT_EQ(read("id,date,text\n7,2020-01-02,\"a, \"\"b\"\"\nc\"\n8,,d\n"), expected);
  EXPECT_EQ(read("\xEF\xBB\xBF\"id\";\"date\";\"text\"\r\n7;2020-01-02;\"a, \"\"b\"\"\nc\"\r\n\r\n8;;d"), expected);
  EXPECT_EQ(read("id\tdate\ttext\n7\t2020-01-02\t\"a, \"\"b\"\"\nc\"\n8\t\td\n"), expected);
  EXPECT_EQ(read("text\na\n", InputFormat::kCsv), Keys{"1:||a"});
  EXPECT_EQ(read("id,text\n1\n2,b,c\n"), (Keys{"1:!no-text", "2:2||b"}));
  EXPECT_EQ(read("a,b\n1,2\n", InputFormat::kDetect, 1 << 20, "x.csv"), Keys{"0:!no-text"});
  EXPECT_EQ(read("id,text\n1,\"open\n2,b\n"), Keys{"1:!open-quote"});
  EXPECT_EQ(read("id,text\n1," + std::string(100, 'a') + "\n2,b\n", InputFormat::kDetect, 50),
            (Keys{"1:!too-large", "2:2||b"}));
  EXPECT_EQ(read("The text, as it stands, is no table\nand goes on"),
            Keys{"0:||The text, as it stands, is no table\nand goes on"});
}

std::string utf16(const std::u16string& text) {
  std::string out = "\xFF\xFE";
  for (const char16_t unit : text) out += {char(unit & 0xFF), char(unit >> 8)};
  return out;
}

TEST(ArticleReader, ReadsOtherEncodings) {
  EXPECT_EQ(read(utf16(u"\u0627\U0001F600")), Keys{"0:||\xD8\xA7\xF0\x9F\x98\x80"});
  EXPECT_EQ(read(utf16(u"{\"text\":\"\u0627\"}\n")), Keys{"1:||\xD8\xA7"});
  const auto as = [](const char* encoding, std::string_view bytes) {
    MemoryBytes in(bytes);
    ReaderOptions options;
    options.encoding = encoding;
    ArticleReader reader(in, options);
    ArticleItem item;
    return reader.next(item) ? item.article.text : std::string();
  };
  EXPECT_EQ(as("windows-1256", "\xC7\xE1"), "\xD8\xA7\xD9\x84");
  EXPECT_EQ(as("UTF-16BE", std::string_view("\x06\x27", 2)), "\xD8\xA7");
  EXPECT_EQ(as("utf8", "\xD8\xA7"), "\xD8\xA7");
  EXPECT_THROW(as("klingon", "a"), std::runtime_error);
}

TEST(Encoding, DecodesPiecesAsTheWhole) {
  std::string bytes;
  for (int i = 0; i < 9000; ++i) bytes += i % 3 ? std::string("\xD8\x3D\xDE\x00", 4) : std::string("\x06\x27", 2);
  std::string whole, pieces;
  Decoder("UTF-16BE").decode(bytes, true, whole);
  Decoder decoder("UTF-16BE");
  for (std::size_t at = 0; at < bytes.size(); at += 7)
    decoder.decode(std::string_view(bytes).substr(at, 7), false, pieces);
  decoder.decode({}, true, pieces);
  EXPECT_EQ(pieces, whole);
  EXPECT_EQ(whole.size(), 3000u * 2 + 6000u * 4);
}

TEST(Stamp, TellsTheDayWhereItWasPublished) {
  EXPECT_EQ(local_day("2021-10-07T22:30:00Z", "Asia/Riyadh"), "2021-10-08");
  EXPECT_EQ(local_day("2021-10-07T22:30:00.5+00:00", "+03:00"), "2021-10-08");
  EXPECT_EQ(local_day("2021-03-28 23:30:00 UTC", "Europe/Berlin"), "2021-03-29");
  EXPECT_EQ(local_day("2021-10-07T00:30:00Z", "America/New_York"), "2021-10-06");
  EXPECT_EQ(local_day("2021-10-07T22:30:00+01:00", "Asia/Riyadh"), "2021-10-07T22:30:00+01:00");  // local as it is
  EXPECT_EQ(local_day("2021-10-07T22:30:00Z", ""), "2021-10-07T22:30:00Z");
  EXPECT_EQ(local_day("2021-10-07", "Asia/Riyadh"), "2021-10-07");
  EXPECT_EQ(offset_of_stamp("2021-10-07T22:30:00+0300"), "+03:00");
  EXPECT_EQ(offset_of_stamp("2021-10-07T22:30:00Z"), "");
}

}  // namespace
}  // namespace mahdar::test
