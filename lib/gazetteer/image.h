// Data without pointers: tables laid out in one stretch of bytes that can be built, embedded, or mapped from a file.
#ifndef MAHDAR_GAZETTEER_IMAGE_H_
#define MAHDAR_GAZETTEER_IMAGE_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace mahdar {

// Bytes that begin at a multiple of eight, and whoever keeps them. Copies share them.
struct Image {
  std::string_view bytes;
  std::shared_ptr<const void> owner;  // null: they live as long as the process
};

// A file mapped into memory as it is. Throws Error if it cannot be read.
Image map_file(const std::string& path);

// Lays sections one after the other, each at a multiple of eight.
class ImageWriter {
 public:
  template <class T>
  void add(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    add_bytes(items.data(), items.size_bytes());
  }
  void add(std::string_view text) { add_bytes(text.data(), text.size()); }
  Image finish();

 private:
  void add_bytes(const void* data, std::size_t size);
  std::vector<std::uint64_t> words_;
};

// Reads the sections in the order in which they were written. Throws Error where the image ends too soon.
class ImageReader {
 public:
  // `name` is for messages.
  ImageReader(const Image& image, std::string_view name);

  template <class T>
  std::span<const T> read() {
    static_assert(std::is_trivially_copyable_v<T>);
    const std::string_view bytes = read_bytes();
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  std::string_view read_text() { return read_bytes(); }
  // A section that is an image itself.
  Image read_image() { return {read_bytes(), owner_}; }
  [[noreturn]] void fail(const std::string& what) const;

 private:
  std::string_view read_bytes();

  std::string_view rest_;
  std::shared_ptr<const void> owner_;
  std::string name_;
};

}  // namespace mahdar

#endif  // MAHDAR_GAZETTEER_IMAGE_H_
