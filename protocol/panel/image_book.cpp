#include "panel/image_book.h"

#include <algorithm>
#include <cassert>

#include "framing/link_body.h"
#include "framing/link_frame.h"
#include "framing/panel_image.h"

namespace scoreboard::panel {

ImageBook::ImageBook(std::uint32_t start_id, std::size_t image_size)
    : start_id_(start_id), image_(image_size, 0), changed_rev_(image_size, 0)
{
    assert(image_size <= kImageMax);
    page_of(0).digest = link_image_digest(image_.data(), image_.size());
}

bool ImageBook::want(std::span<const std::uint8_t> image, Rev rev, bool clocks_run)
{
    assert(image.size() == image_.size());
    if (std::equal(image.begin(), image.end(), image_.begin())) {
        page_of(image_rev_).rev = rev;
        return false;
    }
    ++image_rev_;
    for (std::size_t at = 0; at < image_.size(); ++at) {
        if (image[at] != image_[at]) {
            image_[at] = image[at];
            changed_rev_[at] = image_rev_;
        }
    }
    page_of(image_rev_) = {image_rev_, link_image_digest(image_.data(), image_.size()), rev, clocks_run};
    return true;
}

std::uint16_t ImageBook::digest() const
{
    return page_of(image_rev_).digest;
}

std::optional<ImageBook::Latched> ImageBook::find(std::uint16_t image_rev_low, std::uint16_t digest) const
{
    const auto behind = static_cast<std::uint16_t>(image_rev_ - image_rev_low);
    if (behind >= kPagesMax || behind > image_rev_) {
        return std::nullopt;
    }
    const Page& page = page_of(image_rev_ - behind);
    return Latched{page.image_rev, page.digest == digest, page.clocks_run};
}

std::vector<std::uint8_t> ImageBook::full_body() const
{
    const link_full full{start_id_, image_rev_, static_cast<std::uint8_t>(image_.size()), image_.data()};
    std::vector<std::uint8_t> body(kLinkBodyMax);
    body.resize(link_full_write(&full, body.data()));
    return body;
}

std::optional<std::vector<std::uint8_t>> ImageBook::delta_body(std::uint32_t acknowledged) const
{
    assert(acknowledged <= image_rev_);
    const std::uint32_t increment = image_rev_ - acknowledged;
    if (increment > kLinkDeltaIncrementMax) {
        return std::nullopt;
    }
    std::vector<std::uint8_t> body(kLinkDeltaHeader);
    link_delta_write_header(static_cast<std::uint16_t>(acknowledged), static_cast<std::uint8_t>(increment),
                            body.data());
    const auto changed = [&](std::size_t at) { return changed_rev_[at] > acknowledged; };
    for (std::size_t at = 0; at < image_.size();) {
        if (!changed(at)) {
            ++at;
            continue;
        }
        // A gap that is no longer than a run's header costs less inside the run.
        std::size_t end = at + 1;
        for (std::size_t next = end; next < image_.size() && next <= end + kLinkDeltaRunHeader; ++next) {
            if (changed(next)) {
                end = next + 1;
            }
        }
        body.push_back(static_cast<std::uint8_t>(at));
        body.push_back(static_cast<std::uint8_t>(end - at));
        body.insert(body.end(), image_.begin() + static_cast<std::ptrdiff_t>(at),
                    image_.begin() + static_cast<std::ptrdiff_t>(end));
        at = end;
    }
    return body;
}

} // namespace scoreboard::panel
