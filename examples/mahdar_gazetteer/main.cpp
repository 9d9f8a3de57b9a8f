// mahdar-gazetteer: checks, compiles, explains and imports the tables of names.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <map>

#include "compiled_data.h"
#include "explain.h"
#include "imported.h"
#include "mahdar/mahdar.h"

namespace mahdar_gazetteer {
namespace {

constexpr int kDone = 0, kUsage = 2, kOutputFailed = 3;
constexpr std::size_t kMostCollisions = 50;  // that are printed

struct CommandLine {
  std::string data;  // --data
  std::string output, text;
  std::string form, input, alternate_names, source;
  List list = List::kPeople;
  Bounds bounds;
};

int check(const CommandLine& command) {
  const mahdar::CompiledData data = mahdar::CompiledData::load(command.data);
  std::printf("%zu phrases of %zu people, places, organizations and agreements; data:%s\n", data.lexicon.size(),
              data.knowledge.entity_count() - 1, data.hash.c_str());
  return kDone;
}

int compile(const CommandLine& command) {
  const mahdar::CompiledData data = mahdar::CompiledData::load(command.data);
  const std::string_view bytes = data.image().bytes;
  std::ofstream file(command.output, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (file.flush()) return kDone;
  std::fprintf(stderr, "mahdar-gazetteer: %s cannot be written\n", command.output.c_str());
  return kOutputFailed;
}

int explain(const CommandLine& command) {
  std::fputs(mahdar_gazetteer::explain(command.text, mahdar::CompiledData::load(command.data)).c_str(), stdout);
  return kDone;
}

std::vector<Imported> read(const CommandLine& command, Report& report) {
  if (command.form == "tables") return read_tables(command.input);
  if (command.form == "spacy") return read_spacy(command.input, report);
  if (command.form == "wikidata") return read_wikidata(command.input, command.list, report);
  return read_geonames(command.input, command.alternate_names, mahdar::TableSet::load(""));
}

int import(const CommandLine& command) {
  const mahdar::CompiledData data = mahdar::CompiledData::load(command.data);
  Report report;
  std::vector<Imported> entries = read(command, report);
  sift(entries, command.bounds, data, report);
  write_overlay(entries, data, command.source, command.output);
  std::fprintf(
      stderr,
      "%zu entries with %zu names written; left out: %zu under the population, %zu names too short, %zu entries "
      "without an Arabic name, %zu rows not understood\n",
      report.entries, report.names, report.small, report.brief, report.nameless, report.unread);
  std::fprintf(stderr, "%zu names that mean something else too\n", report.collisions.size());
  for (std::size_t i = 0; i < report.collisions.size() && i < kMostCollisions; ++i)
    std::fprintf(stderr, "  %s\n", report.collisions[i].c_str());
  if (report.collisions.size() > kMostCollisions) std::fputs("  ...\n", stderr);
  return kDone;
}

int main(int argc, char** argv) {
  const std::map<std::string, List> lists = {
      {"people", List::kPeople}, {"places", List::kPlaces}, {"organizations", List::kOrganizations}};
  CommandLine command;
  CLI::App app("Checks, compiles, explains and imports Mahdar's tables of names.", "mahdar-gazetteer");
  app.require_subcommand(1);
  app.add_option("--data", command.data, "A directory of tables that overlay the built-in ones, or a compiled file");
  CLI::App* const checks = app.add_subcommand("check", "Read all tables; say what is wrong");
  CLI::App* const compiles = app.add_subcommand("compile", "Write the tables in force as one file, for --data");
  compiles->add_option("file", command.output)->required();
  CLI::App* const explains = app.add_subcommand("explain", "Why do these words match, or not?");
  explains->add_option("words", command.text)->required();
  CLI::App* const imports = app.add_subcommand("import", "Make tables of names that come in another form");
  imports->add_option("form", command.form, "tables, spacy (EntityRuler JSONL), geonames or wikidata (SPARQL JSON)")
      ->required()
      ->check(CLI::IsMember({"tables", "spacy", "geonames", "wikidata"}));
  imports->add_option("input", command.input, "A file, or a directory of tables")->required();
  imports->add_option("-o,--output", command.output, "The directory to write")->required();
  imports->add_option("--as", command.list, "What the items of wikidata are: people, places, organizations")
      ->transform(CLI::CheckedTransformer(lists));
  imports->add_option("--alternate-names", command.alternate_names, "GeoNames' alternateNames file");
  imports->add_option("--source", command.source, "What each row names as its source");
  imports->add_option("--min-population", command.bounds.least_population, "Leave out smaller places");
  imports->add_option("--min-letters", command.bounds.least_letters, "Leave out shorter names (default 3)");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  if (command.source.empty()) command.source = command.form;
  try {
    return checks->parsed()     ? check(command)
           : compiles->parsed() ? compile(command)
           : explains->parsed() ? explain(command)
                                : import(command);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "mahdar-gazetteer: %s\n", error.what());
    return kUsage;
  }
}

}  // namespace
}  // namespace mahdar_gazetteer

int main(int argc, char** argv) { return mahdar_gazetteer::main(argc, argv); }
