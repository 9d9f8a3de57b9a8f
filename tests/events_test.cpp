// Properties of the events of whole articles: what must not change them, and what must change one thing alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "mahdar/mahdar.h"

namespace mahdar {
namespace {

const Extractor& extractor() {
  static const Extractor instance;
  return instance;
}

// The articles of tests/corpus, by name.
std::vector<Article> corpus() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(MAHDAR_SOURCE_DIR "/tests/corpus"))
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<Article> articles;
  for (const auto& path : paths) {
    const auto json = nlohmann::json::parse(std::ifstream(path));
    Article& article = articles.emplace_back();
    article.id = json.at("id").get<std::string>();
    article.title = json.at("title").get<std::string>();
    article.published = json.at("published").get<std::string>();
    article.text = json.at("text").get<std::string>();
  }
  return articles;
}

// An event's type, status, day, place and people on a line: all that does not hang on where in an article it is told.
std::string told(const Event& event) {
  std::set<std::string> people;
  for (const Participant& p : event.participants) people.insert(p.name + (p.initiator ? "*" : ""));
  std::string line = event.type == EventType::kCall ? "call" : "meeting";
  line += " " + std::to_string(int(event.status));
  if (event.date && event.date->certainty == Certainty::kStated) line += " on " + event.date->timex.value_or("?");
  if (event.location) line += " in " + event.location->name;
  for (const std::string& person : people) line += " | " + person;
  return line;
}

std::vector<std::string> events_of(const Article& article) {
  std::vector<std::string> lines;
  for (const Event& event : extractor().extract(article).events) lines.push_back(told(event));
  return lines;
}

// The same, and what the whole record says of the events: topics, main, implied days.
std::vector<std::string> details_of(const Article& article) {
  std::vector<std::string> lines;
  for (const Event& event : extractor().extract(article).events) {
    std::string line = told(event) + (event.main ? " main" : "");
    if (event.date) line += " " + event.date->timex.value_or("?");
    for (const auto& topic : event.topics) line += " " + topic.id;
    for (const auto& agreement : event.agreements) line += " " + agreement.name;
    lines.push_back(line + " " + std::to_string(event.statements.size()));
  }
  return lines;
}

// --- Spelling

constexpr std::string_view kTatweel = "\xD9\x80", kFatha = "\xD9\x8E";

bool is_letter(std::string_view text, std::size_t at) {  // of two bytes, alef to yeh
  return at + 1 < text.size() && (std::uint8_t(text[at]) == 0xD8 || std::uint8_t(text[at]) == 0xD9) &&
         text.substr(at, 2) >= "\xD8\xA1" && text.substr(at, 2) <= "\xD9\x8A" && text.substr(at, 2) != kTatweel;
}

// Puts a mark behind the first letter of each word of at least four letters that starts with two of them.
std::string with_marks(const std::string& text, std::string_view mark) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (is_letter(text, end)) end += 2;
    if (end == at) {
      out += text[at++];
      continue;
    }
    const std::string word = text.substr(at, end - at);
    out += word.size() >= 8 ? word.substr(0, 2) + std::string(mark) + word.substr(2) : word;
    at = end;
  }
  return out;
}

TEST(EventProperties, TashkeelChangesOnlyOffsetsAndQuotes) {
  for (Article article : corpus()) {
    const auto plain = details_of(article);
    article.text = with_marks(article.text, kFatha);
    EXPECT_EQ(details_of(article), plain) << article.id;
  }
}

TEST(EventProperties, TatweelChangesOnlyOffsetsAndQuotes) {
  for (Article article : corpus()) {
    const auto plain = details_of(article);
    article.text = with_marks(article.text, kTatweel);
    EXPECT_EQ(details_of(article), plain) << article.id;
  }
}

// --- Two articles in one

std::set<std::string> names_in(const Article& article) {
  std::set<std::string> names;
  for (const Entity& entity : extractor().extract(article).entities) {
    names.insert(entity.name);
    if (entity.country) names.insert(*entity.country);
  }
  return names;
}

bool meet(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& name) { return b.count(name) != 0; });
}

// Whether a text read as of another's day keeps its sense: of one weekday, and no office has changed hands in between.
bool of_one_time(const Article& a, const Article& b) {
  const auto day = [](const Article& article) {
    int year = 0, month = 0, of_month = 0;
    std::sscanf(article.published.c_str(), "%d-%d-%d", &year, &month, &of_month);
    return std::chrono::sys_days(std::chrono::year(year) / month / of_month);
  };
  const auto apart = (day(a) - day(b)).count();
  return apart % 7 == 0 && std::abs(apart) < 400;
}

