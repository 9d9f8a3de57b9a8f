#!/usr/bin/env python3
"""The C door from Python through ctypes: door_test.py LIBRARY

A call is found, an error text comes where tables are missing, and eight threads that share one extractor get the same bytes.
"""
import concurrent.futures
import ctypes
import json
import sys

TEXT = "تلقى الرئيس المصري عبد الفتاح السيسي، الأحد، اتصالا هاتفيا من نظيره الفرنسي إيمانويل ماكرون."


class Article(ctypes.Structure):
    _fields_ = [("text", ctypes.c_char_p), ("text_size", ctypes.c_size_t)] + [
        (name, ctypes.c_char_p) for name in ("id", "url", "title", "source", "language", "published")]


def open_library(path):
    library = ctypes.CDLL(path)
    error = ctypes.POINTER(ctypes.c_void_p)
    for name, result, arguments in (
            ("mahdar_new", ctypes.c_void_p, [ctypes.c_char_p, error]),
            ("mahdar_extract", ctypes.c_void_p, [ctypes.c_void_p, ctypes.POINTER(Article), error]),
            ("mahdar_version", ctypes.c_void_p, [ctypes.c_void_p, error]),
            ("mahdar_free", None, [ctypes.c_void_p]),
            ("mahdar_delete", None, [ctypes.c_void_p])):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def call(library, function, *arguments):
    """The string a function returns; its error text, raised."""
    error = ctypes.c_void_p()
    result = function(*arguments, ctypes.byref(error))
    if not result:
        text = ctypes.string_at(error).decode()
        library.mahdar_free(error)
        raise RuntimeError(text)
    text = ctypes.string_at(result)
    library.mahdar_free(result)
    return text


def main():
    library = open_library(sys.argv[1])
    error = ctypes.c_void_p()
    assert not library.mahdar_new(b"no such directory", ctypes.byref(error)) and error, "an error text"
    library.mahdar_free(error)
    extractor = library.mahdar_new(None, ctypes.byref(error))
    assert extractor and not error

    text = TEXT.encode()
    article = Article(text=text, text_size=len(text), id=b"a1", published=b"2021-10-10")
    extract = lambda _: call(library, library.mahdar_extract, extractor, ctypes.byref(article))
    record = json.loads(extract(0))
    assert record["id"] == "a1" and [e["type"] for e in record["events"]] == ["call"], record
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(extract, range(64)))) == 1, "equal bytes from all threads"
    assert call(library, library.mahdar_version, extractor).startswith(b"mahdar ")
    try:
        call(library, library.mahdar_extract, extractor, None)
        raise AssertionError("an error expected")
    except RuntimeError as told:
        assert "needed" in str(told)
    library.mahdar_delete(extractor)
    print("C door from Python: passed")


if __name__ == "__main__":
    main()
