#include "schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "schema_json.h"

namespace extract_events {
namespace {

using Json = nlohmann::ordered_json;

enum class Kind { kObject, kArray, kDate, kText, kInteger, kNumber, kBoolean };

// A place in the JSON Schema, seen as a type.
class Type {
 public:
  Type(const Json& root, const Json& node) : root_(root), node_(resolve(root, node)) {}

  Kind kind() const {
    const std::string word = type_word();
    if (word == "object") return Kind::kObject;
    if (word == "array") return Kind::kArray;
    if (word == "integer") return Kind::kInteger;
    if (word == "number") return Kind::kNumber;
    if (word == "boolean") return Kind::kBoolean;
    return node_.value("format", "") == "date" ? Kind::kDate : Kind::kText;
  }
  bool nullable() const {
    const auto has_null = [&](const char* key, const Json& null) {
      return node_.contains(key) && node_[key].is_array() &&
             std::find(node_[key].begin(), node_[key].end(), null) != node_[key].end();
    };
    return has_null("type", "null") || has_null("enum", nullptr);
  }
  // Of words that an enumeration or constant gives, which is a keyword rather than a text.
  bool is_closed() const { return node_.contains("enum") || node_.contains("const"); }
  Type items() const { return {root_, node_["items"]}; }
  template <class Take>
  void each_member(Take take) const {
    for (const auto& [name, member] : node_["properties"].items()) take(name, Type(root_, member));
  }

 private:
  static const Json& resolve(const Json& root, const Json& node) {
    if (!node.contains("$ref")) return node;
    return root.at(Json::json_pointer(node["$ref"].get<std::string>().substr(1)));
  }
  std::string type_word() const {
    if (!node_.contains("type")) return "string";
    if (node_["type"].is_string()) return node_["type"];
    for (const Json& word : node_["type"])
      if (word != "null") return word;
    return "string";
  }

  const Json& root_;
  const Json& node_;
};

// `"a" TYPE, "b" TYPE`.
template <class Of>
std::string members(const Type& type, Of of, std::string_view separator = ", ") {
  std::string out;
  type.each_member([&](const std::string& name, const Type& member) {
    if (!out.empty()) out += separator;
    out += fmt::format("\"{}\" {}", name, of(member));
  });
  return out;
}

std::string duckdb(const Type& type) {
  switch (type.kind()) {
    case Kind::kObject: return "STRUCT(" + members(type, duckdb) + ")";
    case Kind::kArray: return duckdb(type.items()) + "[]";
    case Kind::kDate: return "DATE";
    case Kind::kInteger: return "BIGINT";
    case Kind::kNumber: return "DOUBLE";
    case Kind::kBoolean: return "BOOLEAN";
    default: return "VARCHAR";
  }
}

// Tuples and arrays cannot be null there: a null object is one of nulls, or of defaults.
std::string clickhouse(const Type& type) {
  const auto scalar = [&](const std::string& name) { return type.nullable() ? "Nullable(" + name + ")" : name; };
  switch (type.kind()) {
    case Kind::kObject: return "Tuple(" + members(type, clickhouse) + ")";
    case Kind::kArray: return "Array(" + clickhouse(type.items()) + ")";
    case Kind::kDate: return scalar("Date32");
    case Kind::kInteger: return scalar("UInt64");
    case Kind::kNumber: return scalar("Float64");
    case Kind::kBoolean: return scalar("Bool");
    default: return scalar("String");
  }
}

std::string postgres(const Type& type) {
  const char* const null = type.nullable() ? "" : " NOT NULL";
  switch (type.kind()) {
    case Kind::kObject:
    case Kind::kArray: return std::string("jsonb") + null;
    case Kind::kDate: return std::string("date") + null;
    case Kind::kInteger: return std::string("bigint") + null;
    case Kind::kNumber: return std::string("double precision") + null;
    case Kind::kBoolean: return std::string("boolean") + null;
    default: return std::string("text") + null;
  }
}

// Objects in lists are nested, so that a query can ask for one participant who is host and Turkish.
Json elasticsearch(const Type& type, const std::string& name) {
  const auto object = [&](const Type& of) {
    Json properties = Json::object();
    of.each_member([&](const std::string& key, const Type& member) { properties[key] = elasticsearch(member, key); });
    return properties;
  };
  switch (type.kind()) {
    case Kind::kObject: return {{"properties", object(type)}};
    case Kind::kArray:
      if (type.items().kind() != Kind::kObject) return elasticsearch(type.items(), name);
      return {{"type", "nested"}, {"properties", object(type.items())}};
    case Kind::kDate: return {{"type", "date"}, {"format", "strict_date"}};
    case Kind::kInteger: return {{"type", "integer"}};
    case Kind::kNumber: return {{"type", "float"}};
    case Kind::kBoolean: return {{"type", "boolean"}};
    default: break;
  }
  const bool is_prose = name == "text" || name == "title" || name == "message";
  return type.is_closed() || !is_prose ? Json{{"type", "keyword"}} : Json{{"type", "text"}, {"analyzer", "arabic"}};
}

}  // namespace

std::string schema(const std::string& kind) {
  if (kind == "json-schema") return kSchemaJson;
  const Json root = Json::parse(kSchemaJson);
  const Type record(root, root);
  if (kind == "duckdb")
    return "-- INSERT INTO records SELECT * FROM read_json('records.jsonl', format = 'newline_delimited',\n"
           "--   columns = "
           "{the columns below});\n"
           "CREATE TABLE records (\n  " +
           members(record, duckdb, ",\n  ") + "\n);\n";
  if (kind == "clickhouse")
    return "-- INSERT INTO records FROM INFILE 'records.jsonl' SETTINGS input_format_null_as_default = 1 FORMAT JSONEachRow\n"
           "CREATE TABLE records (\n  " +
           members(record, clickhouse, ",\n  ") + "\n) ENGINE = MergeTree ORDER BY id;\n";
  if (kind == "postgres")
    return "-- INSERT INTO records SELECT r.* FROM lines, jsonb_populate_record(NULL::records, lines.line) r;\n"
           "-- where lines has a column line of type jsonb\n"
           "CREATE TABLE records (\n  " +
           members(record, postgres, ",\n  ") + "\n);\n";
  Json mapping = {{"mappings", elasticsearch(record, "")}};
  mapping["mappings"]["dynamic"] = "strict";
  return mapping.dump(1) + "\n";
}

}  // namespace extract_events
