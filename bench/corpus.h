// What the benchmarks read: articles, lists of names, and the lexicons made of them.
#ifndef MAHDAR_BENCH_CORPUS_H_
#define MAHDAR_BENCH_CORPUS_H_

#include <string>
#include <vector>

#include "document.h"
#include "gazetteer/lexicon_builder.h"
#include "mahdar/mahdar.h"

namespace mahdar::bench {

// The articles of a file of JSON lines, as many as make up `bytes` of text.
std::vector<Article> read_articles(const std::string& path, std::size_t bytes);

// The texts of articles read into tokens and sentences.
std::vector<Document> tokenise_all(const std::vector<Article>& articles);

// A lexicon of the lines of a file, each a name.
Lexicon read_lexicon(const std::string& path);

std::string read_file(const std::string& path);

// Bytes of memory that the process holds now.
std::size_t resident_bytes();

}  // namespace mahdar::bench

#endif  // MAHDAR_BENCH_CORPUS_H_
