#include "io/article_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace mahdar {
namespace {

// Takes the values of the outermost object that are fields of an article, and passes over everything else. A key inside
// another goes by its path ("source.name"); what stands in arrays has none.
class ArticleSax : public nlohmann::json_sax<nlohmann::json> {
 public:
  ArticleSax(const FieldKeys& keys, const std::string& time_zone, Article& article)
      : keys_(keys), filler_(article, time_zone) {}

  bool is_object() const { return is_object_; }
  bool has_text() const { return filler_.has_text(); }
  std::size_t error_at() const { return error_at_; }

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t n) override { return take_number(std::to_string(n)); }
  bool number_unsigned(number_unsigned_t n) override { return take_number(std::to_string(n)); }
  bool number_float(number_float_t, const string_t& digits) override { return take_number(digits); }
  bool string(string_t& value) override {
    if (named()) filler_.take(keys_.find(path_), std::move(value));
    return true;
  }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override {
    is_object_ = is_object_ || depth_ == 0;
    if (arrays_ == 0) ends_.push_back(path_.size());
    return ++depth_, true;
  }
  bool end_object() override {
    if (arrays_ == 0) {
      path_.resize(ends_.back());
      ends_.pop_back();
    }
    return --depth_, true;
  }
  bool start_array(std::size_t) override { return ++depth_, ++arrays_, true; }
  bool end_array() override { return --depth_, --arrays_, true; }

  bool key(string_t& name) override {
    if (arrays_ > 0) return true;
    path_.resize(ends_.back());
    if (!path_.empty()) path_ += '.';
    path_ += name;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    error_at_ = position;
    return false;
  }

 private:
  bool named() const { return arrays_ == 0 && depth_ > 0; }
  bool take_number(std::string digits) {
    if (named()) filler_.take_number(keys_.find(path_), std::move(digits));
    return true;
  }

  const FieldKeys& keys_;
  ArticleFiller filler_;
  std::string path_;
  std::vector<std::size_t> ends_;  // of the path, where each open object begins
  std::size_t depth_ = 0, arrays_ = 0, error_at_ = 0;
  bool is_object_ = false;
};

int hex_at(std::string_view json, std::size_t at) {
  int value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = i < json.size() ? json[i] : ' ';
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// Half a surrogate pair, as some writers leave in \u escapes, becomes \ufffd.
bool mend_surrogates(std::string& json) {
  bool mended = false;
  for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
    const auto surrogate = [&](std::size_t i, int low_bits) {
      return json.compare(i, 2, "\\u") == 0 && (hex_at(json, i + 2) & ~0x3FF) == low_bits;
    };
    const bool high = surrogate(at, 0xD800);
    if (high && at + 6 < json.size() && surrogate(at + 6, 0xDC00)) {
      at += 12;
      continue;
    }
    if (high || surrogate(at, 0xDC00)) {
      json.replace(at, 6, "\\ufffd");
      mended = true;
    }
    at += 2;
  }
  return mended;
}

bool parse(std::string_view json, const FieldKeys& keys, const std::string& time_zone, ArticleItem& item) {
  item.article = {};
  item.error.reset();
  ArticleSax sax(keys, time_zone, item.article);
  const bool parsed = nlohmann::json::sax_parse(json.begin(), json.end(), &sax);
  if (!parsed) {
    item.error =
        RecordError{"not-json", fmt::format("no well-formed JSON: at byte {} of {}", sax.error_at(), json.size())};
  } else if (!sax.is_object()) {
    item.error = RecordError{"not-an-object", "an article is a JSON object"};
  } else if (!sax.has_text()) {
    item.error = RecordError{"no-text", fmt::format("no key holds a text: {}", keys.text_names())};
  }
  return parsed;
}

}  // namespace

void read_article_json(std::string_view json, const FieldKeys& keys, const std::string& time_zone, ArticleItem& item) {
  std::string mended;
  if (!is_well_formed_utf8(json)) {
    item.repaired = true;
    json = mended = repair_utf8(json);
  }
  if (parse(json, keys, time_zone, item)) return;
  const std::optional<RecordError> error = item.error;
  std::string copy(json);
  if (!mend_surrogates(copy)) return;
  if (parse(copy, keys, time_zone, item))
    item.repaired = true;
  else
    item.error = error;
}

std::size_t BracketScanner::read(std::string_view piece) {
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const char c = piece[i];
    if (in_string_) {
      if (escaped_)
        escaped_ = false;
      else if (c == '\\')
        escaped_ = true;
      else if (c == '"')
        in_string_ = false;
    } else if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if ((c == '}' || c == ']') && --depth_ <= 0) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace mahdar
