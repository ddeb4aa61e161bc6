#include "framing/cobs.h"

size_t cobs_encode(const uint8_t* in, size_t size, uint8_t* out)
{
    size_t code_at = 0;
    size_t end = 1;
    uint8_t code = 1;
    for (size_t i = 0; i < size; ++i) {
        if (in[i] != 0) {
            out[end++] = in[i];
            ++code;
        }
        // A full run (code 255) stands for 254 bytes with no zero behind them; none is opened for nothing.
        if (in[i] == 0 || (code == 0xFF && i + 1 < size)) {
            out[code_at] = code;
            code_at = end++;
            code = 1;
        }
    }
    out[code_at] = code;
    return end;
}

size_t cobs_decode(const uint8_t* in, size_t size, uint8_t* out, size_t out_max)
{
    size_t read = 0;
    size_t written = 0;
    while (read < size) {
        const uint8_t code = in[read++];
        if (code == 0 || (size_t)(code - 1) > size - read || (size_t)(code - 1) > out_max - written) {
            return COBS_MALFORMED;
        }
        for (uint8_t i = 1; i < code; ++i) {
            const uint8_t byte = in[read++];
            if (byte == 0) {
                return COBS_MALFORMED;
            }
            out[written++] = byte;
        }
        if (code != 0xFF && read < size) {
            if (written == out_max) {
                return COBS_MALFORMED;
            }
            out[written++] = 0;
        }
    }
    return written;
}
