// Extracts texts of n, 2n and 4n parts of each kind and prints, a line each: kind, factor, bytes, and the most bytes that
// the extraction held at once. Under callgrind it dumps the instructions of each extraction, in the same order (see linear_test.py).
#include <malloc.h>
#include <valgrind/callgrind.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <new>
#include <string>
#include <vector>

#include "mahdar/mahdar.h"

namespace {

std::size_t held = 0, most_held = 0;

void* counted(std::size_t size) {
  void* block = std::malloc(size);
  if (block == nullptr) throw std::bad_alloc();
  held += malloc_usable_size(block);
  if (held > most_held) most_held = held;
  return block;
}

void uncounted(void* block) {
  if (block == nullptr) return;
  held -= malloc_usable_size(block);
  std::free(block);
}

}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* block) noexcept { uncounted(block); }
void operator delete[](void* block) noexcept { uncounted(block); }
void operator delete(void* block, std::size_t) noexcept { uncounted(block); }
void operator delete[](void* block, std::size_t) noexcept { uncounted(block); }

namespace {

struct Kind {
  const char* name;
  std::function<std::string(int)> part;  // the i-th part of the text
};

std::string number(int i) { return std::to_string(i); }

// A word that no list knows, another one for each i.
std::string word(int i) {
  static const char* const kLetters[] = {"ط", "ر", "س", "ك", "ب", "ن", "ش", "غ", "ف", "د"};
  std::string out = "ز";
  for (int rest = i + 100; rest > 0; rest /= 10) out += kLetters[rest % 10];
  return out;
}

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"news",
       [](int i) {
         return "أجرى الرئيس التركي رجب طيب أردوغان، الخميس، اتصالا هاتفيا مع نظيره الروسي فلاديمير بوتين بحثا خلاله "
                "الأوضاع في سوريا.\nواستقبل وزير الخارجية المصري سامح شكري في القاهرة يوم " +
                number(1 + i % 28) + " أكتوبر " + number(1990 + i % 30) + " نظيره الفرنسي جان إيف لودريان.\n";
       }},
      {"endless sentence", [](int i) { return "وقال إن " + word(i) + " في المدينة "; }},
      {"nested quotes", [](int i) { return i % 2 == 0 ? "«قال \"" : "إن ("; }},
      {"one name", [](int) { return std::string("فلاديمير بوتين "); }},
      {"many unknown people",
       [](int i) { return "التقى الوزير وزير الدفاع " + word(i) + " " + word(i * 7 + 3) + ".\n"; }},
      {"clitic chains", [](int) { return std::string("وبوبفكلوبوالولبالروسيا "); }},
      {"triggers", [](int) { return std::string("التقى اجتمع اتصل هاتفيا لقاء قمة مباحثات "); }},
      {"calls", [](int i) { return "اتصل بوتين هاتفيا بأردوغان " + word(i) + " وماكرون.\n"; }},
      {"dates",
       [](int i) {
         return "يوم " + number(1 + i % 28) + " تشرين الأول/ أكتوبر " + number(1950 + i % 90) + " أمس الثلاثاء ";
       }},
      {"references", [](int) { return std::string("نظيره الرئيسان بينهما لقائهما الجانبان ونظيره "); }},
      {"topics",
       [](int) {
         return std::string("بحث بوتين مع أردوغان الأوضاع في سوريا وليبيا واليمن وأوكرانيا ومكافحة الإرهاب.\n");
       }},
      {"broken words", [](int) { return std::string("إطـ.ـلاق النـ.ـار الإرهـ.ـاب "); }},
      {"punctuation", [](int) { return std::string("،،.؛:!؟()[]«»"); }}};
  return all;
}

void measure(const mahdar::Extractor& extractor, const Kind& kind, int factor, std::size_t bytes) {
  mahdar::Article article;
  article.language = "ar";
  article.published = "2021-10-07";
  for (int i = 0; article.text.size() < bytes * std::size_t(factor); ++i) article.text += kind.part(i);
  const std::size_t before = held;
  most_held = held;
  CALLGRIND_ZERO_STATS;
  const mahdar::Record record = extractor.extract(article);
  CALLGRIND_DUMP_STATS;
  std::printf("%s\t%d\t%zu\t%zu\n", kind.name, factor, article.text.size(), most_held - before);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t bytes = argc > 1 ? std::size_t(std::atol(argv[1])) : 20000;
  const mahdar::Extractor extractor;
  for (const Kind& kind : kinds())
    for (const int factor : {1, 2, 4}) measure(extractor, kind, factor, bytes);
}
