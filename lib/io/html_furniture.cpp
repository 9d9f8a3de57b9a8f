#include "io/html_furniture.h"

#include <algorithm>
#include <array>
#include <string>

namespace mahdar {
namespace {

// Words of a class or id, between hyphens, underscores, spaces and changes of case.
constexpr std::string_view kFurnitureWords[] = {
    "related",    "share",       "sharing", "shares",     "social",        "caption",      "captions",
    "comment",    "comments",    "sidebar", "newsletter", "subscribe",     "subscription", "promo",
    "promotion",  "ad",          "ads",     "advert",     "advertisement", "advertising",  "banner",
    "breadcrumb", "breadcrumbs", "tags",    "taglist",    "keywords",      "recommended",  "recommendations",
    "popular",    "trending",    "teaser",  "teasers",    "widget",        "footer",       "nav",
    "navigation", "menu",        "meta",    "byline",     "author",        "authors",      "copyright",
    "pagination", "slideshow",   "toolbar", "tools",      "print",         "cookie",       "cookies",
    "gdpr",       "modal",       "popup",   "credit",     "credits",       "disclaimer",   "rating",
    "outbrain",   "taboola",     "disqus",  "whatsapp",   "telegram",      "tweet",        "instagram",
    "facebook",   "skip",        "hidden",  "infobox",    "aside",         "timestamp",    "dateline",
    "pubdate"};
// Stretches of a class or id, its hyphens and underscores taken out.
constexpr std::string_view kFurnitureParts[] = {
    "readmore",     "readalso", "alsoread",       "seealso",      "morenews",   "mostread", "mostviewed", "youmay",
    "twittertweet", "sronly",   "visuallyhidden", "screenreader", "latestnews", "topnews",  "morestories"};
constexpr std::string_view kBodyParts[] = {
    "articlebody",   "articlecontent", "articletext", "storybody",   "storycontent",  "storytext",    "entrycontent",
    "postcontent",   "postbody",       "newsbody",    "newscontent", "newstext",      "newsdetails",  "contentbody",
    "bodycontent",   "bodytext",       "maintext",    "textbody",    "detailcontent", "detailsbody",  "wysiwyg",
    "fieldnamebody", "fulltext",       "singlepost",  "postentry",   "articledetail", "paragraphlist"};

constexpr GumboTag kNeverText[] = {
    GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NAV,     GUMBO_TAG_ASIDE,
    GUMBO_TAG_FOOTER, GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_IFRAME,  GUMBO_TAG_OBJECT,
    GUMBO_TAG_SVG,    GUMBO_TAG_CANVAS, GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,    GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION,
    GUMBO_TAG_MENU,   GUMBO_TAG_HEAD,   GUMBO_TAG_H1,       GUMBO_TAG_TIME,     GUMBO_TAG_ADDRESS, GUMBO_TAG_LABEL};
constexpr GumboTag kBlocks[] = {
    GUMBO_TAG_P,     GUMBO_TAG_DIV,   GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN,     GUMBO_TAG_HEADER,
    GUMBO_TAG_UL,    GUMBO_TAG_OL,    GUMBO_TAG_LI,      GUMBO_TAG_DL,      GUMBO_TAG_DT,       GUMBO_TAG_DD,
    GUMBO_TAG_TABLE, GUMBO_TAG_TBODY, GUMBO_TAG_TR,      GUMBO_TAG_TD,      GUMBO_TAG_TH,       GUMBO_TAG_BLOCKQUOTE,
    GUMBO_TAG_H2,    GUMBO_TAG_H3,    GUMBO_TAG_H4,      GUMBO_TAG_H5,      GUMBO_TAG_H6,       GUMBO_TAG_PRE,
    GUMBO_TAG_FORM,  GUMBO_TAG_HR,    GUMBO_TAG_BODY,    GUMBO_TAG_CENTER,  GUMBO_TAG_FIELDSET, GUMBO_TAG_DETAILS};
constexpr std::string_view kFurnitureRoles[] = {"navigation", "complementary", "banner", "contentinfo",
                                                "search",     "dialog",        "menu",   "button"};

template <class List, class Item>
bool contains(const List& list, const Item& item) {
  return std::find(std::begin(list), std::end(list), item) != std::end(list);
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Calls `take` for each word of a name like "post-meta", "relatedStories".
template <class Take>
void each_word(std::string_view name, Take take) {
  std::string word;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool begins = is_capital(c) && i > 0 && is_small(name[i - 1]);
    if ((begins || !(is_small(c) || is_capital(c))) && !word.empty()) take(word), word.clear();
    if (is_small(c) || is_capital(c)) word += char(is_capital(c) ? c + 32 : c);
  }
  if (!word.empty()) take(word);
}

// The letters of single names, spaces left between them.
std::string letters_of(std::string_view names) {
  std::string out;
  for (const char c : names) {
    if (is_small(c) || c == ' ') out += c;
    if (is_capital(c)) out += char(c + 32);
  }
  return out;
}

std::string names_of(const GumboNode* element) {
  return std::string(attribute(element, "class")) + " " + std::string(attribute(element, "id"));
}

template <class Parts>
bool has_part(const std::string& letters, const Parts& parts) {
  return std::any_of(std::begin(parts), std::end(parts),
                     [&](std::string_view part) { return letters.find(part) != std::string::npos; });
}

}  // namespace

bool is_never_text(const GumboNode* element) {
  if (contains(kNeverText, element->v.element.tag) || contains(kFurnitureRoles, attribute(element, "role")))
    return true;
  if (gumbo_get_attribute(&element->v.element.attributes, "hidden")) return true;
  std::string style(attribute(element, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool is_called_furniture(const GumboNode* element) {
  const std::string names = names_of(element);
  bool found = false;
  each_word(names,
            [&](const std::string& word) { found = found || contains(kFurnitureWords, std::string_view(word)); });
  return found || has_part(letters_of(names), kFurnitureParts);
}

bool is_called_body(const GumboNode* element) { return has_part(letters_of(names_of(element)), kBodyParts); }

bool is_block(const GumboNode* element) { return contains(kBlocks, element->v.element.tag); }

}  // namespace mahdar
