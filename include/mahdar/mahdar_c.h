/** The C door: an article in, its record out as JSON. For C, and for languages that call C.
 *
 *   char* error = NULL;
 *   mahdar_extractor* extractor = mahdar_new(NULL, &error);
 *   mahdar_article article = {0};
 *   article.text = text, article.text_size = strlen(text);
 *   article.published = "2021-10-07";
 *   char* json = mahdar_extract(extractor, &article, &error);
 *   ...
 *   mahdar_free(json);
 *   mahdar_delete(extractor);
 *
 * No C++ exception passes this door. Where a function fails it returns NULL and, if `error` is not NULL, sets *error to
 * a text that says why; on success *error is NULL. All strings are UTF-8 and end in NUL. Every string that a function
 * returns or puts into *error is the caller's, to be given to mahdar_free. */
#ifndef MAHDAR_MAHDAR_C_H_
#define MAHDAR_MAHDAR_C_H_

#include <stddef.h>

#include "mahdar/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The tables, compiled. Immutable once built: any number of threads may use one at the same time. */
typedef struct mahdar_extractor mahdar_extractor;

/** An article. Only `text` is needed; NULL means that a field is not known. The library copies what it keeps. */
typedef struct mahdar_article {
  const char* text; /**< UTF-8; ill-formed bytes are read as U+FFFD; it may hold NUL bytes */
  size_t text_size; /**< in bytes */
  const char* id;
  const char* url;
  const char* title;
  const char* source;    /**< the outlet */
  const char* language;  /**< BCP 47; NULL: told by the text */
  const char* published; /**< YYYY-MM-DD, the day that relative dates count from */
} mahdar_article;

/** A new extractor with the built-in tables, overlaid by those of `data_directory` unless that is NULL. Fails where the
 * tables are wrong ("file:line: what"). Takes a good part of a second: build one, and share it. */
MAHDAR_EXPORT mahdar_extractor* mahdar_new(const char* data_directory, char** error);

/** The article's record as one line of JSON by the mahdar/1 schema, offsets in code points. Any bytes give a record, in
 * time linear in their number; fails only where memory runs out, or where an argument is NULL. */
MAHDAR_EXPORT char* mahdar_extract(const mahdar_extractor* extractor, const mahdar_article* article, char** error);

/** "mahdar 0.1.0 data:1f3a9c02": the library's version, and the hash of the tables in force. Fails as mahdar_extract. */
MAHDAR_EXPORT char* mahdar_version(const mahdar_extractor* extractor, char** error);

/** Takes a string that this door gave; NULL is none. */
MAHDAR_EXPORT void mahdar_free(char* string);

/** Takes an extractor that mahdar_new gave and that no thread uses any more; NULL is none. */
MAHDAR_EXPORT void mahdar_delete(mahdar_extractor* extractor);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* MAHDAR_MAHDAR_C_H_ */
