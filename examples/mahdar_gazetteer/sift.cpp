// What of imported names is kept, and how it is written.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unordered_map>
#include <unordered_set>

#include "imported.h"
#include "mahdar/mahdar.h"
#include "text/fold.h"

namespace mahdar_gazetteer {
namespace {

using mahdar::CompiledData;

constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter

// Whose name the lists have already, but for the entry itself.
std::string owner_of(const std::string& name, const Imported& entry, const CompiledData& data) {
  for (const mahdar::LexiconEntry& found : data.lexicon.lookup(name)) {
    const bool named =
        found.kind == mahdar::kPersonName || found.kind == mahdar::kPersonAlone || found.kind == mahdar::kEntityName;
    if (!named) continue;
    const mahdar::KnownEntity& known = data.knowledge.entity(found.id);
    if (known.id != entry.id) return fmt::format("{}/{}", mahdar::type_name(known.type), known.id);
  }
  return "";
}

bool is_common(const std::string& name, const CompiledData& data) {
  const std::string folded = mahdar::fold(name);
  return folded.find(' ') == std::string::npos && data.common.count(folded) != 0;
}

// A cell: no tab, line break or bar can stand in it.
std::string cell(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == '|') c = ' ';
  return text;
}

struct Files {
  const char* name;
  const char* header;
  const char* native_header;
};
constexpr Files kFiles[] = {
    {"people.tsv", "id\tname\tcountry\twikidata\tsource", "id\tnative\tvariants\talone"},
    {"places.tsv", "id\tname\ttype\tcountry\tlat\tlon\tsource", "id\tnative\tvariants\tcontext"},
    {"organizations.tsv", "id\tname\tkind\tcountry\twikidata\tsource", "id\tnative\tvariants\tcontext"}};

std::string facts_row(const Imported& e, const std::string& source) {
  switch (e.list) {
    case List::kPeople: return fmt::format("{}\t{}\t{}\t{}\t{}\n", e.id, cell(e.name), e.country, e.wikidata, source);
    case List::kPlaces:
      return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", e.id, cell(e.name), e.kind.empty() ? "site" : e.kind,
                         e.country, e.lat, e.lon, source);
    default:
      return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", e.id, cell(e.name), e.kind.empty() ? "other" : e.kind, e.country,
                         e.wikidata, source);
  }
}

std::string names_row(const Imported& e, const CompiledData& data) {
  std::string variants;
  for (std::size_t i = 1; i < e.names.size(); ++i) variants += (i > 1 ? "|" : "") + cell(e.names[i]);
  const bool common = std::any_of(e.names.begin(), e.names.end(), [&](auto& name) { return is_common(name, data); });
  const char* const context = common && e.list != List::kPeople ? "yes" : "";
  return fmt::format("{}\t{}\t{}\t{}\n", e.id, cell(e.names[0]), variants, context);
}

void write_file(const std::filesystem::path& path, const std::string& content) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << content;
  if (!file.flush()) throw mahdar::Error(path.string() + ":0: cannot be written");
}

}  // namespace

void sift(std::vector<Imported>& entries, const Bounds& bounds, const CompiledData& data, Report& report) {
  std::unordered_map<std::string, std::string> seen;  // folded name -> id
  std::vector<Imported> kept;
  for (Imported& entry : entries) {
    if (entry.population >= 0 && entry.population < bounds.least_population) {
      ++report.small;
      continue;
    }
    std::vector<std::string> names;
    for (const std::string& name : entry.names) {
      const std::string folded = mahdar::fold(name);
      if (folded.size() < std::size_t(bounds.least_letters) * kLetter) {
        ++report.brief;
        continue;
      }
      const auto [other, is_new] = seen.emplace(folded, entry.id);
      if (!is_new && other->second == entry.id) continue;  // another spelling of the same letters
      if (!is_new) report.collisions.push_back(fmt::format("{}: {} and {}", name, other->second, entry.id));
      if (is_common(name, data)) report.collisions.push_back(fmt::format("{}: {} and a common word", name, entry.id));
      if (const std::string owner = owner_of(name, entry, data); !owner.empty())
        report.collisions.push_back(fmt::format("{}: {} and {} of the lists", name, entry.id, owner));
      names.push_back(name);
    }
    entry.names = std::move(names);
    if (entry.names.empty()) {
      ++report.nameless;
      continue;
    }
    ++report.entries;
    report.names += entry.names.size();
    kept.push_back(std::move(entry));
  }
  entries = std::move(kept);
}

void write_overlay(const std::vector<Imported>& entries, const CompiledData& data, const std::string& source,
                   const std::string& directory) {
  for (std::size_t list = 0; list < std::size(kFiles); ++list) {
    std::string facts = std::string(kFiles[list].header) + "\n", names = std::string(kFiles[list].native_header) + "\n";
    bool any = false;
    for (const Imported& entry : entries) {
      if (std::size_t(entry.list) != list) continue;
      any = true;
      facts += facts_row(entry, source);
      names += names_row(entry, data);
    }
    if (!any) continue;
    const std::filesystem::path top(directory);
    write_file(top / kFiles[list].name, facts);
    write_file(top / "ar" / kFiles[list].name, names);
  }
}

}  // namespace mahdar_gazetteer
