# How every target of the project is made: folder = target = namespace = include prefix.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# Asserts stay on in every build: a broken invariant must stop the daemon, which restarts and replays its log.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")
set(CMAKE_C_FLAGS_RELEASE "-O2 -g1")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O1 -g1")

add_library(scoreboard_options INTERFACE)
target_compile_options(scoreboard_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wimplicit-fallthrough -Werror
    $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual>)

if(SCOREBOARD_SANITIZE)
    add_compile_options(-fsanitize=${SCOREBOARD_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${SCOREBOARD_SANITIZE})
    # GCC sees uninitialised optionals that are not, once the sanitizer has rewritten the code.
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    if(SCOREBOARD_SANITIZE MATCHES "thread")
        add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
    endif()
endif()

if(SCOREBOARD_SABOTAGE)
    add_compile_definitions(SCOREBOARD_SABOTAGE)
endif()

if(SCOREBOARD_FUZZ)
    # Everything tells libFuzzer which code ran; only the targets of tests/fuzz bring its main().
    add_compile_options(-fsanitize=fuzzer-no-link)
    add_link_options(-fsanitize=fuzzer-no-link)
endif()

if(SCOREBOARD_COVERAGE)
    add_compile_options(--coverage -fprofile-update=atomic)
    add_link_options(--coverage)
endif()

# Outside libraries that decide nothing and do no I/O where pure code calls them.
set(SCOREBOARD_PURE_OUTSIDERS protobuf::libprotobuf-lite PkgConfig::MD Boost::headers)

# scoreboard_add_library(NAME [PURE] SOURCES … LINKS …)
# Makes scoreboard_NAME from the folder NAME, with the include prefix "NAME/". A PURE library (no socket, file, thread or
# clock) refuses to link what is not pure.
function(scoreboard_add_library NAME)
    cmake_parse_arguments(ARG "PURE" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    set(target scoreboard_${NAME})
    add_library(${target} STATIC ${ARG_SOURCES})
    set_target_properties(${target} PROPERTIES SCOREBOARD_PURE "${ARG_PURE}")
    target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/..)
    target_link_libraries(${target} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS} scoreboard_options)
    if(ARG_PURE)
        foreach(link IN LISTS ARG_LINKS ARG_PRIVATE_LINKS)
            if(link IN_LIST SCOREBOARD_PURE_OUTSIDERS)
                continue()
            endif()
            if(NOT TARGET ${link})
                message(FATAL_ERROR "${target} is pure and links ${link}, which is not one of the project's pure targets")
            endif()
            get_target_property(pure ${link} SCOREBOARD_PURE)
            if(NOT pure)
                message(FATAL_ERROR "${target} is pure and may not link ${link}: it does I/O")
            endif()
        endforeach()
        scoreboard_check_purity(${NAME} "${ARG_SOURCES}")
    endif()
endfunction()

# The second guard: `--target purity` has clang-tidy compare what a pure library includes with the list of harmless
# headers in .clang-tidy. A stamp a library, so that only what changed is read again.
find_program(CLANG_TIDY clang-tidy)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/purity)
add_custom_target(purity)
function(scoreboard_check_purity NAME SOURCES)
    if(NOT CLANG_TIDY)
        return()
    endif()
    set(stamp ${CMAKE_BINARY_DIR}/purity/${NAME}.stamp)
    list(FILTER SOURCES EXCLUDE REGEX "^/") # generated code is not ours
    file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h ${CMAKE_CURRENT_SOURCE_DIR}/*/*.h)
    add_custom_command(
        OUTPUT ${stamp}
        # Its count of suppressed warnings goes to the standard error, its findings to the standard output.
        COMMAND ${CLANG_TIDY} --quiet -p ${CMAKE_BINARY_DIR} ${SOURCES} 2>${CMAKE_BINARY_DIR}/purity/${NAME}.log
        COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
        WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
        DEPENDS ${SOURCES} ${headers} ${CMAKE_CURRENT_SOURCE_DIR}/.clang-tidy ${CMAKE_SOURCE_DIR}/.clang-tidy
        COMMENT "Checking that ${NAME} is pure")
    add_custom_target(purity_${NAME} DEPENDS ${stamp})
    add_dependencies(purity_${NAME} scoreboard_${NAME}) # generated headers come first
    add_dependencies(purity purity_${NAME})
endfunction()

# tests_LABEL: everything that `ctest -L LABEL` runs, for builds that need no more.
function(scoreboard_count_to LABEL TARGET)
    if(NOT TARGET tests_${LABEL})
        add_custom_target(tests_${LABEL})
    endif()
    add_dependencies(tests_${LABEL} ${TARGET})
endfunction()

# scoreboard_add_test(NAME LABEL SOURCES … LINKS …): a GoogleTest program whose tests ctest lists one by one.
function(scoreboard_add_test NAME LABEL)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(${NAME} ${ARG_SOURCES})
    target_include_directories(${NAME} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(${NAME} PRIVATE ${ARG_LINKS} GTest::gmock GTest::gtest_main scoreboard_options)
    set_target_properties(${NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    scoreboard_count_to(${LABEL} ${NAME})
    gtest_discover_tests(${NAME} DISCOVERY_MODE PRE_TEST
        PROPERTIES LABELS ${LABEL} TIMEOUT ${ARG_TIMEOUT}
        DISCOVERY_TIMEOUT 60)
endfunction()
