/// Mahdar: news articles in, records of calls and meetings out.
///
///   mahdar::Extractor extractor;
///   mahdar::Article article;
///   article.text = "...";
///   article.published = "2021-10-07";
///   mahdar::Record record = extractor.extract(article);
///   std::string json = mahdar::to_json(record);
#ifndef MAHDAR_MAHDAR_H_
#define MAHDAR_MAHDAR_H_

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "mahdar/export.h"
#include "mahdar/record.h"

namespace mahdar {

/// An article to read. Only `text` is needed; an empty field means that it is not known.
struct Article {
  std::string id;
  std::string url;
  std::string title;      ///< supports what the text says; yields no event or mention of its own
  std::string source;     ///< the outlet
  std::string language;   ///< BCP 47; detected where empty
  std::string published;  ///< YYYY-MM-DD, the day that relative dates count from
  std::string text;       ///< UTF-8; an ill-formed byte sequence is read as U+FFFD
  /// Where `published` was learnt. kCrawl, the day of fetching, counts only where nothing else tells the day.
  PublishedBasis published_basis = PublishedBasis::kInput;
};

/// What an Extractor is built with.
struct Options {
  /// Tables that overlay the built-in ones, or a file that `mahdar-gazetteer compile` made; empty: the built-in ones.
  std::string data_directory;
  OffsetUnit offset_unit = OffsetUnit::kCodepoint;
  bool with_text = false;  ///< repeat the article's text in the record
};

/// Data that cannot be used: "file:line: what". Thrown by constructors only, never for an article.
class MAHDAR_EXPORT Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads articles. Building one compiles the tables (throws Error if they are wrong); after that it
/// is immutable, and all threads may share it.
class MAHDAR_EXPORT Extractor {
 public:
  explicit Extractor(const Options& options = {});
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  /// The record of an article. Any bytes give a record; time is linear in the article's length.
  Record extract(const Article& article) const;

  /// The time expressions of a text; `published` is the day (YYYY-MM-DD) that relative ones count
  /// from, empty where unknown.
  std::vector<Time> find_times(std::string_view text, std::string_view published) const;

  /// For people: how the record came about, rule by rule, and why a sentence with a trigger gave none.
  std::string explain(const Article& article) const;

  /// "mahdar 0.1.0 data:1f3a9c02".
  std::string version() const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

/// The record as one line of JSON by the mahdar/1 schema, without a newline at its end.
MAHDAR_EXPORT std::string to_json(const Record& record);

/// An HTML page as an article: the text without menus, boxes and captions; title, address, outlet and language; and the day
/// of publication with the basis kMarkup, where JSON-LD, OpenGraph or "time" elements tell it. UTF-8, or what the page
/// declares. `url` is used where the page does not tell its own. The text is empty where the page has no article.
MAHDAR_EXPORT Article read_html(std::string_view page, const std::string& url = {});

}  // namespace mahdar

#endif  // MAHDAR_MAHDAR_H_
