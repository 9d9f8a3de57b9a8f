// The forms in which names come.
#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "imported.h"
#include "mahdar/mahdar.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace mahdar_gazetteer {
namespace {

using mahdar::Error;
using mahdar::split;
using mahdar::Table;
using nlohmann::json;

std::ifstream open(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(path + ":0: cannot be read");
  return file;
}

std::string text_of(std::ifstream file) { return std::string(std::istreambuf_iterator<char>(file), {}); }

bool is_arabic(const std::string& name) {
  for (std::size_t at = 0; at < name.size();)
    if (mahdar::is_arabic_letter(mahdar::next_code_point(name, at))) return true;
  return false;
}

void add_name(Imported& entry, const std::string& name) {
  if (!is_arabic(name) || std::find(entry.names.begin(), entry.names.end(), name) != entry.names.end()) return;
  entry.names.push_back(name);
}

std::string cell_or_empty(const Table& table, const Table::Row& row, std::string_view column) {
  return table.has_column(column) ? table.cell(row, column) : "";
}

Table read_table(const std::string& path) { return Table::parse(path, text_of(open(path))); }

// The value of a JSON string under a key, or nothing.
std::string string_at(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

// The words of a spaCy pattern: a string, or tokens of which each gives its text.
std::string pattern_text(const json& pattern) {
  if (pattern.is_string()) return pattern.get<std::string>();
  std::string text;
  for (const json& token : pattern) {
    std::string word;
    for (const char* key : {"TEXT", "LOWER", "ORTH"})
      if (token.is_object() && token.size() == 1 && word.empty()) word = string_at(token, key);
    if (word.empty()) return "";
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

// ISO 3166-1 alpha-2 to alpha-3.
std::map<std::string, std::string> country_codes(const mahdar::TableSet& tables) {
  std::map<std::string, std::string> codes;
  const Table& countries = tables.get("countries.tsv");
  for (const Table::Row& row : countries.rows())
    codes.emplace(countries.cell(row, "iso2"), countries.cell(row, "iso3"));
  return codes;
}

}  // namespace

std::vector<Imported> read_tables(const std::string& directory) {
  constexpr std::pair<const char*, List> kTables[] = {
      {"people.tsv", List::kPeople}, {"places.tsv", List::kPlaces}, {"organizations.tsv", List::kOrganizations}};
  std::vector<Imported> entries;
  for (const auto& [file, list] : kTables) {
    if (!std::ifstream(directory + "/" + file)) continue;
    const Table facts = read_table(directory + "/" + file), names = read_table(directory + "/ar/" + file);
    std::unordered_map<std::string, std::size_t> numbers;
    for (const Table::Row& row : facts.rows()) {
      numbers.emplace(facts.cell(row, "id"), entries.size());
      Imported& entry = entries.emplace_back();
      entry.list = list;
      entry.id = facts.cell(row, "id");
      entry.name = facts.cell(row, "name");
      entry.country = facts.cell(row, "country");
      entry.kind = cell_or_empty(facts, row, list == List::kPlaces ? "type" : "kind");
      entry.wikidata = cell_or_empty(facts, row, "wikidata");
      entry.lat = cell_or_empty(facts, row, "lat");
      entry.lon = cell_or_empty(facts, row, "lon");
    }
    for (const Table::Row& row : names.rows()) {
      const auto entry = numbers.find(names.cell(row, "id"));
      if (entry == numbers.end()) names.fail(row, "unknown id: " + names.cell(row, "id"));
      add_name(entries[entry->second], names.cell(row, "native"));
      for (const std::string& name : names.list(row, "variants")) add_name(entries[entry->second], name);
    }
  }
  return entries;
}

std::vector<Imported> read_spacy(const std::string& path, Report& report) {
  static const std::map<std::string, List> kLabels = {{"PERSON", List::kPeople}, {"PER", List::kPeople},
                                                      {"GPE", List::kPlaces},    {"LOC", List::kPlaces},
                                                      {"FAC", List::kPlaces},    {"ORG", List::kOrganizations}};
  std::ifstream file = open(path);
  std::map<std::pair<List, std::string>, Imported> entries;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty()) continue;
    const json row = json::parse(line, nullptr, false);
    if (!row.is_object()) throw Error(path + ":" + std::to_string(number) + ": no JSON object");
    const auto label = kLabels.find(string_at(row, "label"));
    const std::string text = row.contains("pattern") ? pattern_text(row["pattern"]) : "";
    if (label == kLabels.end() || !is_arabic(text)) {
      ++report.unread;
      continue;
    }
    const std::string id = string_at(row, "id");
    Imported& entry = entries[{label->second, id.empty() ? text : id}];
    entry.list = label->second;
    entry.id = "spacy-" + std::to_string(entries.size());
    entry.name = id.empty() ? text : id;
    add_name(entry, text);
  }
  std::vector<Imported> list;
  int next = 0;
  for (auto& [key, entry] : entries) {
    entry.id = "spacy-" + std::to_string(++next);
    list.push_back(std::move(entry));
  }
  return list;
}

std::vector<Imported> read_geonames(const std::string& path, const std::string& alternate_names,
                                    const mahdar::TableSet& tables) {
  enum Column { kId, kName, kNames = 3, kLat, kLon, kClass, kCode, kCountry, kPopulation = 14, kColumns = 19 };
  const auto codes = country_codes(tables);
  std::ifstream file = open(path);
  std::vector<Imported> entries;
  std::unordered_map<std::string, std::size_t> numbers;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const std::vector<std::string> cells = split(line, '\t');
    if (cells.size() != kColumns) throw Error(path + ":" + std::to_string(number) + ": not 19 columns");
    numbers.emplace(cells[kId], entries.size());
    Imported& entry = entries.emplace_back();
    entry.id = "geonames-" + cells[kId];
    entry.name = cells[kName];
    const auto country = codes.find(cells[kCountry]);
    entry.country = country == codes.end() ? "" : country->second;
    entry.kind = cells[kClass] == "P" ? "city" : cells[kClass] == "A" ? "region" : "site";
    entry.lat = cells[kLat], entry.lon = cells[kLon];
    entry.population = std::strtol(cells[kPopulation].c_str(), nullptr, 10);
    if (alternate_names.empty())
      for (const std::string& name : split(cells[kNames], ',')) add_name(entry, name);
  }
  if (alternate_names.empty()) return entries;
  std::ifstream alternates = open(alternate_names);
  for (std::string line; std::getline(alternates, line);) {
    const std::vector<std::string> cells = split(line, '\t');
    if (cells.size() < 4 || cells[2] != "ar") continue;
    const auto entry = numbers.find(cells[1]);
    if (entry == numbers.end()) continue;
    std::vector<std::string>& names = entries[entry->second].names;
    add_name(entries[entry->second], cells[3]);
    const bool preferred = cells.size() > 4 && cells[4] == "1" && !names.empty() && names.back() == cells[3];
    if (preferred) std::rotate(names.begin(), names.end() - 1, names.end());
  }
  return entries;
}

