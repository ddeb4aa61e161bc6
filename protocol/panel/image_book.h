#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "match/ids.h"

namespace scoreboard::panel {

using match::Rev;

// The picture the panel is to show, as numbered images: what changed since which, what each one's digest is,
// and which rev of the log it holds. Every frame that carries a picture is made here.
class ImageBook {
public:
    ImageBook(std::uint32_t start_id, std::size_t image_size);

    // Takes the wanted image, which holds the log up to `rev`. True if it differs from the one before: it
    // then has a new number. `clocks_run`: something in it moves by the panel's own time.
    bool want(std::span<const std::uint8_t> image, Rev rev, bool clocks_run);

    std::uint32_t wanted() const { return image_rev_; }
    std::span<const std::uint8_t> image() const { return image_; }
    std::uint16_t digest() const;
    // The log's rev in one of the last 64 images.
    Rev rev_in(std::uint32_t image_rev) const { return page_of(image_rev).rev; }

    struct Latched {
        std::uint32_t image_rev = 0;
        bool digest_right = false;
        bool clocks_run = false;
    };
    // What the panel says it has latched, by the low half of its number; none for a number that is not one of
    // the last 64.
    std::optional<Latched> find(std::uint16_t image_rev_low, std::uint16_t digest) const;

    std::vector<std::uint8_t> full_body() const;
    // Everything that changed since `acknowledged`, never longer than a FULL; none if the panel is too far
    // behind.
    std::optional<std::vector<std::uint8_t>> delta_body(std::uint32_t acknowledged) const;

private:
    struct Page {
        std::uint32_t image_rev = 0;
        std::uint16_t digest = 0;
        Rev rev = 0;
        bool clocks_run = false;
    };
    static constexpr std::size_t kPagesMax = 64;

    Page& page_of(std::uint32_t image_rev) { return pages_[image_rev % kPagesMax]; }
    const Page& page_of(std::uint32_t image_rev) const { return pages_[image_rev % kPagesMax]; }

    std::uint32_t start_id_;
    std::uint32_t image_rev_ = 0;
    std::vector<std::uint8_t> image_;
    std::vector<std::uint32_t> changed_rev_; // of each byte
    std::array<Page, kPagesMax> pages_{};
};

} // namespace scoreboard::panel
