// JSON text by hand: a writer that cannot fail, and a layout for people.
#ifndef MAHDAR_IO_JSON_H_
#define MAHDAR_IO_JSON_H_

#include <string>
#include <string_view>

#include "mahdar/mahdar.h"

namespace mahdar {

// Appends `text` as a JSON string. Ill-formed UTF-8 becomes U+FFFD; U+0085, U+2028 and U+2029, at which some line
// readers split a record, are escaped.
MAHDAR_EXPORT void append_json_string(std::string& out, std::string_view text);

// One line of well-formed JSON, as to_json writes it, over several lines with an indent of two.
MAHDAR_EXPORT std::string indent_json(std::string_view line);

}  // namespace mahdar

#endif  // MAHDAR_IO_JSON_H_
