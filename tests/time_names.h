// Names of months and days, numbers and years as texts write them.
#ifndef MAHDAR_TESTS_TIME_NAMES_H_
#define MAHDAR_TESTS_TIME_NAMES_H_

#include <array>
#include <string>

namespace mahdar::test {

using Names = std::array<std::string, 12>;

inline const Names kGulf = {"يناير", "فبراير", "مارس",   "أبريل",  "مايو",   "يونيو",
                            "يوليو", "أغسطس",  "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
inline const Names kEgyptian = {"يناير", "فبراير", "مارس",   "إبريل",  "مايو",   "يونيه",
                                "يوليه", "اغسطس",  "سبتمبر", "اكتوبر", "نوفمبر", "ديسمبر"};
inline const Names kLevantine = {"كانون الثاني", "شباط", "آذار",  "نيسان",       "أيار",         "حزيران",
                                 "تموز",         "آب",   "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"};
inline const Names kLevantineBare = {"كانون ثاني", "شباط", "أذار",  "نيسان",     "ايار",       "حزيران",
                                     "تموز",       "اب",   "ايلول", "تشرين أول", "تشرين ثاني", "كانون أول"};
inline const Names kLevantineFigure = {"كانون 2", "شباط", "آذار",  "نيسان",   "أيار",    "حزيران",
                                       "تموز",    "آب",   "أيلول", "تشرين 1", "تشرين 2", "كانون 1"};
inline const Names kLevantineShort = {"ك2",   "شباط", "آذار",  "نيسان", "أيار", "حزيران",
                                      "تموز", "آب",   "أيلول", "ت1",    "ت2",   "ك1"};
inline const Names kMaghrebi = {"جانفي",  "فيفري", "مارس",   "أفريل",  "ماي",    "جوان",
                                "جويلية", "أوت",   "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
inline const Names kMoroccan = {"يناير",  "فبراير", "مارس",  "أبريل",  "ماي",   "يونيو",
                                "يوليوز", "غشت",    "شتنبر", "أكتوبر", "نونبر", "دجنبر"};
inline const Names kLibyan = {"أي النار", "النوار",  "الربيع", "الطير",  "الماء", "الصيف",
                              "ناصر",     "هانيبال", "الفاتح", "التمور", "الحرث", "الكانون"};
inline const Names kEnglish = {"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};
inline const Names kFrench = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                              "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
inline const Names kTurkish = {"Ocak",   "Şubat",   "Mart",  "Nisan", "Mayıs", "Haziran",
                               "Temmuz", "Ağustos", "Eylül", "Ekim",  "Kasım", "Aralık"};
inline const Names kRussian = {"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                               "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
inline const std::array<std::string, 8> kWeekdays = {"",       "الاثنين", "الثلاثاء", "الأربعاء",
                                                     "الخميس", "الجمعة",  "السبت",    "الأحد"};
inline const std::array<std::string, 11> kFirstOrdinals = {"",       "الأول",  "الثاني", "الثالث", "الرابع", "الخامس",
                                                           "السادس", "السابع", "الثامن", "التاسع", "العاشر"};

inline const Names kHijri = {"محرم", "صفر",   "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
                             "رجب",  "شعبان", "رمضان",      "شوال",       "ذو القعدة",    "ذو الحجة"};

enum Script { kLatin, kIndic, kPersian };

inline std::string in_script(int number, int script) {
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

inline std::string ordinal(int day) {
  static const std::array<std::string, 10> kTens = {"",       "الحادي", "الثاني", "الثالث", "الرابع",
                                                    "الخامس", "السادس", "السابع", "الثامن", "التاسع"};
  if (day <= 10) return kFirstOrdinals[std::size_t(day)];
  if (day < 20) return kTens[std::size_t(day - 10)] + " عشر";
  if (day == 20) return "العشرين";
  if (day < 30) return kTens[std::size_t(day - 20)] + " والعشرين";
  return day == 30 ? "الثلاثين" : "الحادي والثلاثين";
}

inline std::string year_in_words(int year) {
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

}  // namespace mahdar::test

#endif  // MAHDAR_TESTS_TIME_NAMES_H_
