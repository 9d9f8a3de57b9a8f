// Readers of one input format each.
#ifndef MAHDAR_IO_ITEMS_H_
#define MAHDAR_IO_ITEMS_H_

#include <memory>

#include "io/article_fields.h"
#include "io/articles.h"
#include "io/byte_source.h"

namespace mahdar {

// What all of them read with; outlives them.
struct ItemContext {
  ByteSource& source;
  const FieldKeys& keys;
  const ReaderOptions& options;
  bool detected;  // nobody said what the input is
};

// Yields the items of a source in order.
class ItemReader {
 public:
  virtual ~ItemReader() = default;
  virtual bool next(ArticleItem& item) = 0;
};

using ItemReaderPointer = std::unique_ptr<ItemReader>;

// One JSON object a line. Empty lines are items too, so that lines of input and items correspond, but not at the end.
ItemReaderPointer read_json_lines(const ItemContext& context);
// JSON values one after the other, over however many lines, or the elements of an array.
ItemReaderPointer read_json_values(const ItemContext& context);
// Whether what begins with a curly bracket is a value over several lines, rather than a line that is one or is broken.
bool opens_json_value(ByteSource& source);

// A table by RFC 4180 with a header.
ItemReaderPointer read_table(const ItemContext& context, char separator);
// The separator of a table whose header this line may be; 0 where it looks like none.
char separator_of_header(std::string_view line, const FieldKeys& keys);

// An HTML page.
ItemReaderPointer read_page(const ItemContext& context);
bool begins_page(std::string_view text);

// After the first item: whether it is the only one of a file that is called .json, and goes by the file's name. Of other
// inputs nobody waits for what follows.
bool may_be_alone(const ItemContext& context);

RecordError too_large(std::size_t most);

}  // namespace mahdar

#endif  // MAHDAR_IO_ITEMS_H_
