#include "explain.h"

#include <fmt/format.h>

#include "rules/words.h"
#include "text/tokenise.h"
#include "text/utf8.h"

namespace mahdar_gazetteer {
namespace {

using namespace mahdar;

std::string meaning_of(const LexiconEntry& entry, const CompiledData& data) {
  const auto entity = [&](std::string_view how) {
    const KnownEntity& known = data.knowledge.entity(entry.id);
    return fmt::format("{} {}/{} ({}){}", how, type_name(known.type), known.id, known.name,
                       (entry.flags & kNeedsContext) != 0 && entry.kind == kEntityName
                           ? ", only after a preposition or a word such as 'city of'"
                           : "");
  };
  switch (entry.kind) {
    case kPersonName: return entity("a full name of");
    case kPersonAlone: return entity("a word that means");
    case kPersonBack: return entity("a surname, once the full name has been told, of");
    case kEntityName: return entity("a name of");
    case kNationality: return entity("a nationality of");
    case kOfficeHead: return "an office: " + data.knowledge.office_kind(entry.id).id;
    case kNamedOffice: {
      const NamedOffice& office = data.knowledge.named_office(entry.id);
      return "an office: " + data.knowledge.office_name(office.kind, office.of);
    }
    case kBodyHead: return "a kind of body, before a country or nationality";
    case kWordClass: return "a word of the class " + WordClasses(data.tables).name(entry.id);
    default: return "a phrase";
  }
}

std::string words_of(const Document& doc, TokenRange range) {
  std::string words;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const bool mark = doc.tokens[i].kind == TokenKind::kPunctuation;
    words += (words.empty() ? "" : " ") + std::string(mark ? doc.raw(doc.tokens[i].span) : doc.word(i));
  }
  return words;
}

// Where the longest beginning of a phrase ends that starts at a token, and what would be next.
std::string trail(const Document& doc, std::uint32_t at, const CompiledData& data) {
  const auto end = std::uint32_t(doc.tokens.size());
  const std::uint32_t reached = data.lexicon.reach(doc, {at, end});
  if (reached == at) {
    const bool common = data.common.count(doc.word(at)) != 0;
    return fmt::format("'{}': no phrase begins with it{}\n", doc.word(at), common ? "; it is a frequent word" : "");
  }
  const std::string known = words_of(doc, {at, reached});
  if (reached == end) return fmt::format("'{}': longer phrases begin so, but it is none by itself\n", known);
  return fmt::format("'{}': phrases begin so, but none goes on with '{}'\n", known,
                     words_of(doc, {reached, reached + 1}));
}

}  // namespace

std::string explain(std::string_view text, const CompiledData& data) {
  Document doc;
  doc.text = is_well_formed_utf8(text) ? std::string(text) : repair_utf8(text);
  tokenise(doc);
  const TokenRange all{0, std::uint32_t(doc.tokens.size())};
  std::string out = fmt::format("read as: {}\n", words_of(doc, all));
  std::uint32_t done = 0;
  const auto unmatched = [&](std::uint32_t until) {
    for (; done < until; ++done)
      if (doc.tokens[done].kind != TokenKind::kPunctuation) out += trail(doc, done, data);
  };
  for (const LexiconMatch& match : data.lexicon.find(doc, all)) {
    unmatched(match.tokens.begin);
    done = match.tokens.end;
    out += fmt::format("'{}' matches{}:\n", doc.raw(match.span), match.clitics != 0 ? ", its clitics left aside" : "");
    for (const LexiconEntry& entry : data.lexicon.entries(match)) out += "  " + meaning_of(entry, data) + "\n";
  }
  unmatched(all.end);
  return out;
}

}  // namespace mahdar_gazetteer
