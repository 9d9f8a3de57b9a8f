// The article's own day: how it is learnt, and what contradicts it.
#include <gtest/gtest.h>

#include "time_support.h"

namespace mahdar::test {
namespace {

struct DayCase {
  const char* text;
  const char* given;
  const char* url;
  const char* day;
  PublishedBasis basis;
};

TEST(ArticleDay, Learnt) {
  const DayCase cases[] = {
      {"نص", "2021-10-07", "", "2021-10-07", PublishedBasis::kInput},
      {"نص", "2021-10-07T08:00:00+03:00", "", "2021-10-07", PublishedBasis::kInput},
      {"نص", "Thu, 07 Oct 2021 10:00:00 GMT", "", "2021-10-07", PublishedBasis::kInput},
      {"نص", "", "https://example.org/2021/10/07/story", "2021-10-07", PublishedBasis::kUrl},
      {"نص", "", "https://example.org/story-20211007", "2021-10-07", PublishedBasis::kUrl},
      {"نص", "", "https://example.org/story-202110071", "", PublishedBasis::kInput},
      {"العنوان\n\n٢٨ أكتوبر ٢٠٢٠\n\nالتقى الوزير نظيره أمس.", "", "", "2020-10-28", PublishedBasis::kDateline},
      {"العنوان\n● أخبار محلية ٣٠ ديسمبر ٢٠٢٠\nقال الوزير.", "", "", "2020-12-30", PublishedBasis::kDateline},
      {"العنوان\nبرلين في 5 مايو 2020 (وكالات) - قال الوزير إن الاجتماع انتهى بنجاح وإن الوفود غادرت المدينة بعد ذلك "
       "مباشرة.",
       "", "", "2020-05-05", PublishedBasis::kDateline},
      {"الخميس 14 رمضان 1441هـ الموافق 7 مايو 2020م\nقال الوزير.", "", "", "2020-05-07", PublishedBasis::kDateline},
      {"التقى الوزير نظيره اليوم الخميس.\nنشر الحساب (@x) October 7, 2021", "", "", "2021-10-07",
       PublishedBasis::kText},
      {"التقى الوزير نظيره اليوم الأربعاء.\nنشر الحساب (@x) October 7, 2021", "", "", "", PublishedBasis::kInput},
      {"التقى الوزير نظيره اليوم الخميس 7 أكتوبر 2021 في المدينة وبحث معه عددا من الملفات المشتركة بين البلدين "
       "الصديقين ومستقبل العلاقات.",
       "", "", "2021-10-07", PublishedBasis::kText},
      {"التقى الوزير نظيره اليوم، وكان قد زاره في 5 مارس 2019 وبحث معه ملفات عدة وغادر بعدها إلى بلاده مع الوفد "
       "المرافق له في رحلة خاصة.",
       "", "", "", PublishedBasis::kInput},
  };
  for (const DayCase& c : cases) {
    const ArticleDay found = article_day(c.text, c.given, c.url);
    EXPECT_EQ(found.day ? to_iso(*found.day) : "", c.day) << c.text;
    if (found.day) {
      EXPECT_EQ(int(found.basis), int(c.basis)) << c.text;
    }
  }
}

TEST(ArticleDay, ContradictionsAreWarnings) {
  const auto codes = [](const std::string& text, const std::string& given) {
    std::string all;
    for (const Warning& warning : article_day(text, given, "").warnings) all += warning.code + ";";
    return all;
  };
  EXPECT_EQ(codes("التقى الوزير نظيره اليوم الخميس", "2021-10-07"), "");
  EXPECT_EQ(codes("التقى الوزير نظيره اليوم الأربعاء", "2021-10-07"), "weekday-against-published;");
  EXPECT_EQ(codes("وصل يوم الجمعة 7 أكتوبر 2021", "2021-10-09"), "weekday-against-date;");
  EXPECT_EQ(codes("قال اليوم الخميس.\nوقال آخر اليوم الأحد.", ""), "two-days;");
  EXPECT_EQ(codes("نص", "قريبا"), "published-unreadable;");
  EXPECT_EQ(codes("وصل في يناير/ كانون الأول 2017", "2018-01-01"), "month-names-differ;");
}

TEST(ArticleDay, IsThatOfTheReportThatSpeaks) {
  const std::string filler =
      "وأشاد الجانبان بمستوى التعاون القائم بين البلدين الصديقين في مجالات الطاقة والنقل والتعليم والزراعة "
      "والصناعة والسياحة.\n";
  const std::string below = filler + filler + filler;
  const struct {
    std::string text;
    const char* given;
    const char* values;
    const char* warning;
  } cases[] = {
      {"التقى الوزير نظيره أمس الثلاثاء.\n" + below + "أنقرة، 5 مارس 2019 (وكالات) - عاد الوفد أمس.\n", "2020-10-28",
       "2020-10-27 2019-03-05 2019-03-04", "two-days"},
      {"5 مارس 2019\nالتقى الوزير نظيره أمس.\n" + below + "9 مارس 2019\nعاد الوفد أمس الجمعة.\n", "",
       "2019-03-05 2019-03-04 2019-03-09 2019-03-08", "two-days"},
      {"قال الوزير اليوم الأربعاء إنه عاد.\n" + below + "قال الوزير اليوم الأحد إنه سافر أمس.\n", "2020-10-28",
       "2020-10-28 2020-10-25 2020-10-24", "two-days"},
      // A dateline a day before a late stamp is the day that the report speaks from.
      {"أبوظبي في 27 أكتوبر / وام / التقى الوزير نظيره اليوم وكان وصل أمس.\n" + filler, "2020-10-28",
       "2020-10-27 2020-10-27 2020-10-26", ""},
      {"التقى الوزير نظيره اليوم الخميس وسافر أمس.\n" + filler, "2020-10-28", "2020-10-29 2020-10-28",
       "weekday-against-published"},
      // Entries of a chronology are no datelines.
      {"أبرز اللقاءات:\n5 مارس 2019: لقاء أول\n6 أبريل 2020: لقاء ثان أمس\n" + filler, "2020-10-28",
       "2019-03-05 2020-04-06 2020-10-27", ""},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(values(c.text, c.given), c.values) << c.text;
    std::string codes;
    for (const Warning& warning : article_day(c.text, c.given, "").warnings) codes += warning.code;
    EXPECT_EQ(codes, c.warning) << c.text;
  }
}

// Lines that tell the day of an article without one; what follows is a story with a day word.
TEST(ArticleDay, Datelines) {
  const std::string body = "\nالتقى الوزير نظيره أمس في العاصمة وبحث معه عددا من الملفات ذات الاهتمام المشترك.";
  const char* const told[] = {
      "أبوظبي في 28 أكتوبر 2020 / وام / التقى الوزير نظيره أمس",
      "القاهرة 28 أكتوبر 2020 (رويترز) - قال الوزير",
      "عمان 28 تشرين الأول 2020 (بترا) - التقى",
      "الرياض 11 ربيع الأول 1442 هـ الموافق 28 أكتوبر 2020 م واس",
      "نشر في: 28 أكتوبر 2020",
      "آخر تحديث: 28/10/2020 - 10:30",
      "الأربعاء، ٢٨ أكتوبر ٢٠٢٠",
      "2020-10-28",
      "October 28, 2020",
      "28 Ekim 2020",
      "28 octobre 2020",
      "28 октября 2020",
      "Москва, 28 октября 2020",
      "Published On 28 Oct 2020",
      "الدوحة - قنا - 28 أكتوبر 2020",
      "تاريخ النشر: 28.10.2020 | 10:30 GMT",
      "11 ربيع الأول 1442هـ",
      "فلان الفلاني 28 أكتوبر 2020",
      "اسطنبول / 28 أكتوبر 2020 / الأناضول",
  };
  for (const std::string line : told) {
    const ArticleDay found = article_day("العنوان\n" + line + body, "", "");
    EXPECT_EQ(found.day ? to_iso(*found.day) : "", "2020-10-28") << line;
  }
  for (const std::string line : {"أبوظبي في 14 مايو / وام / التقى الوزير", "برلين (د ب أ) - التقى",
                                 "ولد في 5 مارس 1950", "وفي 5 مارس 2019 التقى الوزير نظيره",
                                 "سيذكر التاريخ يوم الاثنين 20 يوليو 2015 بوصفه يوما من أيام المدينة السوداء"})
    EXPECT_FALSE(article_day("العنوان\n" + line + body, "", "").day) << line;
}

}  // namespace
}  // namespace mahdar::test
