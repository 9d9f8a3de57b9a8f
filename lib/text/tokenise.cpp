#include "text/tokenise.h"

#include "text/fold.h"
#include "text/utf8.h"
#include "text/word_hash.h"

namespace mahdar {
namespace {

constexpr char32_t kTehMarbuta = 0x629;
constexpr char32_t kAlef = 0x627;
constexpr char32_t kFathatan = 0x64B;
constexpr char32_t kHamzaAbove = 0x654;

bool is_filter_dot(char32_t c) { return c == '.' || c == '*' || c == '_' || c == 0xB7 || c == 0x2022; }

// One pass over the text; each read_ function consumes what it names.
class Tokeniser {
 public:
  explicit Tokeniser(Document& doc) : doc_(doc), text_(doc.text), folded_(doc.folded) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t start = at_;
      const char32_t c = next_code_point(text_, at_);
      switch (classify(c)) {
        case CharClass::kNewline: newline_ = space_ = true; break;
        case CharClass::kSpace: space_ = true; break;
        case CharClass::kIgnored: break;
        case CharClass::kLetter: read_word(start); break;
        case CharClass::kDigit: read_number(start, c); break;
        case CharClass::kOther: add(start, at_, TokenKind::kPunctuation, c); break;
      }
    }
  }

 private:
  void add(std::size_t begin, std::size_t end, TokenKind kind, char32_t punctuation = 0) {
    Token token;
    token.span = {std::uint32_t(begin), std::uint32_t(end)};
    token.folded_begin = folded_begin_;
    token.folded_size = std::uint32_t(folded_.size()) - folded_begin_;
    token.kind = kind;
    token.space_before = space_;
    token.newline_before = newline_;
    token.punctuation = punctuation;
    token.hash = word_hash(std::string_view(folded_).substr(token.folded_begin));
    doc_.tokens.push_back(token);
    folded_begin_ = std::uint32_t(folded_.size());
    space_ = newline_ = false;
  }

  void read_number(std::size_t start, char32_t c) {
    append_folded(folded_, c);
    std::size_t end = at_;
    for (std::size_t next = at_; next < text_.size(); at_ = next) {
      c = next_code_point(text_, next);
      if (classify(c) != CharClass::kDigit) break;
      append_folded(folded_, c);
      end = next;
    }
    at_ = end;
    add(start, end, TokenKind::kNumber);
  }

  // Where a word goes on after "tatweel dot tatweel": the place of its next letter, or 0.
  std::size_t bridge(std::size_t at, bool tatweel_before) const {
    bool tatweel = tatweel_before;
    int dots = 0;
    while (at < text_.size()) {
      std::size_t next = at;
      const char32_t c = next_code_point(text_, next);
      if (c == kTatweel) {
        tatweel = true;
      } else if (is_filter_dot(c) && dots < 3) {
        ++dots;
      } else if (classify(c) != CharClass::kIgnored) {
        return dots > 0 && tatweel && is_arabic_letter(c) ? at : 0;
      }
      at = next;
    }
    return 0;
  }

  void restore_hamza(char32_t carrier) {  // a decomposed waw or yeh with hamza
    if (carrier != 0x648 && carrier != 0x64A) return;
    folded_.resize(folded_.size() - 2);
    append_utf8(folded_, carrier == 0x648 ? 0x624 : 0x626);
  }

  // What has been read of a word.
  struct Word {
    int letters = 0;
    char32_t letter = 0, before = 0;  // the last letter, the last character
    bool closed = false;              // it has a letter that only ends words
    void take(char32_t c) {
      before = letter = c;
      closed = ++letters > 3 && c == kTehMarbuta;
    }
  };

  // Reads the plain Arabic letters that stand here, which is the whole of most words.
  void read_plain_letters(Word& word) {
    char buffer[64];
    std::size_t size = 0;
    while (!word.closed && at_ + 1 < text_.size() && size < sizeof buffer) {
      const unsigned lead = static_cast<unsigned char>(text_[at_]) - 0xD8u;
      if (lead > 3) break;
      const unsigned index = lead << 6 | (static_cast<unsigned char>(text_[at_ + 1]) & 0x3F);
      const ArabicChar& letter = kArabicChars[index];
      if (!letter.plain) break;
      buffer[size++] = static_cast<char>(letter.lead);
      buffer[size++] = static_cast<char>(letter.trail);
      word.take(kArabicBlock + index);
      at_ += 2;
    }
    folded_.append(buffer, size);
  }

