#include "corpus.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "gazetteer/knowledge.h"
#include "io/articles.h"
#include "text/tokenise.h"

namespace mahdar::bench {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "%s: cannot be read; `make bench` makes the corpora\n", path.c_str());
    std::exit(2);
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::vector<Article> read_articles(const std::string& path, std::size_t bytes) {
  std::istringstream stream(read_file(path));
  ArticleReader reader(stream, InputFormat::kJsonLines);
  std::vector<Article> articles;
  std::size_t size = 0;
  for (ArticleItem item; size < bytes && reader.next(item);) {
    size += item.article.text.size();
    articles.push_back(std::move(item.article));
  }
  return articles;
}

std::vector<Document> tokenise_all(const std::vector<Article>& articles) {
  std::vector<Document> documents;
  for (const Article& article : articles) {
    Document& doc = documents.emplace_back();
    doc.text = article.text;
    tokenise(doc);
    split_sentences(doc);
  }
  return documents;
}

Lexicon read_lexicon(const std::string& path) {
  std::istringstream lines(read_file(path));
  LexiconBuilder builder;
  std::uint32_t id = 0;
  for (std::string line; std::getline(lines, line);) builder.add(line, {kPersonName, 0, id++});
  return builder.build();
}

std::size_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t pages = 0;
  statm >> pages >> pages;
  return pages * std::size_t(sysconf(_SC_PAGESIZE));
}

}  // namespace mahdar::bench