// Rows of one `item` are one entry; any text in Arabic is a name of it, the first in English its English name, and
// `country` its ISO code.
std::vector<Imported> read_wikidata(const std::string& path, List list, Report& report) {
  const json document = json::parse(text_of(open(path)), nullptr, false);
  if (!document.is_object() || !document.contains("results")) throw Error(path + ":0: no SPARQL results in JSON");
  std::vector<Imported> entries;
  std::map<std::string, std::size_t> numbers;
  for (const json& row : document["results"]["bindings"]) {
    const std::string uri = row.contains("item") ? string_at(row["item"], "value") : "";
    const std::string item = uri.substr(uri.rfind('/') + 1);
    if (item.size() < 2 || item[0] != 'Q') {
      ++report.unread;
      continue;
    }
    const auto [at, added] = numbers.emplace(item, entries.size());
    if (added) entries.emplace_back();
    Imported& entry = entries[at->second];
    entry.list = list;
    entry.wikidata = item;
    entry.id = "wikidata-" + item.substr(1);
    for (const auto& [variable, value] : row.items()) {
      const std::string language = string_at(value, "xml:lang"), text = string_at(value, "value");
      if (language == "en" && entry.name.empty()) entry.name = text;
      if (language == "ar") add_name(entry, text);
      if (variable == "country" && text.size() == 3) entry.country = text;
    }
    if (entry.name.empty()) entry.name = item;
  }
  return entries;
}

}  // namespace mahdar_gazetteer
