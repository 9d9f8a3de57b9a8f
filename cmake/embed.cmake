# Writes OUTPUT, a C++ source with every table under DIRECTORY as a raw string.
# Run as: cmake -DDIRECTORY=... -DOUTPUT=... -P embed.cmake
file(GLOB_RECURSE tables RELATIVE "${DIRECTORY}" "${DIRECTORY}/*.tsv")
list(SORT tables)
set(definitions "")
set(entries "")
set(index 0)
foreach(table IN LISTS tables)
  # Objects are named one by one; the assembler copies the bytes, which costs no compile time.
  string(APPEND definitions
    "asm(\".section .rodata\\nmahdar_table_${index}:\\n.incbin \\\"${DIRECTORY}/${table}\\\"\\nmahdar_table_${index}_end:\\n.byte 0\\n.previous\\n\");\n"
    "extern \"C\" __attribute__((visibility(\"hidden\"))) const char mahdar_table_${index}[], mahdar_table_${index}_end[];\n")
  string(APPEND entries
    "    {\"${table}\", {mahdar_table_${index}, static_cast<std::size_t>(mahdar_table_${index}_end - mahdar_table_${index})}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUTPUT}.new"
  "#include \"gazetteer/embedded.h\"\n\n${definitions}\nnamespace mahdar {\n\n"
  "const EmbeddedTable kEmbeddedTables[] = {\n${entries}};\nconst unsigned kEmbeddedTableCount = ${index};\n\n}  // namespace mahdar\n")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
