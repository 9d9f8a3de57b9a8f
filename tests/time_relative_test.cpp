// Relative forms on every day of two years, a leap year among them, against a calendar that counts.
#include <gtest/gtest.h>

#include <map>

#include "time_calendar.h"
#include "time_names.h"
#include "time_support.h"

namespace mahdar::test {
namespace {

// Days worth trying: every day of two years with a leap day between, so every weekday, month end and year turn.
template <class Check>
void for_each_published(Check check) {
  Date date = kStart;
  while (date.year < 2019) date.next();
  for (; date.year <= 2020; date.next()) check(date);
}

void expect_value(const std::string& text, const Date& published, const std::string& value) {
  EXPECT_EQ(values(text, published.iso()), value) << text << " on " << published.iso();
}

TEST(TimeRelative, DayWords) {
  const std::map<std::string, int> words = {{"أمس", -1},     {"يوم أمس", -1},   {"بالأمس", -1},
                                            {"أول أمس", -2}, {"أمس الأول", -2}, {"غدا", 1},
                                            {"يوم غد", 1},   {"بعد غد", 2},     {"اليوم", 0}};
  for_each_published([&](const Date& now) {
    for (const auto& [word, days] : words) {
      const Date then = now.moved(days);
      expect_value("وصل الوفد " + word + " إلى المطار", now, then.iso());
      expect_value("وصل الوفد " + word + " " + kWeekdays[std::size_t(then.weekday)], now, then.iso());
    }
  });
}

TEST(TimeRelative, Weekdays) {
  for_each_published([](const Date& now) {
    for (int weekday = 1; weekday <= 7; ++weekday) {
      const std::string& name = kWeekdays[std::size_t(weekday)];
      Date bare = now, past = now.moved(-1), next = now.moved(1);
      while (bare.weekday != weekday) bare.previous();
      while (past.weekday != weekday) past.previous();
      while (next.weekday != weekday) next.next();
      expect_value("التقى الوزير " + name + " نظيره", now, bare.iso());
      expect_value("التقى الوزير يوم " + name + " الماضي نظيره", now, past.iso());
      expect_value("يعود الوزير " + name + " المقبل", now, next.iso());
      expect_value("زار الوزير " + name + " قبل الماضي المدينة", now, past.moved(-7).iso());
      Date ahead = now;
      while (ahead.weekday != weekday) ahead.next();
      expect_value("سيزور الوزير " + name + " المدينة", now, ahead.iso());
      expect_value("مساء " + name, now, bare.iso() + "TEV");
      expect_value("فجر " + name, now, bare.iso() + "TMO");
    }
  });
}

TEST(TimeRelative, Units) {
  for_each_published([](const Date& now) {
    expect_value("تم ذلك الأسبوع الماضي", now, now.moved(-7).iso_week());
    expect_value("يتم ذلك الأسبوع المقبل", now, now.moved(7).iso_week());
    expect_value("تم ذلك هذا الأسبوع", now, now.iso_week());
    expect_value("تم ذلك الشهر الماضي", now, now.iso_month(-1));
    expect_value("يتم ذلك الشهر القادم", now, now.iso_month(1));
    expect_value("تم ذلك في الشهر الجاري", now, now.iso_month(0));
    expect_value("تم ذلك العام الماضي", now, std::to_string(now.year - 1));
    expect_value("تم ذلك السنة الماضية", now, std::to_string(now.year - 1));
    expect_value("تم ذلك العام قبل الماضي", now, std::to_string(now.year - 2));
    expect_value("يتم ذلك العام المقبل", now, std::to_string(now.year + 1));
    expect_value("نهاية الشهر الماضي", now, now.iso_month(-1));
    expect_value("نهاية الأسبوع الماضي", now, now.moved(-7).iso_week() + "-WE");
  });
}

TEST(TimeRelative, Offsets) {
  for_each_published([](const Date& now) {
    expect_value("اجتمعوا قبل يومين", now, now.moved(-2).iso());
    expect_value("اجتمعوا قبل خمسة أيام", now, now.moved(-5).iso());
    expect_value("اجتمعوا قبل 40 يوما", now, now.moved(-40).iso());
    expect_value("اجتمعوا قبل أسبوعين", now, now.moved(-14).iso_week());
    expect_value("اجتمعوا قبل ثلاثة أشهر", now, now.iso_month(-3));
    expect_value("اجتمعوا قبل شهر", now, now.iso_month(-1));
    expect_value("اجتمعوا قبل نحو سبع سنوات", now, std::to_string(now.year - 7));
    expect_value("سيجتمعون بعد ثلاثة أيام", now, now.moved(3).iso());
    expect_value("سيجتمعون بعد أسبوع", now, now.moved(7).iso_week());
    expect_value("وصلوا بعد يومين من الهجوم", now, "P2D");
  });
}

TEST(TimeRelative, MonthsWithDirection) {
  for_each_published([](const Date& now) {
    for (int month = 1; month <= 12; ++month) {
      const int past_year = month < now.month ? now.year : now.year - 1,
                next_year = month > now.month ? now.year : now.year + 1;
      const std::string& name = kGulf[std::size_t(month - 1)];
      expect_value("في " + name + " الماضي", now, fmt::format("{}-{:02}", past_year, month));
      expect_value("في " + name + " المقبل", now, fmt::format("{}-{:02}", next_year, month));
      if (month != now.month) {
        expect_value("في 5 " + name + " الماضي", now, fmt::format("{}-{:02}-05", past_year, month));
        expect_value("في 5 " + name + " المقبل", now, fmt::format("{}-{:02}-05", next_year, month));
      }
    }
    expect_value(fmt::format("في 3 {} الجاري", kGulf[std::size_t(now.month - 1)]), now,
                 fmt::format("{}-{:02}-03", now.year, now.month));
    expect_value("في الخامس من الشهر الجاري", now, now.iso_month(0) + "-05");
    expect_value("في 17 من الشهر الماضي", now, now.iso_month(-1) + "-17");
  });
}

}  // namespace
}  // namespace mahdar::test
