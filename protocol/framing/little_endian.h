#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Numbers on the panel link and in the panel's image are little-endian on every machine.

void put_u16(uint8_t* out, uint16_t value);
void put_u32(uint8_t* out, uint32_t value);
void put_u64(uint8_t* out, uint64_t value);
uint16_t get_u16(const uint8_t* in);
uint32_t get_u32(const uint8_t* in);
uint64_t get_u64(const uint8_t* in);

#ifdef __cplusplus
}
#endif
