#include "text/segments.h"

#include <algorithm>

#include "text/fold.h"

namespace mahdar {

Furniture::Furniture(const Table& table) {
  for (const Table::Row& row : table.rows()) {
    Opening opening;
    opening.words = split(fold(table.cell(row, "opening")), ' ');
    const std::string& scope = table.cell(row, "scope");
    if (scope != "line" && scope != "tail") table.fail(row, "scope is neither 'line' nor 'tail': " + scope);
    opening.tail = scope == "tail";
    opening.line = !opening.tail;
    opening.most_tokens = std::uint32_t(std::stoul(table.cell(row, "most_tokens")));
    openings_.push_back(std::move(opening));
  }
}

const Furniture::Opening* Furniture::opening_of(const Document& doc, TokenRange line) const {
  for (const Opening& opening : openings_) {
    if (line.size() > opening.most_tokens) continue;
    std::size_t matched = 0;
    for (std::uint32_t i = line.begin; i < line.end && matched < opening.words.size(); ++i) {
      if (doc.tokens[i].kind == TokenKind::kPunctuation) continue;
      if (doc.word(i) != opening.words[matched]) break;
      ++matched;
    }
    if (matched == opening.words.size()) return &opening;
  }
  return nullptr;
}

void Furniture::mark(Document& doc) const {
  doc.boilerplate.clear();
  bool tail = false;
  for (std::size_t first = 0; first < doc.sentences.size();) {
    std::size_t last = first;
    while (last < doc.sentences.size() && doc.sentences[last].paragraph == doc.sentences[first].paragraph) ++last;
    const TokenRange line{doc.sentences[first].tokens.begin, doc.sentences[last - 1].tokens.end};
    const Opening* opening = opening_of(doc, line);
    // A tail opening in the first half of the text heads a box inside the story, not its end.
    if (opening != nullptr && opening->tail && line.begin * 2 > doc.tokens.size()) tail = true;
    if (opening != nullptr || tail) {
      for (std::size_t i = first; i < last; ++i) doc.sentences[i].boilerplate = true;
      const Span span = doc.span_of(line);
      if (!doc.boilerplate.empty() && first > 0 && doc.sentences[first - 1].boilerplate) {
        doc.boilerplate.back().end = span.end;
      } else {
        doc.boilerplate.push_back(span);
      }
    }
    first = last;
  }
}

}  // namespace mahdar
