#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// CRC-32C (Castagnoli, reflected polynomial 0x82F63B78), table of 16 words: small enough for a
// microcontroller. It finds every error of up to five flipped bits in frames of our lengths.
// crc32c("123456789") is E3069283.
uint32_t crc32c(const uint8_t* bytes, size_t size);

// The same in pieces: begin, any number of updates, end.
uint32_t crc32c_begin(void);
uint32_t crc32c_update(uint32_t crc_register, const uint8_t* bytes, size_t size);
uint32_t crc32c_end(uint32_t crc_register);

#ifdef __cplusplus
}
#endif
