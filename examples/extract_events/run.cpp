#include "run.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <thread>

#include "file_bytes.h"
#include "formatter.h"
#include "inputs.h"
#include "io/terminal.h"
#include "ordered_pool.h"
#include "output.h"
#include "progress.h"
#include "unpack.h"

namespace extract_events {
namespace {

constexpr std::size_t kMostBytesUnderWay = std::size_t(1) << 28;

// Bytes of all inputs, or 0 where some are not told by files.
std::uint64_t size_of_inputs(const CommandLine& command) {
  std::uint64_t sum = 0;
  bool known = command.files_from.empty();
  const auto add = [&](const Input& input) {
    std::error_code failure;
    const std::uintmax_t size = input.path.empty() ? 0 : std::filesystem::file_size(input.path, failure);
    known = known && !input.path.empty() && !failure;
    sum += size;
    return known;
  };
  for (const std::string& path : command.inputs) known = known && each_input(path, add);
  return known ? sum : 0;
}

// Reads inputs one after the other, and has their articles worked on by all threads.
class Runner {
 public:
  explicit Runner(const CommandLine& command)
      : command_(command),
        progress_(command.quiet),
        extractor_(command.extractor),
        formatter_(command_, extractor_),
        output_(formatter_.output_path()),
        pool_(command.jobs > 0 ? command.jobs : std::max(1u, std::thread::hardware_concurrency()), kMostBytesUnderWay,
              [this](const std::string& text, bool all_done) { take(text, all_done); }) {}

  ExitCode run() {
    if (!command_.quiet) progress_.total_bytes = size_of_inputs(command_);
    output_.write(formatter_.header());
    const TakeInput read_input = [this](const Input& input) { return read(input); };
    const auto all = [&](const std::vector<std::string>& names, const auto& each) {
      return std::all_of(names.begin(), names.end(), [&](const std::string& name) { return each(name, read_input); });
    };
    const bool complete = all(command_.inputs, each_input) && all(command_.files_from, each_listed_input);
    pool_.finish();
    if (complete) output_.write(formatter_.footer());
    if (complete || command_.output.empty()) output_.commit();
    return progress_.errors > 0 ? kInputFailed : kDone;
  }

 private:
  void take(const std::string& text, bool all_done) {
    output_.write(text);
    ++progress_.documents;
    if (all_done) output_.flush();
  }

  // False where the work is to stop.
  bool read(const Input& input) {
    if (input.error) return refuse(input, *input.error);
    try {
      FileBytes file(input.path, progress_.bytes);
      UnpackedBytes unpacked(file);
      mahdar::ReaderOptions options = command_.reader;
      options.name = input.path;
      mahdar::ArticleReader reader(unpacked, options);
      for (mahdar::ArticleItem item; reader.next(item);)
        if (!add(input, item)) return false;
      return true;
    } catch (const std::runtime_error& failure) {
      return refuse(input, failure.what());
    }
  }

  bool refuse(const Input& input, const std::string& reason) {
    mahdar::ArticleItem item;
    item.error = mahdar::RecordError{"unreadable", reason};
    return add(input, item);
  }

  bool add(const Input& input, mahdar::ArticleItem& item) {
    if (item.article.id.empty())
      item.article.id = item.number > 0 ? fmt::format("{}:{}", input.name, item.number) : input.name;
    if (item.error) {
      report(input, item);
      if (command_.strict) return false;
    }
    const std::size_t bytes = item.article.text.size();
    pool_.add([this, item = std::move(item),
               number = ++number_]() mutable { return formatter_.write(std::move(item), number); },
              bytes);
    return true;
  }

  void report(const Input& input, const mahdar::ArticleItem& item) {
    ++progress_.errors;
    progress_.say(fmt::format("extract_events: {}{}: {}",
                              mahdar::for_terminal(input.path.empty() ? input.name : input.path),
                              item.number > 0 ? fmt::format(":{}", item.number) : "", item.error->message));
  }

  const CommandLine& command_;
  Progress progress_;
  const mahdar::Extractor extractor_;
  const Formatter formatter_;
  Output output_;
  std::size_t number_ = 0;  // of items so far
  OrderedPool pool_;
};

}  // namespace

ExitCode run(const CommandLine& command) { return Runner(command).run(); }

}  // namespace extract_events
