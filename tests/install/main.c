/* Links the installed library from C: one article gives its call, bad tables give an error text. */
#include <mahdar/mahdar_c.h>
#include <stdio.h>
#include <string.h>

static const char* const kText =
    "أجرى الرئيس التركي رجب طيب أردوغان، الخميس، اتصالا هاتفيا مع نظيره الروسي فلاديمير بوتين.";

static int fail(const char* what, char* error) {
  fprintf(stderr, "%s: %s\n", what, error != NULL ? error : "no error text");
  mahdar_free(error);
  return 1;
}

static int extracts(const mahdar_extractor* extractor) {
  char* error = NULL;
  mahdar_article article;
  memset(&article, 0, sizeof article);
  article.text = kText;
  article.text_size = strlen(kText);
  article.published = "2021-10-07";
  char* json = mahdar_extract(extractor, &article, &error);
  if (json == NULL) return fail("a record expected", error);
  const int found = strstr(json, "\"type\":\"call\"") != NULL && strstr(json, "Vladimir Putin") != NULL;
  puts(json);
  mahdar_free(json);
  return found ? 0 : fail("one call expected", NULL);
}

int main(void) {
  char* error = NULL;
  if (mahdar_new("no such directory", &error) != NULL || error == NULL) return fail("an error expected", error);
  mahdar_free(error);
  mahdar_extractor* extractor = mahdar_new(NULL, &error);
  if (extractor == NULL) return fail("an extractor expected", error);
  if (mahdar_extract(extractor, NULL, &error) != NULL || error == NULL) return fail("an error expected", error);
  mahdar_free(error);
  const int failed = extracts(extractor);
  mahdar_delete(extractor);
  mahdar_delete(NULL);
  mahdar_free(NULL);
  return failed;
}
