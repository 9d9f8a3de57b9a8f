// The pipeline: an article goes through the stages, floor by floor.
#include <fmt/format.h>

#include <algorithm>

#include "compiled_data.h"
#include "events/actors.h"
#include "events/explain.h"
#include "events/find_events.h"
#include "events/merge.h"
#include "events/offices.h"
#include "events/pieces.h"
#include "events/readout.h"
#include "events/to_record.h"
#include "mahdar/mahdar.h"
#include "rules/rule_table.h"
#include "text/language.h"
#include "text/segments.h"
#include "text/tokenise.h"
#include "text/utf8.h"
#include "time/times.h"

namespace mahdar {
namespace {

constexpr std::size_t kMostBytes = std::size_t(1) << 31;  // offsets are 32 bits wide

std::string well_formed(std::string_view text) {
  return is_well_formed_utf8(text) ? std::string(text) : repair_utf8(text);
}

std::optional<std::string> or_null(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(well_formed(text));
}

}  // namespace

// All data in force, compiled.
struct Extractor::Impl {
  explicit Impl(const Options& o)
      : options(o),
        compiled(CompiledData::load(o.data_directory)),
        words(compiled.tables),
        topics(compiled.tables, compiled.topic_phrases),
        furniture(compiled.tables.get("ar/furniture.tsv")),
        times(compiled.tables),
        symbols(words),
        rules(compiled.tables.get("ar/rules/events.tsv"), compiled.tables.get("ar/rules/macros.tsv"), symbols),
        readout_words(compiled.tables),
        names(compiled.tables),
        kin(compiled.knowledge),
        data{compiled.knowledge,
             words,
             compiled.lexicon,
             compiled.common,
             compiled.name_words,
             compiled.given_names,
             names,
             kin},
        event_rules{rules, symbols, CueSymbols(words, symbols)},
        readout{data, event_rules, topics, readout_words} {}

  Document read_text(std::string text) const;
  void read_times(const Article& article, Analysis& analysis) const;
  std::vector<MergedEvent> analyse(const Article& article, std::string text, Analysis& analysis) const;

  Options options;
  CompiledData compiled;
  WordClasses words;
  Topics topics;
  Furniture furniture;
  TimeGrammar times;
  Symbols symbols;
  RuleTable rules;
  ReadoutWords readout_words;
  NameWords names;
  OfficeKin kin;
  EventData data;
  EventRules event_rules;
  ReadoutData readout;
};

// The document of a well-formed text.
Document Extractor::Impl::read_text(std::string text) const {
  Document doc;
  doc.text = std::move(text);
  tokenise(doc);
  split_sentences(doc);
  furniture.mark(doc);
  return doc;
}

// The day of fetching is a last resort: it may be years late.
void Extractor::Impl::read_times(const Article& article, Analysis& analysis) const {
  const bool crawled = article.published_basis == PublishedBasis::kCrawl;
  TimeGrammar::Reading reading = times.read(analysis.doc, crawled ? "" : article.published, article.url);
  if (crawled && !reading.day.day) reading = times.read(analysis.doc, article.published, "");
  if (reading.day.day && reading.day.basis == PublishedBasis::kInput) reading.day.basis = article.published_basis;
  analysis.day = std::move(reading.day);
  analysis.times = std::move(reading.times);
}

std::vector<MergedEvent> Extractor::Impl::analyse(const Article& article, std::string text, Analysis& analysis) const {
  analysis.doc = read_text(std::move(text));
  analysis.title = read_text(well_formed(article.title));
  read_times(article, analysis);
  link_names(analysis, data);
  find_actors(analysis, data, symbols);
  find_events(analysis, data, event_rules);
  std::vector<MergedEvent> events = merge_events(analysis, data, event_rules);
  read_out(analysis, readout, events);
  return events;
}

Extractor::Extractor(const Options& options) : impl_(std::make_unique<const Impl>(options)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

std::string Extractor::version() const {
  return fmt::format("mahdar {} data:{}", MAHDAR_VERSION, impl_->compiled.hash);
}

Record Extractor::extract(const Article& article) const {
  Record record;
  record.extractor = version();
  record.id = or_null(article.id).value_or("");
  record.url = or_null(article.url);
  record.title = or_null(article.title);
  record.source = or_null(article.source);
  record.offset_unit = impl_->options.offset_unit;
  if (article.text.size() >= kMostBytes) {
    record.error = RecordError{"too-large", "the text has 2 GiB or more"};
    return record;
  }
  std::string text = well_formed(article.text);
  const bool repaired = text != article.text;
  if (impl_->options.with_text) record.text = text;
  record.language = article.language.empty() ? detect_language(text) : repair_utf8(article.language);
  if (record.language.substr(0, 2) == "ar") {
    Analysis analysis;
    const std::vector<MergedEvent> events = impl_->analyse(article, std::move(text), analysis);
    fill_record(analysis, impl_->data, impl_->topics, events, impl_->options.offset_unit, record);
  } else {
    record.warnings.push_back(
        {"no-rules", "no rules for language '" + record.language + "': nothing was read", {}, {}});
    if (const auto day = parse_iso_date(article.published))
      record.published = Published{to_iso(*day), article.published_basis};
  }
  if (repaired) record.warnings.push_back({"ill-formed-utf8", "ill-formed byte sequences were read as U+FFFD", {}, {}});
  return record;
}

std::vector<Time> Extractor::find_times(std::string_view text, std::string_view published) const {
  Analysis analysis;
  analysis.doc = impl_->read_text(well_formed(text));
  Article article;
  article.published = published;
  impl_->read_times(article, analysis);
  Record record;
  fill_record(analysis, impl_->data, impl_->topics, {}, impl_->options.offset_unit, record);
  return record.times;
}

std::string Extractor::explain(const Article& article) const {
  Analysis analysis;
  analysis.explain = true;
  const std::vector<MergedEvent> events = impl_->analyse(article, well_formed(article.text), analysis);
  std::vector<MergedEvent> ordered = events;
  const auto first = [&](const MergedEvent& event) {
    std::uint32_t begin = ~0u;
    for (const std::uint32_t m : event.mentions) begin = std::min(begin, analysis.event_mentions[m].evidence.begin);
    return begin;
  };
  std::stable_sort(ordered.begin(), ordered.end(),
                   [&](const MergedEvent& a, const MergedEvent& b) { return first(a) < first(b); });
  return mahdar::explain(analysis, impl_->readout, ordered);
}

}  // namespace mahdar
