// All data in force, in the form in which it is built in, or kept in a file: made of the tables by the one loader.
#ifndef MAHDAR_COMPILED_DATA_H_
#define MAHDAR_COMPILED_DATA_H_

#include <string>

#include "gazetteer/knowledge.h"
#include "gazetteer/lexicon.h"
#include "gazetteer/table.h"
#include "gazetteer/word_table.h"

namespace mahdar {

// The facts, the lexicons and sets of words made of the large tables, and the small tables as they are, which say how
// text is read. Immutable once constructed but for `tables`, which are for one thread.
class CompiledData {
 public:
  // From nothing, the built-in data; from a directory, those with its tables laid over them; from a file, what
  // compile() made. Throws Error.
  static CompiledData load(const std::string& path);

  // Over an image that compile() made.
  explicit CompiledData(const Image& image);

  const Image& image() const { return image_; }

 private:
  struct Reader : ImageReader {
    Reader(const Image& image);
  };
  CompiledData(Image image, Reader reader);
  Image image_;

 public:
  std::string hash;  // over all tables
  TableSet tables;   // the small ones
  Knowledge knowledge;
  WordTable common;       // frequent words, folded: no names of unknown people
  WordTable name_words;   // words of people's names
  WordTable given_names;  // first names that many people bear
  Lexicon lexicon;        // all names, and the words that rules name
  Lexicon topic_phrases;
};

// Reads and checks all tables. Throws Error.
Image compile(const TableSet& tables);

}  // namespace mahdar

#endif  // MAHDAR_COMPILED_DATA_H_
