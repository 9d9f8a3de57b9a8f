#include "run.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>

#include "inputs.h"
#include "io/json.h"
#include "io/terminal.h"
#include "output.h"

namespace extract_events {
namespace {

class Runner {
 public:
  explicit Runner(const CommandLine& command) : command_(command), extractor_(command.extractor) {}

  ExitCode run() {
    if (command_.show_version) {
      write_out(extractor_.version() + "\n");
      return kDone;
    }
    for (const std::string& path : command_.inputs)
      for (const Input& input : list_inputs(path)) read(input);
    return failed_ ? kInputFailed : kDone;
  }

 private:
  void read(const Input& input) {
    if (input.error) return refuse(input, *input.error);
    if (input.path.empty()) return read(input, std::cin);
    std::ifstream file(input.path, std::ios::binary);
    if (!file) return refuse(input, std::strerror(errno));
    read(input, file);
  }

  void read(const Input& input, std::istream& stream) {
    mahdar::ArticleReader reader(stream, command_.input_format);
    for (mahdar::ArticleItem item; reader.next(item);) {
      if (item.article.id.empty())
        item.article.id = item.line > 0 ? fmt::format("{}:{}", input.name, item.line) : input.name;
      if (item.error) report(input, item);
      write(item);
    }
  }

  void refuse(const Input& input, const std::string& reason) {
    mahdar::ArticleItem item;
    item.article.id = input.name;
    item.error = mahdar::RecordError{"unreadable", reason};
    report(input, item);
    write(item);
  }

  // A line on standard error.
  void report(const Input& input, const mahdar::ArticleItem& item) {
    failed_ = true;
    const std::string name = mahdar::for_terminal(input.path.empty() ? input.name : input.path);
    const std::string line = item.line > 0 ? fmt::format(":{}", item.line) : "";
    std::fprintf(stderr, "extract_events: %s%s: %s\n", name.c_str(), line.c_str(), item.error->message.c_str());
  }

  void write(mahdar::ArticleItem& item) {
    if (item.article.published.empty()) item.article.published = command_.published;
    if (command_.explain) return write_out(explain(item));
    const mahdar::Record record = extract(item);
    switch (command_.format) {
      case OutputFormat::kJson: return write_out(mahdar::indent_json(mahdar::to_json(record)) + "\n");
      case OutputFormat::kText: return write_out(mahdar::to_terminal_text(record) + "\n");
      default: return write_out(mahdar::to_json(record) + "\n");
    }
  }

  std::string explain(const mahdar::ArticleItem& item) const {
    const std::string heading = "== " + mahdar::for_terminal(item.article.id) + "\n";
    return heading + (item.error ? "error: " + item.error->message + "\n" : extractor_.explain(item.article)) + "\n";
  }

  mahdar::Record extract(const mahdar::ArticleItem& item) const {
    if (item.error) return failure(item, *item.error);
    try {
      mahdar::Record record = extractor_.extract(item.article);
      if (item.repaired)
        record.warnings.push_back({"ill-formed-utf8", "ill-formed characters of the JSON were read as U+FFFD", {}, {}});
      return record;
    } catch (const std::exception& error) {  // out of memory, say: the next article may be smaller
      return failure(item, {"failed", error.what()});
    }
  }

  mahdar::Record failure(const mahdar::ArticleItem& item, const mahdar::RecordError& error) const {
    mahdar::Record record;
    record.extractor = extractor_.version();
    record.id = item.article.id;
    record.offset_unit = command_.extractor.offset_unit;
    record.error = error;
    return record;
  }

  const CommandLine& command_;
  mahdar::Extractor extractor_;
  bool failed_ = false;
};

}  // namespace

ExitCode run(const CommandLine& command) { return Runner(command).run(); }

}  // namespace extract_events
