// Run by the build: compiles the built-in tables into a file that the library is then linked with.
#include <cstdio>
#include <exception>
#include <fstream>

#include "compiled_data.h"
#include "gazetteer/embedded.h"

std::string_view mahdar::embedded_image() { return {}; }

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    const mahdar::Image image = mahdar::compile(mahdar::TableSet::load(""));
    std::ofstream file(argv[1], std::ios::binary);
    file.write(image.bytes.data(), static_cast<std::streamsize>(image.bytes.size()));
    return file.flush() ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
