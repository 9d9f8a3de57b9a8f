// Tables in: CSV and TSV with a header.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "io/items.h"
#include "text/utf8.h"

namespace mahdar {
namespace {

using Cells = std::vector<std::string>;

// Cuts a stream into rows of cells. A cell in quotation marks may hold separators, line breaks and doubled quotation
// marks.
class RowReader {
 public:
  RowReader(ByteSource& source, char separator) : source_(source), separator_(separator) {}

  enum class Result { kRow, kEnd, kTooLarge, kOpenQuote };

  // The next row that is not empty.
  Result next(Cells& cells) {
    Result result = Result::kRow;
    do {
      cells.assign(1, {});
      result = read(cells);
    } while (result == Result::kRow && cells.size() == 1 && cells[0].empty());
    return result;
  }

 private:
  enum class State { kBegin, kPlain, kQuoted, kQuoteInQuoted };

  Result read(Cells& cells) {
    if (std::exchange(skip_line_, false)) skip_line();
    State state = State::kBegin;
    std::size_t size = 0;
    for (std::string_view rest = source_.peek(); !rest.empty(); rest = source_.peek()) {
      std::size_t at = 0;
      bool ended = false;
      while (at < rest.size() && !ended) ended = step(rest[at++], state, cells);
      source_.skip(at);
      size += at;
      if (size < source_.most() && ended) return finish(cells);
      if (size < source_.most()) continue;
      skip_line_ = !ended;
      return Result::kTooLarge;
    }
    if (state == State::kQuoted) return Result::kOpenQuote;
    return size > 0 ? finish(cells) : Result::kEnd;
  }

  // Takes a character; true where the row ends with it.
  bool step(char c, State& state, Cells& cells) const {
    if (state == State::kQuoted) {
      if (c == '"')
        state = State::kQuoteInQuoted;
      else
        cells.back() += c;
      return false;
    }
    if (c == '\n') return true;
    if (c == separator_) {
      cells.emplace_back();
      state = State::kBegin;
    } else if (c == '"' && state != State::kPlain) {
      if (state == State::kQuoteInQuoted) cells.back() += c;
      state = State::kQuoted;
    } else {
      cells.back() += c;
      state = State::kPlain;
    }
    return false;
  }

  static Result finish(Cells& cells) {
    if (!cells.back().empty() && cells.back().back() == '\r') cells.back().pop_back();
    return Result::kRow;
  }

  void skip_line() {
    for (std::string_view rest = source_.peek(); !rest.empty(); rest = source_.peek()) {
      const std::size_t end = rest.find('\n');
      source_.skip(end == std::string_view::npos ? rest.size() : end + 1);
      if (end != std::string_view::npos) return;
    }
  }

  ByteSource& source_;
  const char separator_;
  bool skip_line_ = false;
};

class TableItems : public ItemReader {
 public:
  TableItems(const ItemContext& context, char separator) : context_(context), rows_(context.source, separator) {}

  bool next(ArticleItem& item) override {
    if (ended_ || (!started_ && !read_header(item))) return false;
    if (ended_) return true;
    Cells cells;
    const RowReader::Result result = rows_.next(cells);
    if (result == RowReader::Result::kEnd) return false;
    item.number = ++row_;
    if (result == RowReader::Result::kRow)
      fill(cells, item);
    else if (result == RowReader::Result::kTooLarge)
      item.error = too_large(context_.source.most());
    else
      item.error = RecordError{"open-quote", "a quotation mark in this row has no counterpart"};
    return true;
  }

 private:
  // False where there is not even a header.
  bool read_header(ArticleItem& item) {
    started_ = true;
    Cells names;
    if (rows_.next(names) != RowReader::Result::kRow) return false;
    for (const std::string& name : names) columns_.push_back(context_.keys.find(name));
    ended_ = std::none_of(columns_.begin(), columns_.end(), [](const auto& hit) { return hit.field == kTextField; });
    if (ended_)
      item.error = RecordError{"no-text", fmt::format("no column holds a text: {}", context_.keys.text_names())};
    return true;
  }

  void fill(Cells& cells, ArticleItem& item) const {
    ArticleFiller filler(item.article, context_.options.time_zone);
    for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
      if (columns_[i].field != kTextField && cells[i].empty()) continue;
      if (!is_well_formed_utf8(cells[i])) {
        item.repaired = true;
        cells[i] = repair_utf8(cells[i]);
      }
      const bool is_moment = cells[i].size() >= 9 && cells[i].find_first_not_of("0123456789.") == std::string::npos;
      if (columns_[i].field == kPublishedField && is_moment)
        filler.take_number(columns_[i], std::move(cells[i]));
      else
        filler.take(columns_[i], std::move(cells[i]));
    }
    if (!filler.has_text()) item.error = RecordError{"no-text", "the row has fewer cells than the header"};
  }

  const ItemContext context_;
  RowReader rows_;
  std::vector<FieldKeys::Hit> columns_;
  std::size_t row_ = 0;
  bool started_ = false, ended_ = false;
};

}  // namespace

ItemReaderPointer read_table(const ItemContext& context, char separator) {
  return std::make_unique<TableItems>(context, separator);
}

// At least two columns, one of them a text and another one of another field.
char separator_of_header(std::string_view line, const FieldKeys& keys) {
  for (const char separator : {'\t', ',', ';'}) {
    std::array<bool, kFieldCount + 1> found = {};
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find(separator, at), line.size());
      std::string_view name = line.substr(at, end - at);
      while (!name.empty() && (name.back() == '\r' || name.back() == '"')) name.remove_suffix(1);
      while (!name.empty() && name.front() == '"') name.remove_prefix(1);
      found[keys.find(name).field] = true;
      at = end + 1;
    }
    if (found[kTextField] && std::count(found.begin(), found.end() - 1, true) > 1) return separator;
  }
  return 0;
}

}  // namespace mahdar
