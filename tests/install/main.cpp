// Links the installed library as C++17 and checks that one article gives its call.
#include <mahdar/mahdar.h>

#include <iostream>

int main() {
  const mahdar::Extractor extractor;
  mahdar::Article article;
  article.published = "2021-10-07";
  article.text = "أجرى الرئيس التركي رجب طيب أردوغان، الخميس، اتصالا هاتفيا مع نظيره الروسي فلاديمير بوتين.";
  const mahdar::Record record = extractor.extract(article);
  std::cout << extractor.version() << '\n' << mahdar::to_json(record) << '\n';
  if (record.events.size() != 1 || record.events[0].type != mahdar::EventType::kCall) {
    std::cerr << "one call expected\n";
    return 1;
  }
  try {
    mahdar::Options options;
    options.data_directory = "no such directory";
    const mahdar::Extractor broken(options);
  } catch (const mahdar::Error& error) {
    return 0;
  }
  std::cerr << "mahdar::Error expected\n";
  return 1;
}
