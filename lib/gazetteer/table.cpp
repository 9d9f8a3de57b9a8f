#include "gazetteer/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "gazetteer/embedded.h"
#include "mahdar/mahdar.h"
#include "text/utf8.h"

namespace mahdar {
namespace {

bool has_control(std::string_view line) {
  return std::any_of(line.begin(), line.end(),
                     [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; });
}

std::uint64_t fnv1a(std::uint64_t hash, std::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(path.string() + ":0: cannot be read");
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// The first line that is no comment: the header row.
std::size_t header_line(const std::vector<std::string>& lines) {
  const auto header =
      std::find_if(lines.begin(), lines.end(), [](const std::string& line) { return !line.empty() && line[0] != '#'; });
  return std::size_t(header - lines.begin());
}

std::string overlay(std::string_view base, std::string_view over) {
  const auto key_of = [](std::string_view line) { return line.substr(0, line.find('\t')); };
  const auto lines = split(over, '\n'), base_lines = split(base, '\n');
  const std::size_t first = header_line(lines) + 1, base_first = header_line(base_lines) + 1;
  std::vector<std::string_view> keys;
  for (std::size_t i = first; i < lines.size(); ++i) {
    std::string_view key = key_of(lines[i]);
    if (!key.empty() && key[0] == '-') key.remove_prefix(1);
    if (!key.empty()) keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  std::string merged;
  for (std::size_t i = 0; i < base_lines.size(); ++i)
    if (i < base_first || !std::binary_search(keys.begin(), keys.end(), key_of(base_lines[i])))
      merged += base_lines[i] + '\n';
  for (std::size_t i = first; i < lines.size(); ++i)
    if (!lines[i].empty() && lines[i][0] != '-') merged += lines[i] + '\n';
  return merged;
}

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

Table Table::parse(std::string name, std::string_view content) {
  Table table;
  table.name_ = std::move(name);
  int line_number = 0;
  for (std::string& line : split(content, '\n')) {
    ++line_number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line[0] == '#') continue;
    Row row{split(line, '\t'), line_number};
    if (!is_well_formed_utf8(line)) table.fail(row, "ill-formed UTF-8");
    if (has_control(line)) table.fail(row, "control character");
    if (table.header_.empty()) {
      table.header_ = std::move(row.cells);
      continue;
    }
    if (row.cells.size() != table.header_.size())
      table.fail(row, fmt::format("{} cells, the header has {}", row.cells.size(), table.header_.size()));
    table.rows_.push_back(std::move(row));
  }
  if (table.header_.empty()) table.fail({{}, 1}, "no header row");
  return table;
}

std::size_t Table::column_index(std::string_view column) const {
  const auto found = std::find(header_.begin(), header_.end(), column);
  if (found == header_.end()) throw Error(fmt::format("{}:1: no column '{}'", name_, column));
  return std::size_t(found - header_.begin());
}

bool Table::has_column(std::string_view column) const {
  return std::find(header_.begin(), header_.end(), column) != header_.end();
}

const std::string& Table::cell(const Row& row, std::string_view column) const {
  return row.cells[column_index(column)];
}

std::vector<std::string> Table::list(const Row& row, std::string_view column) const {
  std::vector<std::string> items = split(cell(row, column), '|');
  items.erase(std::remove(items.begin(), items.end(), ""), items.end());
  return items;
}

void Table::fail(const Row& row, const std::string& what) const {
  throw Error(fmt::format("{}:{}: {}", name_, row.line, what));
}

TableSet TableSet::load(const std::string& directory) {
  namespace fs = std::filesystem;
  TableSet set;
  for (unsigned i = 0; i < kEmbeddedTableCount; ++i) {
    const std::string path(kEmbeddedTables[i].path);
    set.sources_[path] = {"gazetteers/" + path, kEmbeddedTables[i].content, nullptr};
  }
  if (directory.empty()) return set;
  std::error_code failure;
  if (!fs::is_directory(directory, failure)) throw Error(directory + ":0: not a directory");
  for (const auto& entry : fs::recursive_directory_iterator(directory))
    if (entry.is_regular_file() && entry.path().extension() == ".tsv")
      set.lay_over(entry.path(), fs::relative(entry.path(), directory).generic_string());
  return set;
}

void TableSet::lay_over(const std::filesystem::path& file, const std::string& path) {
  const auto known = sources_.find(path);
  if (known == sources_.end()) throw Error(file.string() + ":0: no such table is known");
  const std::string over = read_file(file);
  Table::parse(file.string(), over);
  auto merged = std::make_shared<const std::string>(overlay(known->second.content, over));
  known->second = {file.string(), *merged, merged};
  get(path);
}

TableSet::TableSet(ImageReader& reader) {
  const std::span<const std::uint32_t> count = reader.read<std::uint32_t>();
  for (std::uint32_t i = 0; !count.empty() && i < count[0]; ++i) {
    const std::string path(reader.read_text()), name(reader.read_text());
    sources_[path] = {name, reader.read_text(), nullptr};
  }
}

void TableSet::save(ImageWriter& writer, const std::set<std::string_view>& left_out) const {
  std::uint32_t count = 0;
  for (const auto& [path, source] : sources_) count += left_out.count(path) == 0 ? 1 : 0;
  writer.add<std::uint32_t>({&count, 1});
  for (const auto& [path, source] : sources_) {
    if (left_out.count(path) != 0) continue;
    writer.add(path);
    writer.add(source.name);
    writer.add(source.content);
  }
}

std::string TableSet::hash() const {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const auto& [path, source] : sources_) hash = fnv1a(fnv1a(hash, path), source.content);
  return fmt::format("{:08x}", std::uint32_t(hash ^ hash >> 32));
}

const Table& TableSet::get(const std::string& path) const {
  if (const auto parsed = parsed_.find(path); parsed != parsed_.end()) return parsed->second;
  const auto found = sources_.find(path);
  if (found == sources_.end()) throw Error("gazetteers/" + path + ":0: missing table");
  return parsed_.emplace(path, Table::parse(found->second.name, found->second.content)).first->second;
}

}  // namespace mahdar
