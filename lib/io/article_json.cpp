#include "io/article_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace mahdar {
namespace {

constexpr std::size_t kNoKey = std::size_t(-1);

// The keys of a field, in order of preference.
struct Field {
  std::string Article::*member;
  std::array<std::string_view, 6> keys;
};
const std::array<Field, 7> kFields = {{
    {&Article::text, {"text", "maintext", "content", "body", "articleBody", "article"}},
    {&Article::title, {"title", "headline"}},
    {&Article::published, {"published", "date", "date_publish", "datePublished", "date_extracted"}},
    {&Article::url, {"url"}},
    {&Article::source, {"source"}},
    {&Article::language, {"language"}},
    {&Article::id, {"id"}},
}};

// Takes the strings of the outermost object that are fields of an article, and passes over everything else.
class ArticleSax : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit ArticleSax(Article& article) : article_(article) { ranks_.fill(kNoKey); }

  bool is_object() const { return is_object_; }
  bool has_text() const { return ranks_[0] != kNoKey; }
  std::size_t error_at() const { return error_at_; }

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t n) override { return take_number(std::to_string(n)); }
  bool number_unsigned(number_unsigned_t n) override { return take_number(std::to_string(n)); }
  bool number_float(number_float_t, const string_t& digits) override { return take_number(digits); }
  bool string(string_t& value) override { return take(value); }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override {
    is_object_ = is_object_ || depth_ == 0;
    ++depth_;
    return true;
  }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t) override { return ++depth_, true; }
  bool end_array() override { return --depth_, true; }

  bool key(string_t& name) override {
    field_ = kFields.size();
    for (std::size_t i = 0; i < kFields.size() && depth_ == 1; ++i) {
      const auto& keys = kFields[i].keys;
      const auto at = std::find(keys.begin(), keys.end(), name);
      if (at == keys.end() || name.empty()) continue;
      field_ = i;
      rank_ = std::size_t(at - keys.begin());
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    error_at_ = position;
    return false;
  }

 private:
  // An empty string counts only where no other key of the field holds more.
  bool take(string_t& value) {
    if (depth_ != 1 || field_ >= kFields.size()) return true;
    std::string& member = article_.*kFields[field_].member;
    const std::size_t rank = rank_ + (value.empty() ? kFields[0].keys.size() : 0);
    if (rank >= ranks_[field_]) return true;
    ranks_[field_] = rank;
    member = std::move(value);
    return true;
  }
  // A number is an id; as another field it says nothing.
  bool take_number(std::string digits) {
    const bool is_id = depth_ == 1 && field_ < kFields.size() && kFields[field_].member == &Article::id;
    return is_id ? take(digits) : true;
  }

  Article& article_;
  std::array<std::size_t, kFields.size()> ranks_;  // of the key that each field came from
  std::size_t field_ = kFields.size(), rank_ = 0;  // of the key read last
  std::size_t depth_ = 0, error_at_ = 0;
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

bool parse(std::string_view json, ArticleItem& item) {
  item.article = {};
  item.error.reset();
  ArticleSax sax(item.article);
  const bool parsed = nlohmann::json::sax_parse(json.begin(), json.end(), &sax);
  if (!parsed) {
    item.error =
        RecordError{"not-json", fmt::format("no well-formed JSON: at byte {} of {}", sax.error_at(), json.size())};
  } else if (!sax.is_object()) {
    item.error = RecordError{"not-an-object", "an article is a JSON object"};
  } else if (!sax.has_text()) {
    item.error =
        RecordError{"no-text", "none of the keys text, maintext, content, body, articleBody, article holds a string"};
  }
  return parsed;
}

}  // namespace

void read_article_json(std::string_view json, ArticleItem& item) {
  std::string mended;
  if (!is_well_formed_utf8(json)) {
    item.repaired = true;
    json = mended = repair_utf8(json);
  }
  if (parse(json, item)) return;
  const std::optional<RecordError> error = item.error;
  std::string copy(json);
  if (!mend_surrogates(copy)) return;
  if (parse(copy, item))
    item.repaired = true;
  else
    item.error = error;
}

void BracketScanner::read(std::string_view piece) {
  for (const char c : piece) {
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
    } else if (c == '}' || c == ']') {
      --depth_;
    }
  }
}

}  // namespace mahdar
