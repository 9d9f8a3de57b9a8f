// The C door: opaque handles and JSON over the C++ interface; exceptions end here.
#include <cstdlib>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>

#include "mahdar/mahdar.h"
#include "mahdar/mahdar_c.h"

struct mahdar_extractor {
  mahdar::Extractor extractor;
};

namespace {

// A copy for the caller to free; null where memory has run out.
char* copy_of(std::string_view text) noexcept {
  char* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy == nullptr) return nullptr;
  std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  return copy;
}

// What `make` returns; null, and why, where it throws.
template <typename Make>
auto guarded(char** error, const Make& make) noexcept -> decltype(make()) {
  if (error != nullptr) *error = nullptr;
  try {
    return make();
  } catch (const std::exception& e) {
    if (error != nullptr) *error = copy_of(e.what());
  } catch (...) {
    if (error != nullptr) *error = copy_of("unknown error");
  }
  return nullptr;
}

char* checked_copy(std::string_view text) {
  char* copy = copy_of(text);
  if (copy == nullptr) throw std::bad_alloc();
  return copy;
}

void require(bool holds, const char* what) {
  if (!holds) throw std::invalid_argument(what);
}

std::string or_empty(const char* text) { return text == nullptr ? std::string() : std::string(text); }

mahdar::Article article_of(const mahdar_article& given) {
  mahdar::Article article;
  article.id = or_empty(given.id);
  article.url = or_empty(given.url);
  article.title = or_empty(given.title);
  article.source = or_empty(given.source);
  article.language = or_empty(given.language);
  article.published = or_empty(given.published);
  article.text.assign(given.text, given.text_size);
  return article;
}

}  // namespace

mahdar_extractor* mahdar_new(const char* data_directory, char** error) {
  return guarded(error, [&] {
    mahdar::Options options;
    options.data_directory = or_empty(data_directory);
    return new mahdar_extractor{mahdar::Extractor(options)};
  });
}

char* mahdar_extract(const mahdar_extractor* extractor, const mahdar_article* article, char** error) {
  return guarded(error, [&] {
    require(extractor != nullptr && article != nullptr && article->text != nullptr,
            "an extractor, an article and its text are needed");
    return checked_copy(mahdar::to_json(extractor->extractor.extract(article_of(*article))));
  });
}

char* mahdar_version(const mahdar_extractor* extractor, char** error) {
  return guarded(error, [&] {
    require(extractor != nullptr, "an extractor is needed");
    return checked_copy(extractor->extractor.version());
  });
}

void mahdar_free(char* string) { std::free(string); }

void mahdar_delete(mahdar_extractor* extractor) { delete extractor; }
