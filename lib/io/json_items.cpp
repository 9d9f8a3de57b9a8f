// JSON in: lines, values one after the other, arrays.
#include <algorithm>
#include <string>
#include <utility>

#include "io/article_json.h"
#include "io/items.h"

namespace mahdar {
namespace {

class JsonLines : public ItemReader {
 public:
  explicit JsonLines(const ItemContext& context) : context_(context) {}

  bool next(ArticleItem& item) override {
    while (held_.empty() && held_fits_) {
      if (!context_.source.read_line(held_, held_fits_)) return false;
      ++line_;
      if (!held_fits_ || !is_blank(held_)) break;
      held_.clear();
      ++empty_lines_;
    }
    item.number = line_ - empty_lines_;
    if (empty_lines_ > 0) {
      --empty_lines_;
      item.error = RecordError{"empty-line", "the line is empty"};
      return true;
    }
    if (held_fits_)
      read_article_json(held_, context_.keys, context_.options.time_zone, item);
    else
      item.error = too_large(context_.source.most());
    held_.clear();
    held_fits_ = true;
    if (line_ == 1 && may_be_alone(context_)) item.number = 0;
    return true;
  }

 private:
  const ItemContext context_;
  std::size_t line_ = 0;         // lines taken
  std::size_t empty_lines_ = 0;  // of them, to be told of once a line with something on it follows
  std::string held_;             // that line
  bool held_fits_ = true;
};

class JsonValues : public ItemReader {
 public:
  explicit JsonValues(const ItemContext& context) : source_(context.source), context_(context) {}

  bool next(ArticleItem& item) override {
    if (lines_) return lines_->next(item);
    if (!find_value()) return false;
    item.number = in_array_ ? ++element_ : line_;
    std::string json;
    if (!gather(json)) {
      item.error = too_large(source_.most());
      return true;
    }
    read_article_json(json, context_.keys, context_.options.time_zone, item);
    const bool first = std::exchange(first_, false);
    if (first && !in_array_ && context_.detected && item.error && item.error->code == "not-json") {
      source_.put_back(std::move(json));
      lines_ = read_json_lines(context_);
      item = {};
      return lines_->next(item);
    }
    if (first && !in_array_ && may_be_alone(context_)) item.number = 0;
    return true;
  }

 private:
  // Moves to the next value, into arrays and out of them. False at the end.
  bool find_value() {
    skip_rest();
    for (;;) {
      const std::string_view rest = source_.peek();
      if (rest.empty()) return false;
      const char c = rest[0];
      line_ += c == '\n';
      if (c == '[' && !in_array_) {
        in_array_ = true;
        element_ = 0;
      } else if (c == ']' && in_array_) {
        in_array_ = false;
      } else if (kBlank.find(c) == std::string_view::npos && !(c == ',' && in_array_)) {
        return true;
      }
      source_.skip(1);
    }
  }

  // The value, up to the end of its brackets; one without brackets, up to the end of the line or element. False where
  // it is too large: the rest of it is skipped by the next call.
  bool gather(std::string& json) {
    const char opening = source_.peek()[0];
    bracketed_ = opening == '{' || opening == '[';
    scanner_ = {};
    unfinished_ = true;
    return take_rest(&json);
  }
  void skip_rest() {
    if (unfinished_) take_rest(nullptr);
  }

  bool take_rest(std::string* json) {
    for (std::string_view rest = source_.peek(); !rest.empty() && unfinished_; rest = source_.peek()) {
      std::size_t size = bracketed_ ? scanner_.read(rest) : end_of_scalar(rest);
      unfinished_ = size == std::string_view::npos;
      if (unfinished_) size = rest.size();
      const bool fits = !json || size < source_.most() - std::min(source_.most(), json->size());
      if (json && fits) json->append(rest, 0, size);
      line_ += std::count(rest.begin(), rest.begin() + std::ptrdiff_t(size), '\n');
      source_.skip(size);
      if (!fits) return false;
    }
    unfinished_ = false;
    return true;
  }
  std::size_t end_of_scalar(std::string_view rest) const { return rest.find_first_of(in_array_ ? ",]\n" : "\n"); }

  ByteSource& source_;
  const ItemContext context_;
  ItemReaderPointer lines_;  // where what looked like a value over several lines was none
  BracketScanner scanner_;
  std::size_t line_ = 1, element_ = 0;
  bool in_array_ = false, first_ = true, bracketed_ = false, unfinished_ = false;
};

}  // namespace

ItemReaderPointer read_json_lines(const ItemContext& context) { return std::make_unique<JsonLines>(context); }
ItemReaderPointer read_json_values(const ItemContext& context) { return std::make_unique<JsonValues>(context); }

bool opens_json_value(ByteSource& source) {
  const std::string line(source.peek_line());
  BracketScanner scanner;
  scanner.read(line);
  const std::size_t end = line.find_last_not_of(kBlank);
  const bool breaks_off = end != std::string::npos && scanner.is_open() && !scanner.in_string() &&
                          std::string_view("{[,:").find(line[end]) != std::string_view::npos;
  if (!breaks_off) return false;
  const std::size_t begin = source.peek().find(line) + line.size() + 1;
  const std::string_view rest = source.peek(begin + 1).substr(begin - 1);
  return rest.size() > 1 && (is_blank(rest.substr(1, 1)) || rest[1] == '"' || rest[1] == '}');
}

}  // namespace mahdar
