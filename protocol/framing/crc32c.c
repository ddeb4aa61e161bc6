#include "framing/crc32c.h"

// Effect of each low nibble on the register.
static const uint32_t kNibbles[16] = {
    0x00000000, 0x105EC76F, 0x20BD8EDE, 0x30E349B1, 0x417B1DBC, 0x5125DAD3, 0x61C69362, 0x7198540D,
    0x82F63B78, 0x92A8FC17, 0xA24BB5A6, 0xB21572C9, 0xC38D26C4, 0xD3D3E1AB, 0xE330A81A, 0xF36E6F75,
};

uint32_t crc32c_begin(void)
{
    return 0xFFFFFFFFu;
}

uint32_t crc32c_update(uint32_t crc_register, const uint8_t* bytes, size_t size)
{
    for (size_t i = 0; i < size; ++i) {
        crc_register ^= bytes[i];
        crc_register = (crc_register >> 4) ^ kNibbles[crc_register & 0x0Fu];
        crc_register = (crc_register >> 4) ^ kNibbles[crc_register & 0x0Fu];
    }
    return crc_register;
}

uint32_t crc32c_end(uint32_t crc_register)
{
    return crc_register ^ 0xFFFFFFFFu;
}

uint32_t crc32c(const uint8_t* bytes, size_t size)
{
    return crc32c_end(crc32c_update(crc32c_begin(), bytes, size));
}
