# What `cmake --install` puts in place, by component: library (what programs need to run), dev (headers, CMake package,
# pkg-config file) and command.
include(CMakePackageConfigHelpers)

set(package_directory "${CMAKE_INSTALL_LIBDIR}/cmake/mahdar")
install(TARGETS mahdar EXPORT mahdar
  LIBRARY COMPONENT library NAMELINK_COMPONENT dev
  ARCHIVE COMPONENT dev)
install(DIRECTORY include/mahdar TYPE INCLUDE COMPONENT dev FILES_MATCHING PATTERN "*.h")
install(EXPORT mahdar NAMESPACE mahdar:: FILE mahdar-targets.cmake DESTINATION "${package_directory}" COMPONENT dev)
install(FILES LICENSE NOTICE TYPE DOC COMPONENT dev)

get_target_property(kind mahdar TYPE)
if(kind STREQUAL "STATIC_LIBRARY")
  set(MAHDAR_IS_STATIC TRUE)
  set(MAHDAR_PC_REQUIRES "Requires: icu-i18n icu-uc re2 gumbo fmt")
  set(MAHDAR_PC_CFLAGS "")
else()
  set(MAHDAR_IS_STATIC FALSE)
  set(MAHDAR_PC_REQUIRES "")
  set(MAHDAR_PC_CFLAGS " -DMAHDAR_SHARED")
endif()

configure_package_config_file(cmake/mahdar-config.cmake.in mahdar-config.cmake INSTALL_DESTINATION "${package_directory}")
write_basic_package_version_file(mahdar-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/mahdar-config.cmake" "${CMAKE_CURRENT_BINARY_DIR}/mahdar-config-version.cmake"
  DESTINATION "${package_directory}" COMPONENT dev)

# The file finds its prefix from where it lies, so that an installed tree can be moved.
file(RELATIVE_PATH MAHDAR_PC_PREFIX "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file(cmake/mahdar.pc.in mahdar.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/mahdar.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT dev)