  void read_word(std::size_t start) {
    Word word;
    at_ = start;
    for (read_plain_letters(word); at_ < text_.size(); read_plain_letters(word)) {
      std::size_t next = at_;
      const char32_t c = next_code_point(text_, next);
      const CharClass kind = classify(c);
      if (kind == CharClass::kLetter) {
        if (word.closed) break;
        append_folded(folded_, c);
        word.take(c);
      } else if (kind == CharClass::kIgnored) {
        if (c == kHamzaAbove) restore_hamza(word.letter);
        if (c == kFathatan && word.before == kAlef && word.letters > 3) word.closed = true;
        word.before = c;
      } else {
        const std::size_t bridged = is_filter_dot(c) ? bridge(at_, word.before == kTatweel) : 0;
        if (bridged == 0) break;
        word.before = c;
        next = bridged;
      }
      at_ = next;
    }
    add(start, at_, TokenKind::kWord);
  }

  Document& doc_;
  std::string_view text_;
  std::string& folded_;
  std::size_t at_ = 0;
  std::uint32_t folded_begin_ = 0;
  bool space_ = false, newline_ = false;
};

bool is_closing(const Token& token) {
  const char32_t c = token.punctuation;
  return token.kind == TokenKind::kPunctuation && !token.newline_before &&
         (c == '"' || c == 0xBB || c == 0x201D || c == 0x201C || c == ')' || c == 0x2019 || c == '.' || c == '!');
}

// Whether the sentence ends after token `i`, a punctuation character.
bool ends_sentence(const Document& doc, std::size_t i) {
  const char32_t c = doc.tokens[i].punctuation;
  if (c == '!' || c == '?' || c == 0x61F || c == 0x2026) return true;
  if (c != '.') return false;
  const bool word_before = i > 0 && !doc.tokens[i].space_before && doc.tokens[i - 1].kind == TokenKind::kWord;
  const bool glued_after = i + 1 < doc.tokens.size() && !doc.tokens[i + 1].space_before;
  if (glued_after && i > 0 && doc.tokens[i - 1].kind == TokenKind::kNumber &&
      doc.tokens[i + 1].kind == TokenKind::kNumber)
    return false;
  const std::size_t letters = word_before ? doc.tokens[i - 1].folded_size : 0;
  const bool initial = word_before && (letters == 2 || (letters == 1 && doc.word(i - 1)[0] > '9'));
  if (initial) return false;
  const bool latin = word_before && static_cast<unsigned char>(doc.word(i - 1)[0]) < 0x80;
  return !(glued_after && latin && doc.tokens[i + 1].kind == TokenKind::kWord);
}

}  // namespace

void tokenise(Document& doc) {
  doc.tokens.clear();
  doc.folded.clear();
  doc.folded.reserve(doc.text.size());
  doc.tokens.reserve(doc.text.size() / 8);
  Tokeniser(doc).run();
}

void split_sentences(Document& doc) {
  doc.sentences.clear();
  std::uint32_t begin = 0, paragraph = 0;
  const std::uint32_t size = std::uint32_t(doc.tokens.size());
  const auto close = [&](std::uint32_t end) {
    if (end > begin) doc.sentences.push_back({{begin, end}, paragraph, false});
    begin = end;
  };
  for (std::uint32_t i = 0; i < size; ++i) {
    if (doc.tokens[i].newline_before && i > 0) {
      close(i);
      ++paragraph;
    }
    if (i - begin >= kMaxSentenceTokens) close(i);
    if (doc.tokens[i].kind != TokenKind::kPunctuation || !ends_sentence(doc, i)) continue;
    std::uint32_t end = i + 1;
    while (end < size && is_closing(doc.tokens[end]) && !doc.tokens[end].space_before) ++end;
    close(end);
    i = end - 1;
  }
  close(size);
}

}  // namespace mahdar
