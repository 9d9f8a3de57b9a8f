// The whole pipeline: rules against their examples, and properties of every record.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "events/codes.h"
#include "gazetteer/table.h"
#include "mahdar/mahdar.h"
#include "text/fold.h"

namespace mahdar {
namespace {

const Extractor& extractor() {
  static const Extractor instance;
  return instance;
}

Record extract(const std::string& text, const std::string& published = "2021-10-07") {
  Article article;
  article.text = text;
  article.published = published;
  return extractor().extract(article);
}

std::string summary(const Record& record) {
  std::string out;
  for (const Event& event : record.events) {
    out += event.type == EventType::kCall ? "call" : "meeting";
    for (const Participant& p : event.participants) out += "|" + p.name + (p.initiator ? "*" : "");
    out += "@" + (event.date && event.date->timex ? *event.date->timex : "") + "@" +
           (event.location ? event.location->name : "") + "\n";
  }
  return out;
}

constexpr const char* kCall =
    "أجرى الرئيس التركي رجب طيب أردوغان، الخميس، اتصالا هاتفيا مع نظيره الروسي فلاديمير بوتين، وفق بيان للرئاسة "
    "التركية. "
    "وأكد الرئيسان أهمية تنفيذ مذكرة سوتشي بشأن إدلب.";
constexpr const char* kMeeting =
    "استقبل الرئيس المصري عبد الفتاح السيسي في القاهرة، الأربعاء، وزير الخارجية الفرنسي جان إيف لودريان.";

TEST(Rules, EachFindsItsExample) {
  const TableSet tables = TableSet::load("");
  const Table& rules = tables.get("ar/rules/events.tsv");
  for (const Table::Row& row : rules.rows()) {
    Article article;
    article.text = rules.cell(row, "example");
    ASSERT_FALSE(article.text.empty()) << rules.cell(row, "id");
    const std::string told = extractor().explain(article);
    EXPECT_NE(told.find("match " + rules.cell(row, "id") + "\n"), std::string::npos)
        << rules.name() << ":" << row.line << " " << rules.cell(row, "id") << "\n"
        << told;
  }
}

TEST(Extractor, ReadsTheContractsExample) {
  const Record record = extract(kCall);
  ASSERT_EQ(record.events.size(), 1u);
  const Event& event = record.events[0];
  EXPECT_EQ(summary(record), "call|Recep Tayyip Erdoğan*|Vladimir Putin@2021-10-07@\n");
  EXPECT_EQ(event.codes.cameo, "041");
  ASSERT_EQ(event.agreements.size(), 1u);
  EXPECT_EQ(event.agreements[0].name, "Sochi memorandum");
  ASSERT_EQ(event.topics.size(), 1u);
  EXPECT_EQ(event.topics[0].id, "idlib");
  ASSERT_EQ(event.statements.size(), 1u);
  EXPECT_EQ(event.statements[0].act, SpeechAct::kAffirm);
  EXPECT_EQ(event.statements[0].speakers.size(), 2u);
}

TEST(Extractor, TashkeelAndTatweelChangeOnlyOffsetsAndQuotes) {
  std::string marked;
  for (std::size_t i = 0; i < std::string(kCall).size(); ++i) {
    marked += kCall[i];
    if (i > 2 && std::string_view(kCall + i - 1, 2) == "ت" && kCall[i + 1] != ' ') marked += "ـَ";
  }
  EXPECT_EQ(summary(extract(marked)), summary(extract(kCall)));
}

TEST(Extractor, JoinedArticlesGiveBothRecords) {
  const Record both = extract(std::string(kCall) + "\n" + kMeeting);
  EXPECT_EQ(summary(both), summary(extract(kCall)) + summary(extract(kMeeting)));
}

TEST(Extractor, AHolderOfAnOfficeChangesWithTheDate) {
  const std::string text = "التقى الرئيس الأمريكي نظيره الفرنسي إيمانويل ماكرون في باريس.";
  const auto first = [&](const char* day) { return extract(text, day).events.at(0).participants.at(0).name; };
  EXPECT_EQ(first("2018-06-01"), "Donald Trump");
  EXPECT_EQ(first("2022-06-01"), "Joe Biden");
  EXPECT_EQ(extract(text, "").events.at(0).participants.at(0).kind, ParticipantKind::kLeader);
}

TEST(Extractor, GivesARecordForAnyBytes) {
  std::string nul = kCall;
  nul[40] = '\0';
  for (const std::string& text : {std::string(), std::string("\xFF\xFE\x00\x01", 4), std::string(10000, '.'), nul,
                                  std::string(kCall).substr(0, 101)})
    EXPECT_FALSE(to_json(extract(text)).empty());
}

TEST(Extractor, OffsetsSliceTheTextInBytes) {
  Options options;
  options.offset_unit = OffsetUnit::kByte;
  const Extractor in_bytes(options);
  Article article;
  article.text = std::string(kCall) + "\n" + kMeeting;
  const Record record = in_bytes.extract(article);
  for (const Entity& entity : record.entities)
    for (const EntityMention& mention : entity.mentions)
      EXPECT_EQ(article.text.substr(mention.quote.start, mention.quote.end - mention.quote.start), mention.quote.text);
}

TEST(Extractor, SharedByThreadsGivesEqualRecords) {
  const std::string expected = to_json(extract(kCall));
  std::vector<std::string> got(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < got.size(); ++i) threads.emplace_back([&got, i] { got[i] = to_json(extract(kCall)); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& json : got) EXPECT_EQ(json, expected);
}

TEST(Data, FailsWithFileLineAndCause) {
  try {
    Table::parse("people.tsv", "id\tname\na\n");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "people.tsv:2: 1 cells, the header has 2");
  }
  Options options;
  options.data_directory = "/nonexistent";
  EXPECT_THROW(Extractor broken(options), Error);
}

TEST(Codes, FollowTypeStatusAndPlace) {
  struct Row {
    CodeFacts facts;
    const char *ace, *cameo, *plover;
  };
  const auto facts = [](EventType type, Status status, Venue venue = Venue::kUnknown, bool negotiation = false,
                        bool mediated = false) {
    CodeFacts f;
    f.type = type, f.status = status, f.venue = venue, f.negotiation = negotiation, f.mediated = mediated;
    return f;
  };
  const Row kRows[] = {
      {facts(EventType::kCall, Status::kOccurred), "Contact.Phone-Write", "041", "CONSULT"},
      {facts(EventType::kMeeting, Status::kOccurred), "Contact.Meet", "040", "CONSULT"},
      {facts(EventType::kMeeting, Status::kOccurred, Venue::kOneSide), "Contact.Meet", "042", "CONSULT"},
      {facts(EventType::kMeeting, Status::kOccurred, Venue::kThirdPlace), "Contact.Meet", "044", "CONSULT"},
      {facts(EventType::kMeeting, Status::kOccurred, Venue::kOneSide, true), "Contact.Meet", "046", "CONSULT"},
      {facts(EventType::kMeeting, Status::kOccurred, Venue::kOneSide, true, true), "Contact.Meet", "045", "CONSULT"},
      {facts(EventType::kMeeting, Status::kPlanned), "Contact.Meet", "036", "AGREE"},
      {facts(EventType::kCall, Status::kProposed), "Contact.Phone-Write", "036", "AGREE"},
      {facts(EventType::kMeeting, Status::kCancelled), "Contact.Meet", "125", "REJECT"}};
  for (const Row& row : kRows) {
    const Codes codes = codes_for(row.facts);
    EXPECT_EQ(codes.ace, row.ace);
    EXPECT_EQ(codes.cameo, row.cameo);
    EXPECT_EQ(codes.plover, row.plover);
  }
  EXPECT_FALSE(codes_for(facts(EventType::kCall, Status::kDenied)).cameo);
}

}  // namespace
}  // namespace mahdar
