#include "gazetteer/name_words.h"

#include "text/fold.h"

namespace mahdar {

NameWords::NameWords(const TableSet& tables) {
  const Table& names = tables.get("ar/name_particles.tsv");
  for (const Table::Row& row : names.rows())
    if (names.cell(row, "arabic") == "yes") particles.insert(fold(names.cell(row, "particle")));
  const Table& called = tables.get("ar/namesakes.tsv");
  for (const Table::Row& row : called.rows())
    (called.cell(row, "role") == "title" ? titles : namesakes).insert(fold(called.cell(row, "word")));
}

}  // namespace mahdar
