// Names from elsewhere on their way into tables.
#ifndef MAHDAR_GAZETTEER_IMPORTED_H_
#define MAHDAR_GAZETTEER_IMPORTED_H_

#include <iosfwd>
#include <string>
#include <vector>

#include "compiled_data.h"

namespace mahdar_gazetteer {

// Which of the lists an entry goes into.
enum class List { kPeople, kPlaces, kOrganizations };

struct Imported {
  List list = List::kPlaces;
  std::string id, name, country;   // name: English; country: ISO 3166-1 alpha-3, may be empty
  std::string kind;                // of a place or an organization
  std::string wikidata, lat, lon;  // may be empty
  std::vector<std::string> names;  // Arabic, the best first
  long population = -1;            // -1: not known
};

// What an importer leaves out.
struct Bounds {
  long least_population = 0;  // of an entry that tells its population
  int least_letters = 3;      // of a name
};

struct Report {
  std::size_t entries = 0, names = 0;
  std::size_t small = 0, brief = 0, nameless = 0, unread = 0;  // left out
  std::vector<std::string> collisions;                         // one a line, for people
};

// The entries of a file. What is in none of the three lists is counted as unread. Throws mahdar::Error.
std::vector<Imported> read_tables(const std::string& directory);
std::vector<Imported> read_spacy(const std::string& path, Report& report);
std::vector<Imported> read_geonames(const std::string& path, const std::string& alternate_names,
                                    const mahdar::TableSet& tables);
std::vector<Imported> read_wikidata(const std::string& path, List list, Report& report);

// Drops what is out of bounds, and finds names that are common words, names of other entries, or of two of these.
void sift(std::vector<Imported>& entries, const Bounds& bounds, const mahdar::CompiledData& data, Report& report);

// Writes the entries as tables that overlay the built-in ones. `source` is what each row names as its source.
void write_overlay(const std::vector<Imported>& entries, const mahdar::CompiledData& data, const std::string& source,
                   const std::string& directory);

}  // namespace mahdar_gazetteer

#endif  // MAHDAR_GAZETTEER_IMPORTED_H_
