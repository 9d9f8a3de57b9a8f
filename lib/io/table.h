// Records as the rows of a table.
#ifndef MAHDAR_IO_TABLE_H_
#define MAHDAR_IO_TABLE_H_

#include <string>

#include "mahdar/mahdar.h"

namespace mahdar {

// What a row is.
enum class Rows { kEvents, kMentions, kStatements, kTimes };

struct TableStyle {
  char separator = ',';  // by RFC 4180; '\t': a cell's tabs, line breaks and backslashes as \t, \n, \r, \\ instead
  bool excel = false;    // for spreadsheets: a byte order mark, CRLF, and no cell is taken for a formula
};

// The names of the columns, with the byte order mark where there is one.
MAHDAR_EXPORT std::string table_header(Rows rows, const TableStyle& style);

// The rows of a record, each with its line break; none of a record that holds an error.
MAHDAR_EXPORT std::string to_table(const Record& record, Rows rows, const TableStyle& style);

}  // namespace mahdar

#endif  // MAHDAR_IO_TABLE_H_
