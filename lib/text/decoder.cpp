#include "text/decoder.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <stdexcept>
#include <utility>

namespace mahdar {

struct Decoder::Impl {
  explicit Impl(UConverter* c) : converter(c) {}
  ~Impl() { ucnv_close(converter); }
  Impl(const Impl&) = delete;

  UConverter* converter;
  char16_t half = 0;  // the first half of a surrogate pair at the end of a piece
};

namespace {

UConverter* open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(name.c_str(), &status);
  return U_SUCCESS(status) ? converter : nullptr;
}

bool is_high_half(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }

}  // namespace

std::string encoding_name(std::string_view name) {
  if (name.empty()) return {};
  UConverter* const converter = open_converter(std::string(name));
  if (!converter) return {};
  UErrorCode status = U_ZERO_ERROR;
  const char* const canonical = ucnv_getName(converter, &status);
  const char* const mime = ucnv_getStandardName(canonical, "MIME", &status);
  std::string found = mime ? mime : canonical;
  ucnv_close(converter);
  return found == "ISO-8859-1" || found == "US-ASCII" ? "windows-1252" : found;
}

Decoder::Decoder(const std::string& encoding) {
  UConverter* const converter = encoding.empty() ? nullptr : open_converter(encoding);
  if (!converter) throw std::runtime_error("no encoding is called '" + encoding + "'");
  impl_ = std::make_unique<Impl>(converter);
}

Decoder::~Decoder() = default;

void Decoder::decode(std::string_view bytes, bool last, std::string& out) {
  constexpr std::size_t kUnits = 4096;
  char16_t units[kUnits + 1];
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char16_t* to = units;
    if (impl_->half) *to++ = std::exchange(impl_->half, 0);
    ucnv_toUnicode(impl_->converter, &to, units + kUnits, &at, end, nullptr, last, &status);
    const bool more = !last || status == U_BUFFER_OVERFLOW_ERROR;
    if (to > units && is_high_half(to[-1]) && more) impl_->half = *--to;
    icu::UnicodeString(false, units, int32_t(to - units)).toUTF8String(out);
  }
}

}  // namespace mahdar
