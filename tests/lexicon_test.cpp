// The matcher, against what it promises and against a naive search.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <random>

#include "gazetteer/lexicon_builder.h"
#include "mahdar/mahdar.h"
#include "text/tokenise.h"

namespace mahdar {
namespace {

Document read(std::string text) {
  Document doc;
  doc.text = std::move(text);
  tokenise(doc);
  return doc;
}

std::vector<std::string> found(const Lexicon& lexicon, const std::string& text) {
  const Document doc = read(text);
  std::vector<std::string> spans;
  for (const LexiconMatch& match : lexicon.find(doc, {0, std::uint32_t(doc.tokens.size())}))
    spans.emplace_back(doc.raw(match.span));
  return spans;
}

TEST(Lexicon, FindsPhrasesWithCliticsAndVariants) {
  LexiconBuilder builder;
  for (const char* phrase :
       {"تركيا", "الرئاسة التركية", "مكالمة هاتفية", "كيم جونغ أون", "التقى", "الأمم المتحدة", "عمان", "السيسي"})
    builder.add(phrase, {});
  const struct {
    const char* text;
    std::vector<std::string> spans;
  } kRows[] = {{"زار تركيا", {"تركيا"}},
               {"وتركيا وبتركيا ولتركيا كتركيا", {"تركيا", "تركيا", "تركيا", "تركيا"}},
               {"بيان للرئاسة التركية", {"لرئاسة التركية"}},
               {"كيم جونغ-أون", {"كيم جونغ-أون"}},
               {"«كيم» جونغ أون", {"كيم» جونغ أون"}},
               {"مكالمه هاتفيه", {"مكالمه هاتفيه"}},
               {"التقي", {"التقي"}},
               {"السيسى", {"السيسى"}},
               {"تركياه", {}},
               {"للأمم المتحدة", {"لأمم المتحدة"}},
               {"تُــركيا", {"تُــركيا"}}};
  for (const auto& row : kRows) EXPECT_EQ(found(builder.build(), row.text), row.spans) << row.text;
}

TEST(Lexicon, TakesTheLongestOfTheLeftmost) {
  LexiconBuilder builder;
  for (const char* phrase : {"وزير", "وزير الخارجية", "الخارجية الروسية", "الخارجية"}) builder.add(phrase, {});
  EXPECT_EQ(found(builder.build(), "وزير الخارجية الروسية"), (std::vector<std::string>{"وزير الخارجية"}));
}

TEST(Lexicon, NeverStripsAShortWord) {
  LexiconBuilder builder;
  builder.add("لد", {});
  EXPECT_TRUE(found(builder.build(), "ولد").empty());
}

TEST(Lexicon, HoldsAllEntriesOfAPhraseOnce) {
  LexiconBuilder builder;
  for (const LexiconEntry entry : {LexiconEntry{1, 0, 7}, LexiconEntry{2, 0, 9}, LexiconEntry{1, 0, 7}})
    builder.add("الأمم المتحدة", entry);
  const Lexicon lexicon = builder.build();
  const LexiconEntries entries = lexicon.lookup("الامم المتحده");
  EXPECT_THAT(std::vector(entries.begin(), entries.end()),
              testing::ElementsAre(LexiconEntry{1, 0, 7}, LexiconEntry{2, 0, 9}));
}

TEST(Lexicon, IsItsImage) {
  LexiconBuilder builder;
  for (const char* phrase : {"وزير", "وزير الخارجية", "الخارجية الروسية"}) builder.add(phrase, {});
  const std::string bytes(builder.build().image().bytes);
  std::vector<std::uint64_t> aligned(bytes.size() / 8);
  std::memcpy(aligned.data(), bytes.data(), bytes.size());
  const std::string_view mapped(reinterpret_cast<const char*>(aligned.data()), bytes.size());
  EXPECT_EQ(found(Lexicon({mapped, nullptr}), "وزير الخارجية الروسية"), (std::vector<std::string>{"وزير الخارجية"}));
  for (const std::size_t size : {std::size_t(0), std::size_t(8), bytes.size() / 2, bytes.size() - 8})
    EXPECT_THROW(Lexicon({mapped.substr(0, size), nullptr}), Error) << size;
}

TEST(Lexicon, AgreesWithANaiveSearchOnRandomText) {
  const std::vector<std::string> alphabet = {"نهر", "جبل", "بحر", "سهل", "شجر"};
  std::mt19937 random(7);
  const auto word = [&] { return alphabet[random() % alphabet.size()]; };
  for (int round = 0; round < 300; ++round) {
    LexiconBuilder builder;
    std::vector<std::vector<std::string>> phrases;
    for (int i = 0; i < 4; ++i) {
      std::vector<std::string> phrase;
      for (unsigned n = 1 + random() % 3; n > 0; --n) phrase.push_back(word());
      std::string text;
      for (const auto& w : phrase) text += w + " ";
      builder.add(text, {0, 0, std::uint32_t(i)});
      phrases.push_back(phrase);
    }
    std::vector<std::string> text;
    for (int i = 0; i < 12; ++i) text.push_back(word());
    std::string joined;
    for (const auto& w : text) joined += w + " ";
    std::vector<std::pair<std::size_t, std::size_t>> naive;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t longest = 0;
      for (const auto& phrase : phrases)
        if (at + phrase.size() <= text.size() &&
            std::equal(phrase.begin(), phrase.end(), text.begin() + std::ptrdiff_t(at)))
          longest = std::max(longest, phrase.size());
      if (longest > 0) naive.emplace_back(at, at + longest);
      at += longest > 0 ? longest : 1;
    }
    const Document doc = read(joined);
    const Lexicon lexicon = builder.build();
    std::vector<std::pair<std::size_t, std::size_t>> ours;
    for (const LexiconMatch& match : lexicon.find(doc, {0, std::uint32_t(doc.tokens.size())}))
      ours.emplace_back(match.tokens.begin, match.tokens.end);
    EXPECT_EQ(ours, naive) << joined;
  }
}

}  // namespace
}  // namespace mahdar
