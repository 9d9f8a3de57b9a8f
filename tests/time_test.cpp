// Dates: absolute forms for every day of a century, relative forms against independent arithmetic,
// what is no date, the Hijri table, and the article's own day.
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <array>
#include <functional>
#include <iterator>
#include <map>

#include "time/calendar.h"
#include "time_support.h"

namespace mahdar::test {
namespace {

using Names = std::array<std::string, 12>;

const Names kGulf = {"يناير", "فبراير", "مارس",   "أبريل",  "مايو",   "يونيو",
                     "يوليو", "أغسطس",  "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
const Names kEgyptian = {"يناير", "فبراير", "مارس",   "إبريل",  "مايو",   "يونيه",
                         "يوليه", "اغسطس",  "سبتمبر", "اكتوبر", "نوفمبر", "ديسمبر"};
const Names kLevantine = {"كانون الثاني", "شباط", "آذار",  "نيسان",       "أيار",         "حزيران",
                          "تموز",         "آب",   "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"};
const Names kLevantineBare = {"كانون ثاني", "شباط", "أذار",  "نيسان",     "ايار",       "حزيران",
                              "تموز",       "اب",   "ايلول", "تشرين أول", "تشرين ثاني", "كانون أول"};
const Names kLevantineFigure = {"كانون 2", "شباط", "آذار",  "نيسان",   "أيار",    "حزيران",
                                "تموز",    "آب",   "أيلول", "تشرين 1", "تشرين 2", "كانون 1"};
const Names kMaghrebi = {"جانفي",  "فيفري", "مارس",   "أفريل",  "ماي",    "جوان",
                         "جويلية", "أوت",   "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
const Names kMoroccan = {"يناير",  "فبراير", "مارس",  "أبريل",  "ماي",   "يونيو",
                         "يوليوز", "غشت",    "شتنبر", "أكتوبر", "نونبر", "دجنبر"};
const Names kLibyan = {"أي النار", "النوار",  "الربيع", "الطير",  "الماء", "الصيف",
                       "ناصر",     "هانيبال", "الفاتح", "التمور", "الحرث", "الكانون"};
const Names kEnglish = {"January", "February", "March",     "April",   "May",      "June",
                        "July",    "August",   "September", "October", "November", "December"};
const Names kFrench = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                       "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
const Names kTurkish = {"Ocak",   "Şubat",   "Mart",  "Nisan", "Mayıs", "Haziran",
                        "Temmuz", "Ağustos", "Eylül", "Ekim",  "Kasım", "Aralık"};
const Names kRussian = {"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                        "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
const std::array<std::string, 8> kWeekdays = {"",       "الاثنين", "الثلاثاء", "الأربعاء",
                                              "الخميس", "الجمعة",  "السبت",    "الأحد"};
const std::array<std::string, 11> kUnits = {"",       "الأول",  "الثاني", "الثالث", "الرابع", "الخامس",
                                            "السادس", "السابع", "الثامن", "التاسع", "العاشر"};

constexpr int kFirstYear = 1950, kLastYear = 2050;

// --- A calendar of our own, by counting.

int month_length(int year, int month) {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap ? 29 : kLengths[month - 1];
}

struct Date {
  int year, month, day;
  int weekday;  // Monday 1

  void next() {
    weekday = weekday % 7 + 1;
    if (++day <= month_length(year, month)) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
  void previous() {
    weekday = (weekday + 5) % 7 + 1;
    if (--day > 0) return;
    if (--month == 0) month = 12, --year;
    day = month_length(year, month);
  }
  Date moved(int days) const {
    Date date = *this;
    for (; days > 0; --days) date.next();
    for (; days < 0; ++days) date.previous();
    return date;
  }
  std::string iso() const { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }
  std::string iso_week() const {
    Date thursday = moved(4 - weekday), count = thursday;
    int week = 1;
    for (count = count.moved(-7); count.year == thursday.year; count = count.moved(-7)) ++week;
    return fmt::format("{:04}-W{:02}", thursday.year, week);
  }
  std::string iso_month(int months) const {
    const int index = year * 12 + month - 1 + months;
    return fmt::format("{:04}-{:02}", index / 12, index % 12 + 1);
  }
};

constexpr Date kStart = {1950, 1, 1, 7};  // a Sunday

std::string in_script(int number, int script) {
  static const std::array<std::string, 10> kIndic = {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"};
  static const std::array<std::string, 10> kPersian = {"۰", "۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۹"};
  std::string text;
  for (const char c : std::to_string(number)) {
    if (script == 0)
      text += c;
    else
      text += (script == 1 ? kIndic : kPersian)[std::size_t(c - '0')];
  }
  return text;
}

std::string ordinal(int day) {
  static const std::array<std::string, 10> kTens = {"",       "الحادي", "الثاني", "الثالث", "الرابع",
                                                    "الخامس", "السادس", "السابع", "الثامن", "التاسع"};
  if (day <= 10) return kUnits[std::size_t(day)];
  if (day < 20) return kTens[std::size_t(day - 10)] + " عشر";
  if (day == 20) return "العشرين";
  if (day < 30) return kTens[std::size_t(day - 20)] + " والعشرين";
  return day == 30 ? "الثلاثين" : "الحادي والثلاثين";
}

std::string year_in_words(int year) {
  static const std::array<std::string, 20> kSmall = {"",         "واحد",    "اثنين",    "ثلاثة",      "أربعة",
                                                     "خمسة",     "ستة",     "سبعة",     "ثمانية",     "تسعة",
                                                     "عشرة",     "أحد عشر", "اثني عشر", "ثلاثة عشر",  "أربعة عشر",
                                                     "خمسة عشر", "ستة عشر", "سبعة عشر", "ثمانية عشر", "تسعة عشر"};
  static const std::array<std::string, 10> kTens = {"",      "",     "عشرين", "ثلاثين", "أربعين",
                                                    "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"};
  std::string words = year < 2000 ? "ألف وتسعمئة" : "ألفين";
  const int rest = year % 100;
  if (rest == 0) return words;
  if (rest < 20) return words + " و" + kSmall[std::size_t(rest)];
  if (rest % 10 != 0) words += " و" + kSmall[std::size_t(rest % 10)];
  return words + " و" + kTens[std::size_t(rest / 10)];
}

// Writes one form for every day of the century, a line each, and reads them back.
template <class Write>
void expect_every_day(const std::string& name, Write write) {
  std::string text;
  std::vector<std::string> expected;
  int wrong = 0;
  const auto check = [&] {
    const auto times = find_times(text, "");
    if (times.size() != expected.size())
      ADD_FAILURE() << name << ": " << times.size() << " finds of " << expected.size() << " in\n"
                    << text.substr(0, 2000);
    for (std::size_t i = 0; i < times.size() && i < expected.size() && wrong < 5; ++i) {
      const bool right = times[i].timex == expected[i] && times[i].basis == TimeBasis::kAbsolute &&
                         to_iso(*times[i].first) == expected[i];
      if (!right)
        ++wrong, ADD_FAILURE() << name << ": " << expected[i] << " read as " << times[i].timex.value_or("-") << " in "
                               << text.substr(times[i].span.begin, times[i].span.end - times[i].span.begin);
    }
    text.clear();
    expected.clear();
  };
  for (Date date = kStart; date.year <= kLastYear && wrong < 5 && !testing::Test::HasFailure(); date.next()) {
    text += write(date) + "\n";
    expected.push_back(date.iso());
    if (date.day == 28) check();
  }
  check();
}

std::size_t index(const Date& date) { return std::size_t(date.month - 1); }

TEST(TimeAbsolute, DayMonthYearOfEachFamilyAndScript) {
  const std::vector<const Names*> families = {&kGulf,     &kEgyptian, &kLevantine, &kLevantineBare, &kLevantineFigure,
                                              &kMaghrebi, &kMoroccan, &kLibyan};
  for (std::size_t f = 0; f < families.size(); ++f) {
    const Names& names = *families[f];
    for (int script = 0; script < 3; ++script)
      expect_every_day(fmt::format("family {} script {}", f, script), [&](const Date& d) {
        return "صدر في " + in_script(d.day, script) + " " + names[index(d)] + " " + in_script(d.year, script) + " قرار";
      });
  }
}

TEST(TimeAbsolute, DoubleNamesInEitherOrderAndSeparator) {
  for (const std::string separator : {"/", "/ ", " / ", " (", "-", " - "}) {
    const std::string close = separator == " (" ? ")" : "";
    for (const bool gulf_first : {true, false})
      expect_every_day("double " + separator, [&](const Date& d) {
        const std::string& first = (gulf_first ? kGulf : kLevantine)[index(d)];
        const std::string& second = (gulf_first ? kLevantine : kGulf)[index(d)];
        return "في " + std::to_string(d.day) + " " + first + separator + second + close + " " + std::to_string(d.year) +
               " صدر القرار";
      });
  }
  expect_every_day("maghrebi and gulf", [&](const Date& d) {
    return fmt::format("يوم {} {}/{} {}", d.day, kLevantine[index(d)], kMaghrebi[index(d)], d.year);
  });
}

TEST(TimeAbsolute, WrittenForms) {
  const std::map<std::string, std::function<std::string(const Date&)>> forms = {
      {"of, year", [](const Date& d) { return fmt::format("في {} من {} عام {}", d.day, kGulf[index(d)], d.year); }},
      {"article", [](const Date& d) { return fmt::format("في الـ{} من {} {}", d.day, kLevantine[index(d)], d.year); }},
      {"article apart",
       [](const Date& d) { return fmt::format("في ال {} من شهر {} لعام {}", d.day, kLevantine[index(d)], d.year); }},
      {"ordinal",
       [](const Date& d) { return fmt::format("في {} من {} {}", ordinal(d.day), kLevantine[index(d)], d.year); }},
      {"month of",
       [](const Date& d) { return fmt::format("في {} من شهر {} من العام {}", d.day, kGulf[index(d)], d.year); }},
      {"year in words",
       [](const Date& d) { return fmt::format("في {} {} عام {}", d.day, kGulf[index(d)], year_in_words(d.year)); }},
      {"glued", [](const Date& d) { return fmt::format("في {}{}{}", d.day, kGulf[index(d)], d.year); }},
      {"month first", [](const Date& d) { return fmt::format("في {} {}، {}", kGulf[index(d)], d.day, d.year); }},
      {"weekday",
       [](const Date& d) {
         return fmt::format("يوم {} {} {} {}", kWeekdays[std::size_t(d.weekday)], d.day, kGulf[index(d)], d.year);
       }},
      {"weekday, agreeing",
       [](const Date& d) {
         return fmt::format("{} الموافق {} {} {}م", kWeekdays[std::size_t(d.weekday)], d.day, kLevantine[index(d)],
                            d.year);
       }},
      {"weekday, in",
       [](const Date& d) {
         return fmt::format("{}، في {} {}/ {} {}", kWeekdays[std::size_t(d.weekday)], d.day, kGulf[index(d)],
                            kLevantine[index(d)], d.year);
       }},
      {"tatweel", [](const Date& d) { return fmt::format("في {} {}ـــ {}", d.day, kLevantine[index(d)], d.year); }},
      {"marks", [](const Date& d) { return fmt::format("في \u200F{} {}\u200F {}", d.day, kGulf[index(d)], d.year); }},
  };
  for (const auto& [name, write] : forms) expect_every_day(name, write);
}

TEST(TimeAbsolute, Figures) {
  for (const char* form : {"في {0}/{1}/{2} قال", "في {0}-{1}-{2} قال", "في {0}.{1}.{2} قال", "في {0:02}/{1:02}/{2} قال",
                           "في {2}-{1:02}-{0:02} قال", "في {2}/{1}/{0} قال", "في {0} / {1} / {2} قال", "({0}/{1}/{2})"})
    expect_every_day(form, [&](const Date& d) { return fmt::format(fmt::runtime(form), d.day, d.month, d.year); });
  expect_every_day("indic figures", [&](const Date& d) {
    return in_script(d.day, 1) + "/" + in_script(d.month, 1) + "/" + in_script(d.year, 1);
  });
}

TEST(TimeAbsolute, OtherLanguages) {
  expect_every_day("English",
                   [](const Date& d) { return fmt::format("(@user) {} {}, {}", kEnglish[index(d)], d.day, d.year); });
  expect_every_day("English, day first",
                   [](const Date& d) { return fmt::format("{} {} {}", d.day, kEnglish[index(d)], d.year); });
  expect_every_day("French", [](const Date& d) { return fmt::format("{} {} {}", d.day, kFrench[index(d)], d.year); });
  expect_every_day("Turkish", [](const Date& d) { return fmt::format("{} {} {}", d.day, kTurkish[index(d)], d.year); });
  expect_every_day("Russian", [](const Date& d) { return fmt::format("{} {} {}", d.day, kRussian[index(d)], d.year); });
}

// --- Relative forms

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
    expect_value(fmt::format("في 3 {} الجاري", kGulf[index(now)]), now,
                 fmt::format("{}-{:02}-03", now.year, now.month));
    expect_value("في الخامس من الشهر الجاري", now, now.iso_month(0) + "-05");
    expect_value("في 17 من الشهر الماضي", now, now.iso_month(-1) + "-17");
  });
}

struct Case {
  const char* text;
  const char* published;
  const char* value;
};

TEST(TimeConstructions, Each) {
  const Case cases[] = {
      {"عقدت الجلسات بين 18 و22 شباط الماضي", "2018-03-01", "2018-02-18/2018-02-22"},
      {"تعقد يومي 29 و30 تشرين الثاني المقبل", "2016-09-20", "2016-11-29/2016-11-30"},
      {"المعرض من 3 إلى 12 سبتمبر المقبل", "2020-08-01", "2020-09-03/2020-09-12"},
      {"جرى ذلك في 2 و7 حزيران الماضي", "2020-08-01", "2020-06-02 2020-06-07"},
      {"حكم بين عامي 1950 و1953 البلاد", "2020-08-01", "1950/1953"},
      {"خلال الأعوام 2014-2018 كلها", "2020-08-01", "2014/2018"},
      {"ففي الفترة بين 23 أبريل و3 مايو عام 1991", "2020-08-01", "1991-04-23 1991-05-03"},
      {"بين 26 ديسمبر و8 يناير 2018", "2020-08-01", "2017-12-26 2018-01-08"},
      {"في الربع الأول من عام 2015", "2020-08-01", "2015-Q1"},
      {"خلال النصف الثاني من العام الجاري", "2020-08-01", "2020-H2"},
      {"في الأشهر الستة الأولى من العام", "2020-08-01", "2020-H1"},
      {"في الأشهر التسعة الأولى من العام الماضي", "2020-08-01", "2019-01/2019-09"},
      {"في الأشهر الثلاثة الأخيرة من عام 2019", "2020-08-01", "2019-10/2019-12"},
      {"لمدة عشرة أيام", "2020-08-01", "P10D"},
      {"خلال 48 ساعة", "2020-08-01", "PT48H"},
      {"مستمر منذ عامين", "2020-08-01", "P2Y"},
      {"في الأيام الخمسة الماضية", "2020-08-01", "P5D"},
      {"خلال العامين الماضيين", "2020-08-01", "P2Y"},
      {"قبل ذلك بيومين", "2020-08-01", "P2D"},
      {"اجتمعوا قبل أسابيع", "2020-08-01", "PXW"},
      {"وصل مؤخرا", "2020-08-01", "PAST_REF"},
      {"يعمل حاليا", "2020-08-01", "PRESENT_REF"},
      {"في ثمانينيات القرن الماضي", "2020-08-01", "198"},
      {"في الثمانينات", "2020-08-01", "198"},
      {"في ستينات القرن التاسع عشر", "2020-08-01", "186"},
      {"منذ القرن الثامن عشر", "2020-08-01", "17"},
      {"بداية القرن الماضي", "2020-08-01", "19"},
      {"في صيف 2017", "2020-08-01", "2017-SU"},
      {"في الصيف الماضي", "2020-08-01", "2019-SU"},
      {"في خريف هذا العام", "2020-08-01", "2020-FA"},
      {"ليل الأربعاء الخميس", "2018-05-10", "2018-05-09TNI"},
      {"ليلة أمس", "2018-05-10", "2018-05-09TNI"},
      {"منتصف ليل الثلاثاء", "2018-05-10", "2018-05-08TNI"},
      {"صباح اليوم", "2018-05-10", "2018-05-10TMO"},
      {"كل خميس", "2018-05-10", "XXXX-WXX-4"},
      {"يجتمعون سنويا", "2018-05-10", "P1Y"},
      {"مطلع شهر آذار/ مارس عام 2020", "2020-08-01", "2020-03"},
      {"في مارس/آذار قبل الماضي", "2021-10-07", "2020-03"},
      {"يوم أمس الثلاثاء 27 تشرين الأول/ أكتوبر", "2020-10-28", "2020-10-27"},
      {"في 27 من الشهر نفسه", "2020-10-28", "-"},
      {"في مارس 2019 اجتمعوا وفي 17 من الشهر نفسه وقعوا", "2020-10-28", "2019-03 2019-03-17"},
      {"وصل في 5 مارس 2019 وغادر في اليوم التالي", "2020-10-28", "2019-03-05 2019-03-06"},
      {"اليوم الخميس", "2018-04-11", "2018-04-12"},
      {"يوم الخميس من الأسبوع المقبل", "2020-10-28", "2020-11-05"},
      {"عيد الأضحى المقبل", "2018-07-01", "2018-08-21"},
      {"شهر رمضان الماضي", "2018-07-01", "2018-05-16/2018-06-14"},
      {"الموافق 14 رمضان 1439 هـ", "2018-07-01", "2018-05-29"},
      {"الأربعاء 14 رمضان 1439هـ الموافق 30 مايو 2018م", "2018-07-01", "2018-05-30"},
      {"9-5-1432هـ", "2018-07-01", "2011-04-13"},
      {"في أول سبتمبر 2017", "2018-07-01", "2017-09-01"},
      {"في مايو تسعة وعشرين، قال", "2018-07-01", "2018-05-29"},
      {"الليلة الماضية", "2018-07-01", "2018-06-30TNI"},
      {"في 31 فبراير 2018", "2018-07-01", ""},
      {"قبل أكثر من عام", "2018-07-01", "2017"},
      {"في 15 الجاري", "2018-07-01", "2018-07-15"},
      {"في الأحد الأول من مايو المقبل", "2020-10-28", "2021-05-02"},
      {"ثالث ثلاثاء من سبتمبر 2014", "2020-10-28", "2014-09-16"},
      {"يومي السبت والأحد المقبلين", "2020-10-28", "2020-10-31/2020-11-01"},
      {"بعد عامي 1999 و2004 عاد", "2020-10-28", "1999 2004"},
      {"العقد الثاني من القرن الحادي والعشرين", "2020-10-28", "201"},
      {"يوم الثلاثاء 27/10 عاد", "2020-10-28", "2020-10-27"},
      {"كل أربع سنوات", "2020-10-28", "P4Y"},
      {"قبل نصف قرن", "2020-10-28", "1970"},
      {"وبعد مرور ثلاث سنوات على الحادث", "2020-10-28", "P3Y"},
      {"حرب عام 67", "2020-10-28", "1967"},
      {"في 5 و8 و12 مارس الماضي", "2020-10-28", "2020-03-05 2020-03-08 2020-03-12"},
      {"خلال أول ستة أشهر من العام 2018", "2020-10-28", "2018-H1"},
      {"الشهر الأول من العام الجاري", "2020-10-28", "2020-01"},
      {"عاد 24 تشرين الأول اكتوبر 2020", "2020-10-28", "2020-10-24"},
      {"شهر سبتمبر من كل عام", "2020-10-28", "XXXX-09"},
      {"عاد غدا (الخميس) 29 أكتوبر (تشرين الأول) الحالي", "2020-10-28", "2020-10-29"},
      {"هذا المساء", "2020-10-28", "2020-10-28TEV"},
  };
  for (const Case& c : cases) EXPECT_EQ(values(c.text, c.published), c.value) << c.text;
}

// A report pasted below another has its own day; a stamp a day late gives way to the weekday named.
TEST(TimeConstructions, DaysAreThoseOfTheirReport) {
  const std::string first =
      "التقى الوزير نظيره أمس في العاصمة وبحث معه عددا من الملفات ذات الاهتمام المشترك بين البلدين وسبل تعزيزها "
      "وتطويرها.\n";
  const std::string filler =
      "وأشاد الجانبان بمستوى التعاون القائم بين البلدين الصديقين في مجالات الطاقة والنقل والتعليم والزراعة والصناعة "
      "والسياحة.\n";
  const std::string second = "5 مارس 2019\nعاد الوفد إلى بلاده أمس.\n";
  EXPECT_EQ(values(first + filler + second, "2020-10-28"), "2020-10-27 2019-03-05 2019-03-04");
  EXPECT_EQ(values("قال اليوم الثلاثاء إنه عاد أمس", "2020-10-28"), "2020-10-27 2020-10-26");
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
    grammar().read(make_document(text), "", "");
  }
}

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

TEST(TimeTraps, NoDates) {
  const char* texts[] = {
      "اهتم الرأي العام بالقضية",
      "التقى الأمين العام الجديد",
      "الأمين العام السابق للحزب",
      "خسر الفريق ثلاثة مقابل صفر",
      "هاتف رجب طيب أردوغان نظيره",
      "قالت تيريزا ماي إنها باقية",
      "عقد الجانبان جلسة مطولة",
      "كتب رمضان شلح رسالة",
      "تابع موقع روسيا اليوم الخبر",
      "رجل في الأربعينات من عمره",
      "بعد هجمات 11 سبتمبر",
      "ثورة 25 يناير",
      "خطبة الجمعة",
      "جسر 6 أكتوبر",
      "بلغ الإنتاج 2019 طنا",
      "بعد عقد اجتماع بين الطرفين",
      "سيارة نيسان جديدة",
      "القرار رقم 1701",
      "العام الدراسي الماضي",
      "الجمعة السوداء",
      "اليوم العالمي للصحافة",
      "تنتج المصفاة ألف برميل في اليوم",
      "وسط المدينة",
      "ستة أشخاص",
  };
  for (const char* text : texts) EXPECT_EQ(values(text, "2020-10-28"), "") << text;
}

// --- Hijri

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
  static const Names kHijri = {"محرم", "صفر",   "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
                               "رجب",  "شعبان", "رمضان",      "شوال",       "ذو القعدة",    "ذو الحجة"};
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

// --- The article's own day

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
    const ArticleDay found = grammar().read(make_document(c.text), c.given, c.url).day;
    EXPECT_EQ(found.day ? to_iso(*found.day) : "", c.day) << c.text;
    if (found.day) {
      EXPECT_EQ(int(found.basis), int(c.basis)) << c.text;
    }
  }
}

TEST(ArticleDay, ContradictionsAreWarnings) {
  const auto codes = [](const std::string& text, const std::string& given) {
    std::string all;
    for (const Warning& warning : grammar().read(make_document(text), given, "").day.warnings)
      all += warning.code + ";";
    return all;
  };
  EXPECT_EQ(codes("التقى الوزير نظيره اليوم الخميس", "2021-10-07"), "");
  EXPECT_EQ(codes("التقى الوزير نظيره اليوم الأربعاء", "2021-10-07"), "weekday-against-published;");
  EXPECT_EQ(codes("وصل يوم الجمعة 7 أكتوبر 2021", "2021-10-09"), "weekday-against-date;");
  EXPECT_EQ(codes("قال اليوم الخميس.\nوقال آخر اليوم الأحد.", ""), "two-days;");
  EXPECT_EQ(codes("نص", "قريبا"), "published-unreadable;");
  EXPECT_EQ(codes("وصل في يناير/ كانون الأول 2017", "2018-01-01"), "month-names-differ;");
}

}  // namespace
}  // namespace mahdar::test
