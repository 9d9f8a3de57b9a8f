// The Umm al-Qura calendar, and dates by it.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "time/calendar.h"
#include "time_names.h"
#include "time_support.h"

namespace mahdar::test {
namespace {

TEST(Hijri, KnownPairs) {
  const HijriCalendar calendar(tables().get("hijri.tsv"));
  struct Pair {
    int year, month, day;
    const char* iso;
  };
  const Pair pairs[] = {{1343, 1, 1, "1924-08-01"}, {1400, 1, 1, "1979-11-20"}, {1432, 9, 14, "2011-08-14"},
                        {1439, 9, 1, "2018-05-16"}, {1440, 1, 1, "2018-09-11"}, {1442, 12, 10, "2021-07-20"},
                        {1445, 9, 1, "2024-03-11"}, {1500, 1, 1, "2076-11-27"}};
  for (const Pair& pair : pairs) {
    const auto day = calendar.to_day(pair.year, pair.month, pair.day);
    ASSERT_TRUE(day) << pair.iso;
    EXPECT_EQ(to_iso(*day), pair.iso);
    const auto back = calendar.from_day(*day);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->year * 10000 + back->month * 100 + back->day, pair.year * 10000 + pair.month * 100 + pair.day);
  }
  EXPECT_FALSE(calendar.to_day(1342, 12, 29));
  EXPECT_FALSE(calendar.to_day(1501, 1, 1));
}

TEST(Hijri, EveryDayOfTheTableReadsBack) {
  const HijriCalendar calendar(tables().get("hijri.tsv"));
  for (int year = calendar.first_year(); year <= calendar.last_year(); ++year) {
    std::string text;
    std::vector<std::string> expected;
    for (Day day = *calendar.month_start(year, 1); day <= *calendar.month_end(year, 12); day += std::chrono::days(1)) {
      const CivilDate date = *calendar.from_day(day);
      text += fmt::format("في {} {} {}هـ\nفي {}/{}/{}هـ\n", date.day, kHijri[std::size_t(date.month - 1)], year,
                          date.day, date.month, year);
      expected.insert(expected.end(), 2, to_iso(day));
    }
    const auto times = find_times(text, "");
    ASSERT_EQ(times.size(), expected.size()) << year;
    for (std::size_t i = 0; i < times.size(); ++i) ASSERT_EQ(times[i].timex.value_or("-"), expected[i]);
  }
}

}  // namespace
}  // namespace mahdar::test