// Articles that name nothing in common: neither tells of the other's events, nor says whom its words mean.
TEST(EventProperties, TwoArticlesInOneTellOfTheEventsOfBoth) {
  const std::vector<Article> articles = corpus();
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (events_of(articles[i]).empty()) continue;
    const std::set<std::string> names = names_in(articles[i]);
    for (std::size_t j = 0; j < articles.size(); ++j) {
      if (i == j || !of_one_time(articles[i], articles[j]) || meet(names, names_in(articles[j]))) continue;
      Article second = articles[j], both = articles[i];
      second.published = both.published;
      second.title = both.title = "";
      Article first = both;
      both.text += "\n" + second.text;
      std::vector<std::string> wanted = events_of(first);
      const std::vector<std::string> more = events_of(second);
      if (more.empty()) continue;
      wanted.insert(wanted.end(), more.begin(), more.end());
      EXPECT_THAT(events_of(both), testing::UnorderedElementsAreArray(wanted))
          << articles[i].id << " + " << articles[j].id;
      ++pairs;
    }
  }
  EXPECT_GT(pairs, 100u);
}

// --- Another man in his place

std::string filled(std::string text, std::string_view mark, std::string_view with) {
  for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.replace(at, mark.size(), with);
  return text;
}

struct Man {
  const char *phrase, *name;
};

// Two men in office on 2018-03-15 of each country.
constexpr Man kMen[][2] = {
    {{"وزير الخارجية الروسي سيرغي لافروف", "Sergey Lavrov"}, {"وزير الدفاع الروسي سيرغي شويغو", "Sergei Shoigu"}},
    {{"وزير الخارجية المصري سامح شكري", "Sameh Shoukry"}, {"مدير المخابرات المصرية عباس كامل", "Abbas Kamel"}},
    {{"الرئيس الفرنسي إيمانويل ماكرون", "Emmanuel Macron"},
     {"وزير الخارجية الفرنسي جان إيف لودريان", "Jean-Yves Le Drian"}},
    {{"الرئيس التركي رجب طيب أردوغان", "Recep Tayyip Erdoğan"},
     {"وزير الخارجية التركي مولود تشاووش أوغلو", "Mevlüt Çavuşoğlu"}},
    {{"ولي العهد السعودي الأمير محمد بن سلمان", "Mohammed bin Salman"},
     {"وزير الخارجية السعودي عادل الجبير", "Adel al-Jubeir"}}};

constexpr const char* kStories[] = {"أجرى {A}، الثلاثاء، اتصالا هاتفيا مع {B}، بحثا فيه الوضع في سوريا.",
                                    "تلقى {A} أمس اتصالا هاتفيا من {B}.",
                                    "استقبل {A} اليوم الخميس في جنيف {B}، وبحثا الأزمة الليبية.",
                                    "التقى {A} و{B} الأربعاء في جنيف.",
                                    "من المقرر أن يلتقي {A} يوم الأحد المقبل في جنيف {B}.",
                                    "عقد {A} اجتماعا مع {B} في جنيف أمس الأربعاء.",
                                    "نفى متحدث أن يكون {A} التقى {B} في جنيف.",
                                    "جرى اتصال هاتفي أمس بين {A} و{B}."};

std::vector<std::string> story(const char* text, const Man& a, const Man& b) {
  Article article;
  article.published = "2018-03-15";
  article.text = filled(filled(text, "{A}", a.phrase), "{B}", b.phrase);
  std::vector<std::string> lines;
  for (std::string line : events_of(article)) lines.push_back(filled(filled(line, a.name, "{A}"), b.name, "{B}"));
  return lines;
}

TEST(EventProperties, AnotherManOfTheCountryChangesOnlyTheMan) {
  for (const char* text : kStories)
    for (const auto& ours : kMen)
      for (const auto& theirs : kMen) {
        if (&ours == &theirs) continue;
        const auto first = story(text, ours[0], theirs[0]);
        ASSERT_EQ(first.size(), 1u) << text << ours[0].name << theirs[0].name;
        // The names are sorted as they stand in the record: their order may turn, and nothing else.
        const auto sorted = [](std::string line) { return std::sort(line.begin(), line.end()), line; };
        for (const auto& [a, b] : {std::pair(ours[1], theirs[0]), std::pair(ours[0], theirs[1])}) {
          const auto other = story(text, a, b);
          ASSERT_EQ(other.size(), 1u) << text << a.name << b.name;
          EXPECT_EQ(sorted(other[0]), sorted(first[0]))
              << text << " " << a.name << " " << b.name << other[0] << first[0];
        }
      }
}

}  // namespace
}  // namespace mahdar
