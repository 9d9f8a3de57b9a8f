// Each construction by the tables of tests/times, and what no table can say.
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "time_support.h"

namespace mahdar::test {
namespace {

// An expression by itself and amid a sentence.
const char* const kFrames[] = {"{}", "وقال المسؤول إن الاجتماع تم {} في المدينة"};

void expect_table(const std::filesystem::path& path) {
  std::ifstream file(path);
  const std::string content(std::istreambuf_iterator<char>(file), {});
  const Table table = Table::parse(path.string(), content);
  for (const Table::Row& row : table.rows())
    for (const char* frame : kFrames) {
      const std::string text = fmt::format(fmt::runtime(frame), table.cell(row, "text"));
      const std::string published = table.cell(row, "published");
      EXPECT_EQ(values_with_mods(text, published), table.cell(row, "values"))
          << path.filename().string() << ":" << row.line << ": " << text << " on " << published;
    }
}

TEST(TimeConstructions, Tables) {
  int tables = 0;
  for (const auto& entry : std::filesystem::directory_iterator(MAHDAR_SOURCE_DIR "/tests/times"))
    if (entry.path().extension() == ".tsv") expect_table(entry.path()), ++tables;
  EXPECT_GE(tables, 20);
}

// Whatever the tokens, reading ends, and spans lie in the text in order.
TEST(TimeRobust, RandomDateWords) {
  const char* words[] = {"في",    "من",   "يوم", "الثلاثاء", "5",     "2020",    "مارس",  "/",        "أمس", "قبل",
                         "ثلاثة", "أشهر", "و",   "الماضي",   "كانون", "الأول",   "رمضان", "هـ",       "عام", "،",
                         "(",     ")",    "ليل", "الـ",      "نهاية", "الأسبوع", "كل",    "القرن",    "-",   "ألف",
                         "نفسه",  "صيف",  "بين", "إلى",      "\n",    "الربع",   "بعد",   "99999999", "31",  "وعشرين"};
  unsigned state = 12345;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int k = 0; k < 40; ++k) {
      state = state * 1664525u + 1013904223u;
      text += words[(state >> 8) % std::size(words)];
      if ((state >> 24) % 8 != 0) text += " ";
    }
    std::size_t end = 0;
    for (const TimeMention& time : find_times(text, round % 2 == 0 ? "2020-02-29" : "")) {
      ASSERT_LE(end, time.span.begin) << text;
      ASSERT_LT(time.span.begin, time.span.end) << text;
      ASSERT_LE(time.span.end, text.size()) << text;
      ASSERT_EQ(time.first.has_value(), time.last.has_value()) << text;
      if (time.first) {
        ASSERT_LE(*time.first, *time.last) << text;
      }
      end = time.span.end;
    }
  }
}

struct Case {
  const char* text;
  const char* published;
  const char* value;
};

TEST(TimeConstructions, UnresolvedWithoutAnArticleDay) {
  const Case cases[] = {{"التقى به أمس", "", "-"},
                        {"التقى به الثلاثاء", "", "XXXX-WXX-2"},
                        {"في الـ26 من نوفمبر", "", "XXXX-11-26"},
                        {"في مارس الماضي", "", "XXXX-03"},
                        {"العام الماضي", "", "-"},
                        {"في عام 2015", "", "2015"}};
  for (const Case& c : cases) {
    EXPECT_EQ(values(c.text, c.published), c.value) << c.text;
    const auto times = find_times(c.text, "");
    ASSERT_EQ(times.size(), 1u);
    EXPECT_EQ(times[0].basis == TimeBasis::kAbsolute, std::string(c.value) == "2015");
  }
}

TEST(TimeSpan, BeginsAfterTheClitic) {
  const auto raw = [](const std::string& text) {
    const auto times = find_times(text, "2020-10-28");
    return times.empty() ? "" : text.substr(times[0].span.begin, times[0].span.end - times[0].span.begin);
  };
  EXPECT_EQ(raw("والأسبوع الماضي عاد"), "الأسبوع الماضي");
  EXPECT_EQ(raw("وَأمس عاد"), "أمس");
  EXPECT_EQ(raw("فبراير 2019"), "فبراير 2019");
  EXPECT_EQ(raw("عاد في الـ26 من نوفمبر."), "الـ26 من نوفمبر");
  EXPECT_EQ(raw("عاد (الثلاثاء)"), "الثلاثاء");
  EXPECT_EQ(raw("احتفلوا بعيد الفطر"), "عيد الفطر");
  EXPECT_EQ(raw("قرار لعام 2013"), "عام 2013");
}

}  // namespace
}  // namespace mahdar::test
