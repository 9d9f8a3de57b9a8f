// Google Benchmark of each stage and of the whole. Rates are bytes of article text.
//
//   mahdar_bench GENERAL.jsonl DENSE.jsonl [ALIASES.txt ...] [--benchmark_filter=...]
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "compiled_data.h"
#include "corpus.h"
#include "io/json.h"
#include "text/language.h"
#include "text/offsets.h"
#include "text/tokenise.h"
#include "text/utf8.h"
#include "time/times.h"

namespace mahdar::bench {
namespace {

constexpr std::size_t kCorpusBytes = 8'000'000;

std::size_t text_bytes(const std::vector<Article>& articles) {
  std::size_t bytes = 0;
  for (const Article& article : articles) bytes += article.text.size();
  return bytes;
}

// Runs a stage over every article.
template <class Stage>
void run(benchmark::State& state, const std::vector<Article>& articles, Stage stage) {
  for (auto _ : state)
    for (std::size_t i = 0; i < articles.size(); ++i) stage(i);
  state.SetBytesProcessed(std::int64_t(state.iterations() * text_bytes(articles)));
}

void add_text(const std::string& corpus, const std::vector<Article>& articles) {
  const auto add = [&](const std::string& name, auto stage) {
    benchmark::RegisterBenchmark((name + "/" + corpus).c_str(), [&articles, stage](benchmark::State& state) {
      run(state, articles, stage);
    })->Unit(benchmark::kMillisecond);
  };
  add("well_formed", [&](std::size_t i) { benchmark::DoNotOptimize(is_well_formed_utf8(articles[i].text)); });
  add("language", [&](std::size_t i) { benchmark::DoNotOptimize(detect_language(articles[i].text)); });
  add("tokenise", [&](std::size_t i) {
    Document doc;
    doc.text = articles[i].text;
    tokenise(doc);
    benchmark::DoNotOptimize(doc.tokens.data());
  });
  add("offsets",
      [&](std::size_t i) { benchmark::DoNotOptimize(OffsetMap(articles[i].text, OffsetUnit::kCodepoint)(0)); });
}

void add_match(const std::string& corpus, const std::vector<Article>& articles, const std::vector<Document>& documents,
               const std::string& list, const Lexicon& lexicon) {
  benchmark::RegisterBenchmark(("match_" + list + "/" + corpus).c_str(), [&](benchmark::State& state) {
    std::vector<LexiconMatch> matches;
    run(state, articles, [&](std::size_t i) {
      matches.clear();
      for (const Sentence& sentence : documents[i].sentences) lexicon.find(documents[i], sentence.tokens, matches);
      benchmark::DoNotOptimize(matches.data());
    });
  })->Unit(benchmark::kMillisecond);
}

void add_whole(const std::string& corpus, const std::vector<Article>& articles, const std::vector<Document>& documents,
               const TimeGrammar& times, const Extractor& extractor) {
  benchmark::RegisterBenchmark(("dates/" + corpus).c_str(), [&](benchmark::State& state) {
    run(state, articles,
        [&](std::size_t i) { benchmark::DoNotOptimize(times.read(documents[i], articles[i].published, "")); });
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark(("extract/" + corpus).c_str(), [&](benchmark::State& state) {
    run(state, articles, [&](std::size_t i) { benchmark::DoNotOptimize(extractor.extract(articles[i])); });
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark(("extract_and_write/" + corpus).c_str(), [&](benchmark::State& state) {
    run(state, articles, [&](std::size_t i) { benchmark::DoNotOptimize(to_json(extractor.extract(articles[i]))); });
  })->Unit(benchmark::kMillisecond);
}

struct Corpus {
  std::string name;
  std::vector<Article> articles;
  std::vector<Document> documents;
};

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc < 3) return std::fprintf(stderr, "usage: mahdar_bench GENERAL DENSE [ALIASES ...]\n"), 2;
  const CompiledData data = CompiledData::load("");
  const TimeGrammar times(data.tables);
  const Extractor extractor;
  std::vector<std::pair<std::string, Lexicon>> lexicons = {{"built_in", data.lexicon}};
  for (int i = 3; i < argc; ++i) {
    Lexicon lexicon = read_lexicon(argv[i]);
    lexicons.emplace_back(std::to_string(lexicon.size()), std::move(lexicon));
  }
  std::vector<Corpus> corpora;
  for (const char* name : {"general", "dense"}) {
    Corpus& corpus = corpora.emplace_back();
    corpus.name = name;
    corpus.articles = read_articles(argv[corpora.size()], kCorpusBytes);
    corpus.documents = tokenise_all(corpus.articles);
  }
  for (const Corpus& corpus : corpora) {
    add_text(corpus.name, corpus.articles);
    for (const auto& [list, lexicon] : lexicons)
      add_match(corpus.name, corpus.articles, corpus.documents, list, lexicon);
    add_whole(corpus.name, corpus.articles, corpus.documents, times, extractor);
  }
  benchmark::RegisterBenchmark("start", [](benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(Extractor());
  })->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace mahdar::bench

int main(int argc, char** argv) { return mahdar::bench::main(argc, argv); }
