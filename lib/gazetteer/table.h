// Tables: tab-separated UTF-8 with a header row, comments after '#', alternatives in a cell parted by '|'.
// One parser for all of them, built-in or given by a user.
#ifndef MAHDAR_GAZETTEER_TABLE_H_
#define MAHDAR_GAZETTEER_TABLE_H_

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/image.h"

namespace mahdar {

// One table, checked for its form. Immutable after parsing.
class Table {
 public:
  // A row knows its line, for messages.
  struct Row {
    std::vector<std::string> cells;
    int line = 0;
  };

  // Throws Error ("name:line: what") for a missing header, a row with other than the header's number of cells,
  // ill-formed UTF-8, or a control character.
  static Table parse(std::string name, std::string_view content);

  const std::string& name() const { return name_; }
  const std::vector<Row>& rows() const { return rows_; }
  bool has_column(std::string_view column) const;

  // The cell of a row under a header name; throws Error if the table has no such column.
  const std::string& cell(const Row& row, std::string_view column) const;
  // The cell's alternatives, empty ones left out.
  std::vector<std::string> list(const Row& row, std::string_view column) const;

  // Throws Error with the table's name and the row's line.
  [[noreturn]] void fail(const Row& row, const std::string& what) const;

 private:
  std::size_t column_index(std::string_view column) const;

  std::string name_;
  std::vector<std::string> header_;
  std::vector<Row> rows_;
};

std::vector<std::string> split(std::string_view text, char separator);

// All tables in force, by their path under gazetteers/ ("ar/offices.tsv"): the built-in ones, with those of a
// directory laid over them. In an overlay, a row whose first cell (the key) is known replaces that row; a first cell
// of "-key" takes it away; other rows are added.
//
// A table is parsed when it is first asked for: for one thread at a time.
class TableSet {
 public:
  // `directory` may be empty. Throws Error if a file cannot be read or is ill-formed, or names no known table.
  static TableSet load(const std::string& directory);
  // As save() wrote them; the image must outlive them.
  explicit TableSet(ImageReader& reader);

  const Table& get(const std::string& path) const;
  std::string hash() const;  // eight hex digits over all content
  // Writes all tables but those of `left_out`.
  void save(ImageWriter& writer, const std::set<std::string_view>& left_out) const;

 private:
  struct Source {
    std::string name;  // for messages
    std::string_view content;
    std::shared_ptr<const std::string> merged;  // what `content` views, if it is not built in
  };
  TableSet() = default;
  void lay_over(const std::filesystem::path& file, const std::string& path);

  std::map<std::string, Source> sources_;
  mutable std::map<std::string, Table> parsed_;
};

}  // namespace mahdar

#endif  // MAHDAR_GAZETTEER_TABLE_H_
