// Which keys of JSON objects and columns of tables are fields of an article.
#ifndef MAHDAR_IO_ARTICLE_FIELDS_H_
#define MAHDAR_IO_ARTICLE_FIELDS_H_

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "io/articles.h"

namespace mahdar {

enum FieldIndex : std::size_t {
  kTextField,
  kTitleField,
  kPublishedField,
  kUrlField,
  kSourceField,
  kLanguageField,
  kIdField,
  kFieldCount
};

// The names of all fields, in order of preference. Immutable.
class FieldKeys {
 public:
  struct Hit {
    FieldIndex field = kFieldCount;  // kFieldCount: the key means nothing here
    std::size_t rank = 0;            // 0 is the best name of the field
    bool crawled = false;            // the day of fetching, not of publication
  };
  static constexpr std::size_t kMostNames = 32;  // of a field

  explicit FieldKeys(const FieldNames& given);
  // What a key means: as it was given, or a usual name, whatever its capitals, hyphens and underscores.
  Hit find(std::string_view key) const;
  // The names under which a text is looked for, for messages.
  const std::string& text_names() const { return text_names_; }

 private:
  std::unordered_map<std::string, Hit> given_, usual_;
  std::string text_names_;
};

// Fills an article from keys and values, in whatever order they come.
class ArticleFiller {
 public:
  ArticleFiller(Article& article, const std::string& time_zone) : article_(article), zone_(time_zone) {
    ranks_.fill(std::size_t(-1));
  }
  // A value counts where no better name of the field came before; an empty one where none holds more.
  void take(const FieldKeys::Hit& hit, std::string value);
  // A number is an id, or a moment of publication; as another field it says nothing.
  void take_number(const FieldKeys::Hit& hit, std::string digits);
  bool has_text() const { return ranks_[kTextField] != std::size_t(-1); }

 private:
  Article& article_;
  const std::string& zone_;
  std::array<std::size_t, kFieldCount> ranks_;  // of the name that each field came from
};

}  // namespace mahdar

#endif  // MAHDAR_IO_ARTICLE_FIELDS_H_
