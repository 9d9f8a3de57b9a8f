// The built-in tables, embedded at build time.
#ifndef MAHDAR_GAZETTEER_EMBEDDED_H_
#define MAHDAR_GAZETTEER_EMBEDDED_H_

#include <string_view>

namespace mahdar {

struct EmbeddedTable {
  std::string_view path;  // under gazetteers/
  std::string_view content;
};

extern const EmbeddedTable kEmbeddedTables[];
extern const unsigned kEmbeddedTableCount;

// What compile() made of them at build time; empty in the program that makes it.
std::string_view embedded_image();

}  // namespace mahdar

#endif  // MAHDAR_GAZETTEER_EMBEDDED_H_
