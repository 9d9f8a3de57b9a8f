// The smallest program that links the library: an article on standard input, its record on standard output.
#include <mahdar/mahdar.h>

#include <iostream>
#include <iterator>

int main() {
  const mahdar::Extractor extractor;
  mahdar::Article article;
  article.text.assign(std::istreambuf_iterator<char>(std::cin), {});
  std::cout << mahdar::to_json(extractor.extract(article)) << '\n';
}
