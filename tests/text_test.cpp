// The text floor: repair, folding, tokens with raw spans, sentences, furniture, offsets, language.
#include <gtest/gtest.h>

#include "document.h"
#include "text/fold.h"
#include "text/language.h"
#include "text/offsets.h"
#include "text/segments.h"
#include "text/tokenise.h"
#include "text/utf8.h"

namespace mahdar {
namespace {

Document read(std::string text) {
  Document doc;
  doc.text = std::move(text);
  tokenise(doc);
  split_sentences(doc);
  return doc;
}

std::vector<std::string> words(const Document& doc) {
  std::vector<std::string> list;
  for (std::size_t i = 0; i < doc.tokens.size(); ++i)
    if (doc.tokens[i].kind != TokenKind::kPunctuation) list.emplace_back(doc.word(i));
  return list;
}

TEST(Repair, ReplacesMaximalIllFormedPartsAsDecodersDo) {
  const struct {
    const char *bytes, *repaired;
  } kRows[] = {{"abc", "abc"},
               {"\xFF", "\xEF\xBF\xBD"},
               {"a\xC3", "a\xEF\xBF\xBD"},
               {"\xE0\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
               {"\xF0\x9F\x98", "\xEF\xBF\xBD"},
               {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
               {"\xD9\x85\xD9", "\xD9\x85\xEF\xBF\xBD"}};
  for (const auto& row : kRows) {
    EXPECT_EQ(repair_utf8(row.bytes), row.repaired);
    EXPECT_TRUE(is_well_formed_utf8(repair_utf8(row.bytes)));
  }
}

TEST(Fold, JoinsSpellingsOfOneWord) {
  const struct {
    const char *a, *b;
  } kRows[] = {{"أردوغان", "اردوغان"}, {"إيران", "ايران"}, {"آستانة", "استانة"}, {"مُحَمَّد", "محمد"},
               {"اتصـــال", "اتصال"},  {"پوتین", "بوتين"}, {"ﻻ", "لا"},          {"١٢٣", "123"},
               {"۱۲", "12"},           {"É", "e"},         {"مسؤول", "مسؤول"}};
  for (const auto& row : kRows) EXPECT_EQ(fold(row.a), fold(row.b)) << row.a;
}

TEST(Fold, KeepsDifferentWordsApart) {
  EXPECT_NE(fold("على"), fold("علي"));
  EXPECT_NE(fold("مكتبة"), fold("مكتبه"));
  EXPECT_NE(fold("شأن"), fold("شان ي"));
}

TEST(Tokens, ReadBrokenAndGluedWords) {
  const struct {
    const char* text;
    std::vector<std::string> folded;
  } kRows[] = {{"إطـ.ـلاق النار", {"اطلاق", "النار"}}, {"الخـ.ـلافات", {"الخلافات"}},
               {"العربيةأجرى", {"العربية", "اجرى"}},   {"اتصالاًهاتفيا", {"اتصالا", "هاتفيا"}},
               {"15مارس2017", {"15", "مارس", "2017"}}, {"تم. لاحقا", {"تم", "لاحقا"}}};
  for (const auto& row : kRows) EXPECT_EQ(words(read(row.text)), row.folded) << row.text;
}

TEST(Tokens, SpansSliceTheUntouchedText) {
  const Document doc = read("قال «فلاديمير بوتين»، الخـ.ـلاف: 15مارس.");
  std::uint32_t before = 0;
  for (const Token& token : doc.tokens) {
    EXPECT_LE(before, token.span.begin);
    EXPECT_LT(token.span.begin, token.span.end);
    EXPECT_LE(token.span.end, doc.text.size());
    before = token.span.end;
  }
}

TEST(Sentences, EndWhereASentenceEnds) {
  const struct {
    const char* text;
    std::size_t count;
  } kRows[] = {{"التقى الوزيران. وناقشا الوضع.", 2},
               {"بلغت 2.5 مليون. انتهى", 2},
               {"قال د. أحمد ذلك", 1},
               {"سطر أول\nسطر ثان", 2},
               {"ماذا جرى؟ لا شيء!", 2},
               {"", 0}};
  for (const auto& row : kRows) EXPECT_EQ(read(row.text).sentences.size(), row.count) << row.text;
}

TEST(Sentences, AreCapped) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "كلمة ";
  const Document doc = read(text);
  for (const Sentence& sentence : doc.sentences) EXPECT_LE(sentence.tokens.size(), kMaxSentenceTokens);
}

TEST(Furniture, IsAShortLineThatBeginsSo) {
  const Furniture furniture(TableSet::load("").get("ar/furniture.tsv"));
  const auto marked = [&](const char* text) {
    Document doc = read(text);
    furniture.mark(doc);
    std::size_t count = 0;
    for (const Sentence& sentence : doc.sentences) count += sentence.boilerplate;
    return count;
  };
  EXPECT_EQ(marked("خبر مهم\nاقرأ أيضاً: زيارة الرئيس"), 1u);
  EXPECT_EQ(marked("شارك الرئيس المصري في القمة التي عقدت أمس في مدينة شرم الشيخ بحضور عدد من القادة"), 0u);
  EXPECT_EQ(marked("نص أول طويل قليلا هنا\nنص ثان طويل قليلا هنا\nمقالات ذات صلة\nعنوان خبر آخر"), 2u);
}

TEST(Offsets, CountInThreeUnits) {
  const std::string text = "a\xD9\x85\xF0\x9F\x98\x80z";  // one, two and four bytes
  const OffsetMap code_points(text, OffsetUnit::kCodepoint), utf16(text, OffsetUnit::kUtf16),
      bytes(text, OffsetUnit::kByte);
  EXPECT_EQ(code_points(7), 3u);
  EXPECT_EQ(utf16(7), 4u);
  EXPECT_EQ(bytes(7), 7u);
  EXPECT_EQ(code_points(std::uint32_t(text.size())), 4u);
}

TEST(Language, IsToldByItsLetters) {
  const struct {
    const char *text, *language;
  } kRows[] = {
      {"التقى الرئيس المصري نظيره الفرنسي في القاهرة اليوم وبحثا العلاقات", "ar"},
      {"رئیس جمهور ایران با همتای روس خود درباره گسترش همکاری‌ها گفت‌وگو "
       "کرد",
       "fa"},
      {"وزیراعظم نے ترکی کے صدر سے ٹیلیفون پر بات چیت کی ہے اور دوطرفہ تعلقات پر گفتگو کی", "ur"},
      {"سەرۆکی هەرێمی کوردستان لەگەڵ باڵیۆزی فەرەنسا کۆبووەوە و باسیان لە پەیوەندییەکان کرد", "ckb"},
      {"The president met his counterpart in Cairo on Monday.", "und"},
      {"", "und"}};
  for (const auto& row : kRows) EXPECT_EQ(detect_language(row.text), row.language);
}

}  // namespace
}  // namespace mahdar
