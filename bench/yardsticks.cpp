// What the library is measured beside, and its matcher alone.
//
//   yardsticks words FILE          the words of a plain text by ICU's BreakIterator
//   yardsticks utf8 FILE           a check that a file is UTF-8, nothing else
//   yardsticks match NAMES FILE    matches of a list in a plain text: milliseconds, megabytes of memory, load time
//   yardsticks map NAMES IMAGE     compiles a list and loads it by mapping the file: bytes an alias, milliseconds
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <memory>

#include "corpus.h"
#include "text/tokenise.h"
#include "text/utf8.h"

namespace mahdar::bench {
namespace {

double milliseconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

int count_words(const char* path) {
  const std::string text = read_file(path);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale("ar"), status));
  UText* const input = utext_openUTF8(nullptr, text.data(), std::int64_t(text.size()), &status);
  if (U_FAILURE(status)) return 1;
  words->setText(input, status);
  std::size_t count = 0;
  while (words->next() != icu::BreakIterator::DONE) count += words->getRuleStatus() != UBRK_WORD_NONE ? 1 : 0;
  utext_close(input);
  return std::printf("%zu\n", count) < 0;
}

int match(const char* names, const char* path) {
  const std::string text = read_file(path);
  const std::size_t before = resident_bytes();
  auto begin = std::chrono::steady_clock::now();
  const Lexicon lexicon = read_lexicon(names);
  const double load = milliseconds_since(begin);
  const double memory = double(resident_bytes() - before) / 1e6;
  begin = std::chrono::steady_clock::now();
  std::size_t matches = 0;
  for (std::size_t at = 0; at < text.size();) {  // line by line, as articles come
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Document doc;
    doc.text = text.substr(at, end - at);
    tokenise(doc);
    matches += lexicon.find(doc, {0, std::uint32_t(doc.tokens.size())}).size();
    at = end + 1;
  }
  std::printf("%.1f ms, %zu matches, %.1f MB, loaded in %.0f ms\n", milliseconds_since(begin), matches, memory, load);
  return 0;
}

int map(const char* names, const char* path) {
  auto begin = std::chrono::steady_clock::now();
  {
    const Lexicon lexicon = read_lexicon(names);
    const double compile = milliseconds_since(begin);
    std::ofstream(path, std::ios::binary) << lexicon.image().bytes;
    std::printf("compiled in %.0f ms; ", compile);
  }
  const std::size_t before = resident_bytes();
  begin = std::chrono::steady_clock::now();
  const Lexicon lexicon(map_file(path));
  const double load = milliseconds_since(begin);
  std::size_t sum = 0;  // touches every page
  for (std::size_t i = 0; i < lexicon.image().bytes.size(); i += 4096) sum += std::size_t(lexicon.image().bytes[i]);
  std::printf("%zu aliases, file %.1f MB, %.1f bytes of memory an alias, mapped in %.2f ms%s\n", lexicon.size(),
              double(lexicon.image().bytes.size()) / 1e6, double(resident_bytes() - before) / double(lexicon.size()),
              load, sum == 0 ? " " : "");
  return 0;
}

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  if (what == "words" && argc == 3) return count_words(argv[2]);
  if (what == "utf8" && argc == 3) return is_well_formed_utf8(read_file(argv[2])) ? 0 : 1;
  if (what == "match" && argc == 4) return match(argv[2], argv[3]);
  if (what == "map" && argc == 4) return map(argv[2], argv[3]);
  std::fprintf(stderr, "usage: yardsticks words FILE | utf8 FILE | match NAMES FILE | map NAMES IMAGE\n");
  return 2;
}

}  // namespace
}  // namespace mahdar::bench

int main(int argc, char** argv) { return mahdar::bench::main(argc, argv); }
