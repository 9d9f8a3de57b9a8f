#include "io/html_meta.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "io/stamp.h"

namespace mahdar {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kTitleNames[] = {"og:title", "twitter:title", "dc.title", "title"};
constexpr std::string_view kSourceNames[] = {"og:site_name", "application-name", "dc.publisher", "publisher"};
constexpr std::string_view kUrlNames[] = {"og:url", "twitter:url"};
constexpr std::string_view kPublishedNames[] = {"article:published_time",
                                                "og:published_time",
                                                "og:article:published_time",
                                                "datepublished",
                                                "publishdate",
                                                "publish-date",
                                                "publish_date",
                                                "pubdate",
                                                "publication_date",
                                                "parsely-pub-date",
                                                "sailthru.date",
                                                "dc.date.issued",
                                                "dcterms.issued",
                                                "dc.date",
                                                "dcterms.created",
                                                "dc.date.created",
                                                "article_date_original",
                                                "cxenseparse:recs:publishtime",
                                                "article.published",
                                                "date"};

// The first of several sources counts.
class Best {
 public:
  explicit Best(std::string& value) : value_(value) {}
  void take(std::string_view value, std::size_t rank) {
    if (value.empty() || rank >= rank_) return;
    value_ = value;
    rank_ = rank;
  }

 private:
  std::string& value_;
  std::size_t rank_ = std::size_t(-1);
};

// Ranks of kinds of sources.
enum Rank : std::size_t { kJsonLd = 0, kMeta = 10, kMicrodata = 100, kElement = 200, kLast = 300 };

template <class Names>
std::size_t place_of(const Names& names, const std::string& name) {
  return std::size_t(std::find(std::begin(names), std::end(names), name) - std::begin(names));
}

class MetaReader {
 public:
  explicit MetaReader(PageMeta& meta)
      : meta_(meta), title_(meta.title), url_(meta.url), source_(meta.source), published_(meta.published) {}

  void read(const GumboNode* root) {
    each_element(root, [&](const GumboNode* element) { return read_element(element), true; });
  }

 private:
  void read_element(const GumboNode* element) {
    const std::string_view property = attribute(element, "itemprop");
    if (property == "datePublished") {
      const std::string_view content = attribute(element, "content");
      stamp(content.empty() ? attribute(element, "datetime") : content, kMicrodata);
    }
    switch (element->v.element.tag) {
      case GUMBO_TAG_META: return read_meta_tag(element);
      case GUMBO_TAG_SCRIPT:
        if (attribute(element, "type") == "application/ld+json") read_json_ld(text_of(element));
        return;
      case GUMBO_TAG_TIME: return stamp(attribute(element, "datetime"), kElement);
      case GUMBO_TAG_HTML: meta_.language = attribute(element, "lang"); return;
      case GUMBO_TAG_H1: return title_.take(squeeze(text_of(element)), kElement);
      case GUMBO_TAG_TITLE:
        if (!is_element(element->parent) || is_tag(element->parent, GUMBO_TAG_HEAD))
          title_.take(squeeze(text_of(element)), kLast);
        return;
      case GUMBO_TAG_LINK:
        if (attribute(element, "rel") == "canonical") url_.take(attribute(element, "href"), kMeta);
        return;
      default: return;
    }
  }

  void read_meta_tag(const GumboNode* element) {
    std::string name(attribute(element, "property"));
    if (name.empty()) name = attribute(element, "name");
    if (name.empty()) name = attribute(element, "itemprop");
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return char(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    const std::string content = squeeze(attribute(element, "content"));
    const auto among = [&](const auto& names) { return place_of(names, name) < std::size(names); };
    if (among(kTitleNames)) title_.take(content, kMeta + place_of(kTitleNames, name));
    if (among(kSourceNames)) source_.take(content, kMeta + place_of(kSourceNames, name));
    if (among(kUrlNames)) url_.take(content, kMeta + 1 + place_of(kUrlNames, name));
    if (among(kPublishedNames)) stamp(content, kMeta + place_of(kPublishedNames, name));
    if (name.find("modified") != std::string::npos || name.find("updated") != std::string::npos) see_zone(content);
  }

  // Only what begins with a figure or says a month can be a date.
  void stamp(std::string_view value, std::size_t rank) {
    see_zone(value);
    if (value.find_first_of("0123456789") != std::string_view::npos) published_.take(value, rank);
  }
  void see_zone(std::string_view value) {
    if (meta_.time_zone.empty()) meta_.time_zone = offset_of_stamp(value);
  }

  void read_json_ld(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false, true);
    if (!json.is_discarded()) read_json_ld(json, 0);
  }

  void read_json_ld(const Json& node, int depth) {
    constexpr int kDeepest = 6;
    if (depth > kDeepest) return;
    if (node.is_array())
      for (const Json& item : node) read_json_ld(item, depth + 1);
    if (!node.is_object()) return;
    if (is_article(node)) return read_article(node);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"})
      if (node.contains(key)) read_json_ld(node[key], depth + 1);
  }

  static bool is_article(const Json& node) {
    const auto fits = [](const Json& type) {
      if (!type.is_string()) return false;
      const std::string& name = type.get_ref<const std::string&>();
      return name.find("Article") != std::string::npos || name == "BlogPosting" || name == "Report";
    };
    const auto type = node.find("@type");
    if (type == node.end()) return false;
    return type->is_array() ? std::any_of(type->begin(), type->end(), fits) : fits(*type);
  }

  void read_article(const Json& article) {
    title_.take(string_at(article, "headline"), kJsonLd);
    url_.take(string_at(article, "url"), kJsonLd);
    stamp(string_at(article, "datePublished"), kJsonLd);
    see_zone(string_at(article, "dateModified"));
    if (article.contains("publisher") && article["publisher"].is_object())
      source_.take(string_at(article["publisher"], "name"), kJsonLd);
    const std::string body = string_at(article, "articleBody");
    if (body.size() > meta_.body.size()) meta_.body = body;
  }

  static std::string string_at(const Json& node, const char* key) {
    const auto found = node.find(key);
    return found != node.end() && found->is_string() ? found->get<std::string>() : std::string();
  }

  PageMeta& meta_;
  Best title_, url_, source_, published_;
};

}  // namespace

PageMeta read_meta(const HtmlTree& tree) {
  PageMeta meta;
  MetaReader(meta).read(tree.root());
  return meta;
}

}  // namespace mahdar
