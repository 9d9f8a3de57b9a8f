// Records as pages for a browser: no script, and nothing is fetched.
#ifndef MAHDAR_EXTRACT_EVENTS_REPORT_H_
#define MAHDAR_EXTRACT_EVENTS_REPORT_H_

#include <string>
#include <string_view>

#include "mahdar/record.h"

namespace extract_events {

// A page is a head, some sections and a tail. Its policy for contents allows its own style and nothing else.
std::string page_head(std::string_view title);
std::string page_tail();

// An article with its text: words that the record points at are marked, event cards stand beside it, who met whom and
// when above it. Offsets of the record count code points, and it has its text.
std::string article_section(const mahdar::Record& record);

// A corpus: a table with a row an article, which leads to the article's page.
std::string index_begin();
std::string index_row(const mahdar::Record& record, const std::string& page);
std::string index_end();

}  // namespace extract_events

#endif  // MAHDAR_EXTRACT_EVENTS_REPORT_H_
