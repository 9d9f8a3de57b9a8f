// An article's place in the input as the text that the command writes for it.
#ifndef MAHDAR_EXTRACT_EVENTS_FORMATTER_H_
#define MAHDAR_EXTRACT_EVENTS_FORMATTER_H_

#include <string>

#include "io/articles.h"
#include "options.h"

namespace extract_events {

// Extracts and writes, as the command line asks for: into the text that it returns, or, of formats that are folders, into
// a file an article. Immutable; all threads may share it.
class Formatter {
 public:
  // Both outlive it. Makes the folder, where there is to be one; throws std::exception where that fails.
  Formatter(const CommandLine& command, const mahdar::Extractor& extractor);

  // Where the text goes: a file, or standard output (empty).
  std::string output_path() const;
  std::string header() const;
  // `number` counts items from 1.
  std::string write(mahdar::ArticleItem item, std::size_t number) const;
  std::string footer() const;

 private:
  mahdar::Record extract(const mahdar::ArticleItem& item) const;
  mahdar::Record failure(const mahdar::ArticleItem& item, const mahdar::RecordError& error) const;
  std::string write(const mahdar::Record& record, std::size_t number) const;
  std::string explain(const mahdar::ArticleItem& item) const;
  std::string write_page(const mahdar::Record& record, std::size_t number) const;
  std::string write_brat(const mahdar::Record& record, std::size_t number) const;
  mahdar::TableStyle table_style() const;

  const CommandLine& command_;
  const mahdar::Extractor& extractor_;
  std::string folder_;  // of --format html and brat; empty: none
  bool colour_;
};

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_FORMATTER_H_
