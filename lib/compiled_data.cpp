#include "compiled_data.h"

#include <deque>
#include <filesystem>
#include <map>
#include <unordered_set>

#include "events/topics.h"
#include "gazetteer/embedded.h"
#include "gazetteer/knowledge_builder.h"
#include "rules/rule_table.h"
#include "text/fold.h"

namespace mahdar {
namespace {

constexpr std::string_view kFormat = "mahdar data 2";

// The tables that nobody reads any more once they are compiled.
const std::set<std::string_view> kLargeTables = {
    "agreements.tsv",       "ar/agreements.tsv",    "ar/bodies.tsv",        "ar/common_words.tsv", "ar/countries.tsv",
    "ar/offices.tsv",       "ar/people.tsv",        "ar/named_offices.tsv", "ar/places.tsv",       "ar/topics.tsv",
    "ar/nationalities.tsv", "ar/organizations.tsv", "ar/paradigms.tsv",     "bodies.tsv",          "countries.tsv",
    "offices.tsv",          "organizations.tsv",    "people.tsv",           "places.tsv",          "tenures.tsv"};

void compile_words(const Table& table, std::string_view column, ImageWriter& writer) {
  std::unordered_set<std::string> seen;
  std::deque<std::string> words;
  for (const Table::Row& row : table.rows())
    for (const std::string& word : split(fold(table.cell(row, column)), ' '))
      if (!word.empty() && seen.insert(word).second) words.push_back(word);
  WordTable::write(words, writer);
}

// First names that many people of the lists bear.
void compile_given_names(const Table& people, ImageWriter& writer) {
  constexpr int kMany = 6;
  std::map<std::string, int> count;
  for (const Table::Row& row : people.rows()) ++count[split(fold(people.cell(row, "native")), ' ')[0]];
  std::deque<std::string> names;
  for (const auto& [name, times] : count)
    if (times >= kMany && !name.empty()) names.push_back(name);
  WordTable::write(names, writer);
}

}  // namespace

Image compile(const TableSet& tables) {
  const KnowledgeBuilder facts(tables);
  const WordClasses words(tables);
  const Symbols symbols(words);
  const Table& rules = tables.get("ar/rules/events.tsv");
  RuleTable(rules, tables.get("ar/rules/macros.tsv"), symbols).check(rules);
  LexiconBuilder lexicon;
  facts.fill(lexicon);
  words.fill(tables, lexicon);
  ImageWriter writer;
  writer.add(kFormat);
  writer.add(tables.hash());
  tables.save(writer, kLargeTables);
  facts.knowledge().save(writer);
  compile_words(tables.get("ar/common_words.tsv"), "word", writer);
  compile_words(tables.get("ar/people.tsv"), "native", writer);
  compile_given_names(tables.get("ar/people.tsv"), writer);
  writer.add(lexicon.build().image().bytes);
  writer.add(Topics(tables).phrases().image().bytes);
  return writer.finish();
}

CompiledData CompiledData::load(const std::string& path) {
  std::error_code ignored;
  if (!path.empty() && std::filesystem::is_regular_file(path, ignored)) return CompiledData(map_file(path));
  if (path.empty() && !embedded_image().empty()) return CompiledData(Image{embedded_image(), nullptr});
  return CompiledData(compile(TableSet::load(path)));
}

CompiledData::Reader::Reader(const Image& image) : ImageReader(image, "compiled data") {
  if (read_text() != kFormat) fail("not compiled by this version of mahdar");
}

CompiledData::CompiledData(const Image& image) : CompiledData(image, Reader(image)) {}

CompiledData::CompiledData(Image image, Reader reader)
    : image_(std::move(image)),
      hash(reader.read_text()),
      tables(reader),
      knowledge(reader),
      common(reader),
      name_words(reader),
      given_names(reader),
      lexicon(reader.read_image()),
      topic_phrases(reader.read_image()) {}

}  // namespace mahdar
