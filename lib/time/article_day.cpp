#include "time/grammar.h"

namespace mahdar {

ArticleDay TimeGrammar::find_article_day(const Document&, std::string_view given, std::string_view) const {
  return {parse_iso_date(given), PublishedBasis::kInput, {}};
}

}  // namespace mahdar
