#include "io/byte_source.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace mahdar {
namespace {

constexpr std::size_t kBlock = 1 << 16;
constexpr std::string_view kBom = "\xEF\xBB\xBF";

}  // namespace

bool is_blank(std::string_view text) { return text.find_first_not_of(kBlank) == std::string_view::npos; }

std::string_view ByteSource::peek() {
  if (at_ == block_.size()) fill();
  return std::string_view(block_).substr(at_);
}

std::string_view ByteSource::peek(std::size_t size) {
  while (block_.size() - at_ < size && fill()) {
  }
  return std::string_view(block_).substr(at_);
}

void ByteSource::skip_bom() {
  if (peek().substr(0, 1) == kBom.substr(0, 1) && peek(kBom.size()).substr(0, kBom.size()) == kBom) skip(kBom.size());
}

char ByteSource::first_character() {
  for (;;) {
    const std::size_t found = block_.find_first_not_of(kBlank, at_);
    if (found != std::string::npos) return block_[found];
    if (block_.size() - at_ > kBlock || !fill()) return 0;
  }
}

std::string_view ByteSource::peek_line() {
  first_character();
  for (;;) {
    const std::string_view rest = std::string_view(block_).substr(at_);
    const std::size_t begin = std::min(rest.find_first_not_of(kBlank), rest.size());
    const std::size_t end = rest.find('\n', begin);
    if (end != std::string::npos) return rest.substr(begin, end - begin);
    const bool long_enough = rest.size() > kBlock;
    if (long_enough || !fill()) return std::string_view(block_).substr(at_ + begin);  // fill() moves what was there
  }
}

void ByteSource::put_back(std::string text) {
  text.append(block_, at_);
  block_ = std::move(text);
  at_ = 0;
}

bool ByteSource::read_line(std::string& line, bool& fits) {
  fits = true;
  if (std::exchange(in_skipped_line_, false)) skip_line();
  if (peek().empty()) return false;
  for (std::string_view rest = peek(); !rest.empty(); rest = peek()) {
    const std::size_t end = rest.find('\n');
    fits = append(line, rest.substr(0, end));
    in_skipped_line_ = !fits;
    if (!fits) break;
    skip(end == std::string_view::npos ? rest.size() : end + 1);
    if (end != std::string_view::npos) break;
  }
  return true;
}

void ByteSource::skip_line() {
  for (std::string_view rest = peek(); !rest.empty(); rest = peek()) {
    const std::size_t end = rest.find('\n');
    skip(end == std::string_view::npos ? rest.size() : end + 1);
    if (end != std::string_view::npos) return;
  }
}

void ByteSource::read_all(std::string& text, bool& fits) {
  fits = true;
  for (std::string_view rest = peek(); !rest.empty() && fits; rest = peek()) {
    fits = append(text, rest);
    skip(rest.size());
  }
}

bool ByteSource::append(std::string& out, std::string_view piece) const {
  const bool fits = piece.size() < most_ - std::min(most_, out.size());
  if (fits) out += piece;
  return fits;
}

// Adds what the stream has at hand, at least a byte unless it is at its end.
bool ByteSource::fill() {
  if (ended_) return false;
  block_.erase(0, std::exchange(at_, 0));
  const std::size_t old = block_.size();
  block_.resize(old + kBlock);
  std::size_t got = 0;
  try {
    got = in_.read(block_.data() + old, kBlock);
  } catch (const std::exception& error) {
    failure_ = error.what();
  }
  block_.resize(old + got);
  ended_ = got == 0;
  return got > 0;
}

}  // namespace mahdar
