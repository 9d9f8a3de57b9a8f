// Any bytes as a stream of articles give items, each an article or an error, to the end of the stream; and the record of
// what was read is one line of JSON.
//
// The input's first byte chooses the format that is claimed.
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "io/articles.h"
#include "io/bytes.h"
#include "mahdar/mahdar.h"
#include "promise.h"

using mahdar::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  using mahdar::InputFormat;
  constexpr InputFormat kFormats[] = {InputFormat::kDetect, InputFormat::kText,      InputFormat::kHtml,
                                      InputFormat::kJson,   InputFormat::kJsonLines, InputFormat::kCsv,
                                      InputFormat::kTsv};
  mahdar::ReaderOptions options;
  options.format = kFormats[data[0] % std::size(kFormats)];
  mahdar::MemoryBytes in(std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1));
  mahdar::ArticleReader reader(in, options);
  mahdar::ArticleItem item;
  for (std::size_t items = 0; reader.next(item); ++items) {
    require(items <= size, "no more items than bytes");
    mahdar::Record record;
    record.id = item.article.id;
    record.text = item.article.text;
    record.error = item.error;
    const std::string json = mahdar::to_json(record);
    require(nlohmann::json::accept(json), "the JSON parses");
    require(json.find('\n') == std::string::npos, "the JSON is one line");
  }
  return 0;
}
