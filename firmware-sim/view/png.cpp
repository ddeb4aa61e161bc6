#include "view/png.h"

#include <png.h>

#include <stdexcept>

namespace scoreboard::view {

std::string png_of(const Pixels& pixels)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = PNG_FORMAT_RGB;

    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(size, '\0');
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.rgb.data(), 0, nullptr) == 0) {
        throw std::runtime_error(std::string("cannot make a PNG: ") + image.message);
    }
    bytes.resize(size);
    return bytes;
}

} // namespace scoreboard::view
