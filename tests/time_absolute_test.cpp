// Every day of 1950 to 2050 in every absolute form reads back to itself.
#include <gtest/gtest.h>

#include <functional>
#include <map>

#include "time_calendar.h"
#include "time_names.h"
#include "time_support.h"

namespace mahdar::test {
namespace {

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

constexpr Script kScripts[] = {kLatin, kIndic, kPersian};

TEST(TimeAbsolute, DayMonthYearOfEachFamilyAndScript) {
  const std::map<std::string, const Names*> families = {{"gulf", &kGulf},
                                                        {"egyptian", &kEgyptian},
                                                        {"levantine", &kLevantine},
                                                        {"levantine without article", &kLevantineBare},
                                                        {"levantine by figure", &kLevantineFigure},
                                                        {"levantine, short", &kLevantineShort},
                                                        {"maghrebi", &kMaghrebi},
                                                        {"moroccan", &kMoroccan},
                                                        {"libyan", &kLibyan}};
  for (const auto& [family, names] : families)
    for (const Script script : kScripts)
      expect_every_day(fmt::format("{}, script {}", family, int(script)), [&, names = names](const Date& d) {
        return "صدر في " + in_script(d.day, script) + " " + (*names)[index(d)] + " " + in_script(d.year, script) +
               " قرار";
      });
}

struct Pair {
  const Names* first;
  const Names* second;
};

// Both names of a month, as in "27 تشرين الأول/ أكتوبر 2020".
void expect_pair(const Pair& pair, const std::string& separator, Script script) {
  const std::string close = separator.find('(') != std::string::npos ? ")" : "";
  expect_every_day("double '" + separator + "'", [&](const Date& d) {
    const std::string &first = (*pair.first)[index(d)], second = (*pair.second)[index(d)];
    const std::string month = first == second ? first : first + separator + second + close;
    return "في " + in_script(d.day, script) + " " + month + " " + in_script(d.year, script) + " صدر القرار";
  });
}

TEST(TimeAbsolute, DoubleNamesInEitherOrderSeparatorAndScript) {
  for (const std::string separator : {"/", "/ ", " / ", " /", " (", "(", "-", " - ", " "})
    for (const Pair& pair : {Pair{&kGulf, &kLevantine}, Pair{&kLevantine, &kGulf}})
      for (const Script script : kScripts) expect_pair(pair, separator, script);
}

TEST(TimeAbsolute, DoubleNamesOfOtherFamilies) {
  for (const Pair& pair : {Pair{&kLevantine, &kMaghrebi}, Pair{&kMaghrebi, &kLevantine}, Pair{&kGulf, &kMaghrebi},
                           Pair{&kMoroccan, &kGulf}, Pair{&kEgyptian, &kLevantineBare}, Pair{&kGulf, &kLibyan}})
    expect_pair(pair, "/", kLatin);
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
  for (const Script script : kScripts)
    for (const std::string separator : {"/", "-", "."})
      expect_every_day("figures of another script", [&](const Date& d) {
        return in_script(d.day, script) + separator + in_script(d.month, script) + separator +
               in_script(d.year, script);
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

}  // namespace
}  // namespace mahdar::test
