# The style sheet of --format html, with a rule for each event number, and its SHA-256 in Base64.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/extract_events/report.css")
file(READ extract_events/report.css style)
foreach(number RANGE 1 40)
  string(APPEND style
    "article:has(.k${number}:hover) mark.k${number} { outline: 2px solid #c2410c; }\n"
    "article:has(.k${number}:hover) :is(.card, .badge, .dot).k${number} { outline: 2px solid #c2410c; }\n")
endforeach()

string(SHA256 hex "${style}")
set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
set(style_hash "")
foreach(at RANGE 0 60 6)  # three bytes are four letters; the last two bytes are three and a sign
  string(SUBSTRING "${hex}00" ${at} 6 bytes)
  foreach(shift 18 12 6 0)
    math(EXPR letter "(0x${bytes} >> ${shift}) & 63")
    string(SUBSTRING "${alphabet}" ${letter} 1 letter)
    string(APPEND style_hash "${letter}")
  endforeach()
endforeach()
string(SUBSTRING "${style_hash}" 0 43 style_hash)
string(APPEND style_hash "=")
configure_file(extract_events/report_style.h.in report_style.h @ONLY)
