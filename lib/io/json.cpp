#include "io/json.h"

#include <algorithm>

#include "text/utf8.h"

namespace mahdar {
namespace {

// Size of the character at `at` if it must be escaped, else 0.
std::size_t escaped_size(std::string_view text, std::size_t at) {
  const unsigned char c = text[at];
  if (c < 0x20 || c == '"' || c == '\\') return 1;
  if (c == 0xC2 && text.substr(at, 2) == "\xC2\x85") return 2;  // U+0085
  if (c != 0xE2) return 0;
  const std::string_view character = text.substr(at, 3);
  return character == "\xE2\x80\xA8" || character == "\xE2\x80\xA9" ? 3 : 0;  // U+2028, U+2029
}

void append_escape(std::string& out, unsigned code) {
  constexpr char kDigits[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[code >> shift & 0xF];
}

void append_ascii_escape(std::string& out, unsigned char c) {
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: append_escape(out, c);
  }
}

void append_well_formed(std::string& out, std::string_view text) {
  std::size_t done = 0;  // all before it is in `out`
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t size = escaped_size(text, at);
    if (size == 0) continue;
    out += text.substr(done, at - done);
    if (size == 1)
      append_ascii_escape(out, text[at]);
    else
      append_escape(out, size == 2 ? 0x85 : 0x2028 + (text[at + 2] & 1u));
    done = at + size;
    at = done - 1;
  }
  out += text.substr(done);
}

// The end of the JSON string that begins at `at`, past its closing quotation mark.
std::size_t string_end(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at)
    if (json[at] == '\\') ++at;
  return std::min(at + 1, json.size());
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  if (is_well_formed_utf8(text))
    append_well_formed(out, text);
  else
    append_well_formed(out, repair_utf8(text));
  out += '"';
}

std::string indent_json(std::string_view line) {
  std::string out;
  std::size_t depth = 0;
  const auto new_line = [&] { out.append("\n").append(2 * depth, ' '); };
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    const std::size_t end = c == '"' ? string_end(line, at) : at + 1;
    const bool closes = c == '}' || c == ']';
    const bool empty = !out.empty() && (out.back() == '{' || out.back() == '[');
    if (closes && depth > 0) --depth;
    if (closes ? !empty : empty) new_line();
    out += line.substr(at, end - at);
    if (c == '{' || c == '[') ++depth;
    if (c == ',') new_line();
    if (c == ':') out += ' ';
    at = end;
  }
  return out;
}

}  // namespace mahdar
