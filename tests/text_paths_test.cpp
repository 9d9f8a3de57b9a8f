// The fast paths of the text floor, each against the plain way to say the same.
#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <random>

#include "document.h"
#include "text/fold.h"
#include "text/offsets.h"
#include "text/tokenise.h"
#include "text/utf8.h"
#include "text/word_hash.h"

namespace mahdar {
namespace {

// What classify() promises, by ICU for every character.
CharClass plain_class(char32_t c) {
  const auto within = [&](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) return CharClass::kNewline;
  const bool mark = c == 0x640 || within(0x64B, 0x65F) || c == 0x670 || within(0x610, 0x61A) || c == 0x61C;
  const bool koranic =
      within(0x6D6, 0x6ED) && c != 0x6DD && c != 0x6DE && c != 0x6E5 && c != 0x6E6 && c != 0x6E9;  // not letters, signs
  const bool control = within(0x200B, 0x200F) || within(0x202A, 0x202E) || within(0x2060, 0x2069) || c == 0xFEFF ||
                       c == 0xAD || within(0x300, 0x36F);
  if (mark || koranic || control) return CharClass::kIgnored;
  if (u_isUWhiteSpace(UChar32(c))) return CharClass::kSpace;
  if (u_isalpha(UChar32(c))) return CharClass::kLetter;
  if (u_isdigit(UChar32(c))) return CharClass::kDigit;
  return u_getCombiningClass(UChar32(c)) != 0 ? CharClass::kIgnored : CharClass::kOther;
}

TEST(Classify, IsThatOfICUForEveryCharacter) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) ASSERT_EQ(int(classify(c)), int(plain_class(c))) << std::hex << unsigned(c);
}

// Words and numbers as tokenise() reads them, character by character.
struct PlainToken {
  std::size_t begin, end;
  std::string folded;
  bool operator==(const PlainToken&) const = default;
};

std::size_t plain_bridge(const std::u32string& text, std::size_t at, bool tatweel) {
  for (int dots = 0; at < text.size(); ++at) {
    const char32_t c = text[at];
    const bool dot = c == '.' || c == '*' || c == '_' || c == 0xB7 || c == 0x2022;
    if (c == 0x640)
      tatweel = true;
    else if (dot && dots < 3)
      ++dots;
    else if (plain_class(c) != CharClass::kIgnored)
      return dots > 0 && tatweel && is_arabic_letter(c) ? at : 0;
  }
  return 0;
}

PlainToken plain_word(const std::u32string& text, std::size_t& at) {
  PlainToken token{at, at, ""};
  int letters = 0;
  char32_t letter = 0, before = 0;
  for (bool closed = false; at < text.size(); token.end = at) {
    const char32_t c = text[at];
    const CharClass kind = plain_class(c);
    std::size_t next = at + 1;
    if (kind == CharClass::kLetter) {
      if (closed) break;
      append_folded(token.folded, c);
      letter = c, ++letters;
      closed = c == 0x629 && letters > 3;
    } else if (kind == CharClass::kIgnored) {
      if (c == 0x654 && (letter == 0x648 || letter == 0x64A))
        token.folded.resize(token.folded.size() - 2), append_utf8(token.folded, letter == 0x648 ? 0x624 : 0x626);
      if (c == 0x64B && before == 0x627 && letters > 3) closed = true;
    } else if (const std::size_t bridged = plain_bridge(text, at, before == 0x640); bridged != 0) {
      next = bridged;
    } else {
      break;
    }
    before = c;
    at = next;
  }
  return token;
}

std::vector<PlainToken> plain_tokens(const std::u32string& text) {
  std::vector<PlainToken> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const CharClass kind = plain_class(text[at]);
    if (kind == CharClass::kLetter) {
      tokens.push_back(plain_word(text, at));
    } else if (kind == CharClass::kDigit) {
      PlainToken token{at, at, ""};
      for (; at < text.size() && plain_class(text[at]) == CharClass::kDigit; token.end = ++at)
        append_folded(token.folded, text[at]);
      tokens.push_back(token);
    } else {
      if (kind == CharClass::kOther) tokens.push_back({at, at + 1, ""});
      ++at;
    }
  }
  return tokens;
}

TEST(Tokenise, AgreesWithAPlainReaderOnRandomText) {
  // Plain letters, marks, tatweel, filter dots, presentation forms, digits, other scripts, quotation marks, an emoji.
  const std::u32string alphabet =
      U"\u0627\u0644\u0645\u0648\u064A\u0629\u0629\u0627\u0644 \u0640..*\u064B\u064E\u0654\u0623\u0649\u06CC\u06A9"
      U"\uFEFB\uFDF2\u0661\u06F2 7aZ\u00E9\u00B7\u2022\u200F\u060C\u00AB\n\u066E\u06E5\u0670\u0301\U0001F600";
  std::mt19937 random(5);
  for (int round = 0; round < 20000; ++round) {
    std::u32string text;
    Document doc;
    std::vector<std::size_t> starts;  // byte offset of each character
    for (unsigned n = random() % 40; n > 0; --n) text += alphabet[random() % alphabet.size()];
    for (const char32_t c : text) starts.push_back(doc.text.size()), append_utf8(doc.text, c);
    starts.push_back(doc.text.size());
    tokenise(doc);
    std::vector<PlainToken> ours, plain = plain_tokens(text);
    for (PlainToken& token : plain) token.begin = starts[token.begin], token.end = starts[token.end];
    for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
      ours.push_back({doc.tokens[i].span.begin, doc.tokens[i].span.end, std::string(doc.word(i))});
      EXPECT_EQ(doc.tokens[i].hash, word_hash(doc.word(i)));
    }
    ASSERT_EQ(ours, plain) << doc.text;
  }
}

TEST(Offsets, AreCountedCharacterByCharacter) {
  const std::u32string alphabet = U"a\u0645\u0646\u2026\u00E9\U0001F600 ";
  std::mt19937 random(6);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    std::vector<std::size_t> starts, utf16;
    for (unsigned n = random() % 200; n > 0; --n) {
      const char32_t c = alphabet[random() % alphabet.size()];
      starts.push_back(text.size());
      utf16.push_back(utf16.empty() ? 0 : utf16.back());
      if (utf16.size() > 1) utf16.back() += text[starts[starts.size() - 2]] == '\xF0' ? 2 : 1;
      append_utf8(text, c);
    }
    const OffsetMap code_points(text, OffsetUnit::kCodepoint), units(text, OffsetUnit::kUtf16);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      ASSERT_EQ(code_points(std::uint32_t(starts[i])), i) << text;
      ASSERT_EQ(units(std::uint32_t(starts[i])), utf16[i]) << text;
    }
    ASSERT_EQ(code_points(std::uint32_t(text.size())), starts.size());
  }
}

TEST(WellFormed, IsWhatRepairLeavesAlone) {
  const unsigned char kBytes[] = {'a',  0xD9, 0x85, 0xC1, 0xC2, 0xDF, 0x80, 0xBF,
                                  0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0xFF};
  std::mt19937 random(7);
  int good = 0;
  for (int round = 0; round < 200000; ++round) {
    std::string bytes;
    for (unsigned n = random() % 6; n > 0; --n) bytes += char(kBytes[random() % std::size(kBytes)]);
    ASSERT_EQ(is_well_formed_utf8(bytes), repair_utf8(bytes) == bytes);
    good += is_well_formed_utf8(bytes);
  }
  EXPECT_GT(good, 10000);
}

}  // namespace
}  // namespace mahdar
