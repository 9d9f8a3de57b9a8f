// The document: one article on its way through the stages, each of which fills a field of it.
#ifndef MAHDAR_DOCUMENT_H_
#define MAHDAR_DOCUMENT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mahdar {

// A half-open stretch of bytes of the document's text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

enum class TokenKind : std::uint8_t { kWord, kNumber, kPunctuation };

// A word, a number or one punctuation character, with its place in the untouched text.
struct Token {
  Span span;                       // raw bytes, marks and bidi controls included
  std::uint32_t folded_begin = 0;  // of its folded letters in Document::folded
  std::uint32_t folded_size = 0;
  TokenKind kind = TokenKind::kWord;
  bool space_before = false;
  bool newline_before = false;  // at least one line break stands between it and the token before
  char32_t punctuation = 0;     // the character of a kPunctuation
  std::uint64_t hash = 0;       // word_hash of its folded letters
};

// A half-open range of tokens.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
};

struct Sentence {
  TokenRange tokens;
  std::uint32_t paragraph = 0;  // the line it stands on, counted from 0
  bool boilerplate = false;     // page furniture: yields no mention, time or event
};

// The text and its parts: what the text floor yields, and all that the floors above read.
struct Document {
  std::string text;    // well-formed UTF-8; equal to the article's text unless that was ill-formed
  std::string folded;  // the folded letters of all tokens, end to end
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Span> boilerplate;  // in order, not touching

  std::string_view word(std::size_t token) const {
    const Token& t = tokens[token];
    return std::string_view(folded).substr(t.folded_begin, t.folded_size);
  }
  std::string_view raw(Span span) const { return std::string_view(text).substr(span.begin, span.end - span.begin); }
  Span span_of(TokenRange range) const { return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end}; }
};

}  // namespace mahdar

#endif  // MAHDAR_DOCUMENT_H_
