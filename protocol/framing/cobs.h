#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Consistent Overhead Byte Stuffing: the same bytes without a zero among them, so that a zero can end a
// frame.

// Bytes that cobs_encode() writes at most for `size` bytes.
#define COBS_ENCODED_MAX(size) ((size) + (size) / 254 + 1)

// Writes the encoded bytes, without a delimiter, and returns how many. `out` holds COBS_ENCODED_MAX(size).
size_t cobs_encode(const uint8_t* in, size_t size, uint8_t* out);

// Returns the decoded size, or COBS_MALFORMED if `in` holds a zero, is cut short, or decodes to more than
// `out_max`. `out` may be `in`.
#define COBS_MALFORMED SIZE_MAX
size_t cobs_decode(const uint8_t* in, size_t size, uint8_t* out, size_t out_max);

#ifdef __cplusplus
}
#endif
