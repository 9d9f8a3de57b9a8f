# Debian packages by CPack: libmahdar0.1, libmahdar-dev and mahdar (the command). The library is this build's, shared; the
# command is taken from the static build MAHDAR_DEB_COMMAND, since it uses readers that the library does not export.
set(library_package "libmahdar${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}")
set(version "${PROJECT_VERSION}-1")

set(CPACK_GENERATOR DEB)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "calls and meetings of political actors, read from Arabic news")
set(CPACK_PACKAGE_CONTACT "The Mahdar authors <mahdar@localhost>")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_INSTALL_CMAKE_PROJECTS
  "${PROJECT_BINARY_DIR}" mahdar library /
  "${PROJECT_BINARY_DIR}" mahdar dev /
  "${PROJECT_BINARY_DIR}" mahdar command /
  "${MAHDAR_DEB_COMMAND}" mahdar command /)
foreach(component IN ITEMS library dev command)
  string(TOUPPER ${component} upper)
  set(CPACK_COMPONENTS_${upper} ${component})
endforeach()
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME "${library_package}")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA "${PROJECT_SOURCE_DIR}/cmake/debian/triggers")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "A library that reads a news article, Arabic first, and writes the record of
its calls and meetings as data: who, whom, when, where, about what.")
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libmahdar-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "${library_package} (= ${version})")
set(CPACK_COMPONENT_DEV_DESCRIPTION "Headers, CMake package and pkg-config file for programs that link the library.")
set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME mahdar)
set(CPACK_DEBIAN_COMMAND_PACKAGE_SECTION text)
set(CPACK_COMPONENT_COMMAND_DESCRIPTION "The command extract_events reads news articles and writes, as JSON and other
formats, who called or met whom, when, where and about what.")

# What Debian wants in every package's documentation.
execute_process(COMMAND gzip -9nc "${PROJECT_SOURCE_DIR}/cmake/debian/changelog"
  OUTPUT_FILE "${PROJECT_BINARY_DIR}/changelog.Debian.gz" COMMAND_ERROR_IS_FATAL ANY)
function(install_debian_documents component package)
  install(FILES cmake/debian/copyright "${PROJECT_BINARY_DIR}/changelog.Debian.gz"
    DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/${package}" COMPONENT ${component})
endfunction()
install_debian_documents(library "${library_package}")
install_debian_documents(dev libmahdar-dev)
install_debian_documents(command mahdar)

include(CPack)
