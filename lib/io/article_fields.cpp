#include "io/article_fields.h"

#include <charconv>
#include <utility>
#include <vector>

#include "io/stamp.h"

namespace mahdar {
namespace {

struct UsualNames {
  std::string Article::*member;
  std::string FieldNames::*given;
  std::vector<std::string_view> names;         // in order of preference, as `plain` makes them
  std::vector<std::string_view> crawled = {};  // of the day of fetching
};

// As news data sets have them: news-please, NewsAPI, Common Crawl, Kaggle, Hugging Face, schema.org.
const std::array<UsualNames, kFieldCount>& usual_names() {
  static const std::array<UsualNames, kFieldCount> names = {{
      {&Article::text,
       &FieldNames::text,
       {"text", "maintext", "content", "body", "articlebody", "article", "articletext", "fulltext", "newstext",
        "bodytext", "articlecontent", "story", "contents", "articles"}},
      {&Article::title, &FieldNames::title, {"title", "headline", "articletitle", "newstitle", "heading"}},
      {&Article::published,
       &FieldNames::published,
       {"published", "date", "datepublish", "datepublished", "publishedat", "publishdate", "publisheddate",
        "publicationdate", "pubdate", "datetime", "articledate", "timestamp"},
       {"dateextracted", "datedownload", "crawldate", "crawledat", "fetchedat"}},
      {&Article::url, &FieldNames::url, {"url", "link", "articleurl", "sourceurl", "uri"}},
      {&Article::source,
       &FieldNames::source,
       {"source", "source.name", "sourcedomain", "publisher", "publisher.name", "outlet", "newspaper", "sitename",
        "site"}},
      {&Article::language, &FieldNames::language, {"language", "lang", "inlanguage"}},
      {&Article::id, &FieldNames::id, {"id", "_id", "articleid", "guid", "docid", "documentid"}},
  }};
  return names;
}

// Without capitals, blanks, hyphens and underscores (but one in front).
std::string plain(std::string_view key) {
  std::string out;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const char c = key[i];
    if ((c == '_' && i > 0) || c == '-' || c == ' ') continue;
    out += char(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return out;
}

}  // namespace

FieldKeys::FieldKeys(const FieldNames& given) {
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const UsualNames& field = usual_names()[i];
    const std::string& name = given.*field.given;
    if (!name.empty()) {
      given_[name] = {FieldIndex(i), 0, false};
      if (i == kTextField) text_names_ = name;
      continue;
    }
    std::size_t rank = 0;
    for (const std::string_view usual : field.names) usual_[std::string(usual)] = {FieldIndex(i), rank++, false};
    for (const std::string_view usual : field.crawled) usual_[std::string(usual)] = {FieldIndex(i), rank++, true};
  }
  if (text_names_.empty()) text_names_ = "text, maintext, content, body, articleBody, article ...";
}

FieldKeys::Hit FieldKeys::find(std::string_view key) const {
  if (const auto hit = given_.find(std::string(key)); hit != given_.end()) return hit->second;
  const auto hit = usual_.find(plain(key));
  return hit == usual_.end() ? Hit{} : hit->second;
}

void ArticleFiller::take(const FieldKeys::Hit& hit, std::string value) {
  if (hit.field == kFieldCount) return;
  const std::size_t rank = hit.rank + (value.empty() ? FieldKeys::kMostNames : 0);
  if (rank >= ranks_[hit.field]) return;
  ranks_[hit.field] = rank;
  if (hit.field == kPublishedField) {
    article_.published_basis = hit.crawled ? PublishedBasis::kCrawl : PublishedBasis::kInput;
    value = local_day(value, zone_);
  }
  article_.*usual_names()[hit.field].member = std::move(value);
}

void ArticleFiller::take_number(const FieldKeys::Hit& hit, std::string digits) {
  if (hit.field == kIdField) return take(hit, std::move(digits));
  if (hit.field != kPublishedField) return;
  double moment = 0;
  const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), moment);
  if (wrong != std::errc() || moment < 0 || moment > 1e15) return;
  if (auto day = day_of_moment(std::int64_t(moment), zone_)) take(hit, std::move(*day));
}

}  // namespace mahdar
