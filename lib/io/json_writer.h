// JSON values, written one after the other.
#ifndef MAHDAR_IO_JSON_WRITER_H_
#define MAHDAR_IO_JSON_WRITER_H_

#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/json.h"

namespace mahdar {

// Appends to a string, and sets the commas.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  // Keys are literals that need no escape.
  JsonWriter& key(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    first_ = true;
    return *this;
  }

  void value(std::string_view text) {
    separate();
    append_json_string(out_, text);
  }
  void value(const char* text) { text ? value(std::string_view(text)) : raw("null"); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(bool truth) { raw(truth ? "true" : "false"); }
  void value(std::size_t number) {
    char digits[24];
    raw(std::string_view(digits, std::to_chars(digits, digits + sizeof digits, number).ptr - digits));
  }
  void value(std::nullptr_t) { raw("null"); }
  void value(const std::vector<std::string>& list) {
    each(list, [](JsonWriter& w, const std::string& item) { w.value(item); });
  }
  template <class T>
  void value(const std::optional<T>& maybe) {
    maybe ? value(*maybe) : raw("null");
  }

  // A fraction from 0 to 1 with two decimals.
  void hundredths(double fraction) {
    const int n = fraction > 0 ? int(std::lround(std::fmin(fraction, 1.0) * 100)) : 0;  // NaN: 0
    const char digits[] = {char('0' + n / 100), '.', char('0' + n / 10 % 10), char('0' + n % 10)};
    raw(std::string_view(digits, sizeof digits));
  }

  template <class List, class Write>
  void each(const List& list, Write write) {
    open('[');
    for (const auto& item : list) write(*this, item);
    close(']');
  }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void raw(std::string_view text) {
    separate();
    out_ += text;
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace mahdar

#endif  // MAHDAR_IO_JSON_WRITER_H_
