// The types of a record, for databases and search engines.
#ifndef MAHDAR_EXTRACT_EVENTS_SCHEMA_H_
#define MAHDAR_EXTRACT_EVENTS_SCHEMA_H_

#include <string>

namespace extract_events {

// The JSON Schema of mahdar/1 itself ("json-schema"), or a table or mapping for records as JSON lines, derived from it:
// "duckdb", "clickhouse", "postgres", "elasticsearch".
std::string schema(const std::string& kind);

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_SCHEMA_H_
