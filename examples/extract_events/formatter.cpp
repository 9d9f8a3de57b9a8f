#include "formatter.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "brat.h"
#include "io/json.h"
#include "io/table.h"
#include "io/terminal.h"
#include "output.h"
#include "report.h"

namespace extract_events {
namespace {

bool wants_colour(const CommandLine& command) {
  const char* const no_colour = std::getenv("NO_COLOR");
  const char* const terminal = std::getenv("TERM");
  return command.output.empty() && ::isatty(STDOUT_FILENO) && !(no_colour && *no_colour) &&
         !(terminal && std::string_view(terminal) == "dumb");
}

// The folder that a format of many files goes to, or empty.
std::string folder_of(const CommandLine& command) {
  const std::string& path = command.output;
  if (command.explain || path.empty()) return {};
  const bool is_folder = path.back() == '/' || std::filesystem::is_directory(path);
  const bool wants_folder =
      command.format == OutputFormat::kBrat || (command.format == OutputFormat::kHtml && is_folder);
  return wants_folder ? path.substr(0, path.find_last_not_of('/') + 1) : std::string();
}

void write_file(const std::string& path, const std::string& content) {
  Output file(path);
  file.write(content);
  file.commit();
}

bool passes(const EventFilter& filter, const mahdar::Event& event) {
  constexpr double kRounding = 0.005;  // records show two decimals
  return event.confidence + kRounding > filter.min_confidence && (event.main || !filter.main_only) &&
         (filter.statuses.empty() || filter.statuses.count(event.status) > 0) &&
         (filter.types.empty() || filter.types.count(event.type) > 0);
}

}  // namespace

Formatter::Formatter(const CommandLine& command, const mahdar::Extractor& extractor)
    : command_(command), extractor_(extractor), folder_(folder_of(command)), colour_(wants_colour(command)) {
  if (folder_.empty()) return;
  std::filesystem::create_directories(folder_);
  if (command_.format == OutputFormat::kBrat) write_file(folder_ + "/annotation.conf", brat_configuration());
}

std::string Formatter::output_path() const {
  if (folder_.empty()) return command_.output;
  return folder_ + (command_.format == OutputFormat::kHtml ? "/index.html" : "/articles.tsv");
}

mahdar::TableStyle Formatter::table_style() const {
  return {command_.format == OutputFormat::kTsv ? '\t' : ',', command_.excel};
}

std::string Formatter::header() const {
  if (command_.explain) return {};
  switch (command_.format) {
    case OutputFormat::kCsv:
    case OutputFormat::kTsv: return mahdar::table_header(command_.rows, table_style());
    case OutputFormat::kHtml: return folder_.empty() ? page_head("Calls and meetings") : index_begin();
    case OutputFormat::kBrat: return "document\tid\n";
    default: return {};
  }
}

std::string Formatter::footer() const {
  if (command_.explain || command_.format != OutputFormat::kHtml) return {};
  return folder_.empty() ? page_tail() : index_end();
}

std::string Formatter::write(mahdar::ArticleItem item, std::size_t number) const {
  if (item.article.published.empty()) item.article.published = command_.published;
  return command_.explain ? explain(item) : write(extract(item), number);
}

std::string Formatter::write(const mahdar::Record& record, std::size_t number) const {
  switch (command_.format) {
    case OutputFormat::kJson: return mahdar::indent_json(mahdar::to_json(record)) + "\n";
    case OutputFormat::kText: return mahdar::to_terminal_text(record, colour_) + "\n";
    case OutputFormat::kCsv:
    case OutputFormat::kTsv: return mahdar::to_table(record, command_.rows, table_style());
    case OutputFormat::kHtml: return folder_.empty() ? article_section(record) : write_page(record, number);
    case OutputFormat::kBrat: return write_brat(record, number);
    default: return mahdar::to_json(record) + "\n";
  }
}

std::string Formatter::write_page(const mahdar::Record& record, std::size_t number) const {
  const std::string name = fmt::format("{:05}.html", number);
  write_file(folder_ + "/" + name, page_head(record.title.value_or(record.id)) + article_section(record) + page_tail());
  return index_row(record, name);
}

std::string Formatter::write_brat(const mahdar::Record& record, std::size_t number) const {
  const std::string name = fmt::format("{:05}", number);
  write_file(folder_ + "/" + name + ".txt", record.text.value_or(""));
  write_file(folder_ + "/" + name + ".ann", to_brat(record));
  return name + "\t" + mahdar::for_terminal(record.id) + "\n";
}

std::string Formatter::explain(const mahdar::ArticleItem& item) const {
  const std::string heading = "== " + mahdar::for_terminal(item.article.id) + "\n";
  return heading + (item.error ? "error: " + item.error->message + "\n" : extractor_.explain(item.article)) + "\n";
}

mahdar::Record Formatter::extract(const mahdar::ArticleItem& item) const {
  if (item.error) return failure(item, *item.error);
  try {
    mahdar::Record record = extractor_.extract(item.article);
    if (item.repaired)
      record.warnings.push_back({"ill-formed-utf8", "ill-formed characters of the input were read as U+FFFD", {}, {}});
    if (item.from_markup && !record.error) record.text = item.article.text;
    const auto fails = [&](const mahdar::Event& event) { return !passes(command_.filter, event); };
    record.events.erase(std::remove_if(record.events.begin(), record.events.end(), fails), record.events.end());
    return record;
  } catch (const std::exception& error) {  // out of memory, say: the next article may be smaller
    return failure(item, {"failed", error.what()});
  }
}

mahdar::Record Formatter::failure(const mahdar::ArticleItem& item, const mahdar::RecordError& error) const {
  mahdar::Record record;
  record.extractor = extractor_.version();
  record.id = item.article.id;
  record.offset_unit = command_.extractor.offset_unit;
  record.error = error;
  return record;
}

}  // namespace extract_events
