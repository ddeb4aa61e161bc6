#include "panel_rig.h"

#include <algorithm>

namespace scoreboard::panel {

PanelRig::PanelRig(Options options)
    : options_(std::move(options)), layout_(*find_layout(options_.board_layout)),
      panel_({options_.panel_layout, options_.baud, options_.seed}, line_now()),
      picture_(dark_picture(layout_))
{
    restart_board(options_.start_id);
    run_for(std::chrono::seconds(2));
}

void PanelRig::restart_board(std::uint32_t start_id)
{
    options_.start_id = start_id;
    open_ = false;
    link_ = std::make_unique<PanelLink>(PanelLink::Options{layout_, start_id, options_.baud});
    if (rev_ != 0) {
        link_->set_picture(picture_, rev_, now_);
    }
}

void PanelRig::open()
{
    panel_.set_plugged(true, line_now());
    open_ = true;
    link_->on_open(now_, 0xC0DE0000u + ++opens_);
    settle();
}

void PanelRig::close()
{
    panel_.set_plugged(false, line_now());
    open_ = false;
    link_->on_closed(now_, "pulled out");
    settle();
}

Picture PanelRig::scores(int home, int guest) const
{
    Picture picture = picture_;
    put_text(picture, *layout_.digit_field("home.score"), std::to_string(home));
    put_text(picture, *layout_.digit_field("guest.score"), std::to_string(guest));
    return picture;
}

Rev PanelRig::score(int home, int guest)
{
    return show(scores(home, guest));
}

Rev PanelRig::show(const Picture& picture)
{
    picture_ = picture;
    ++rev_;
    score_of_[rev_] = text_of(picture.segments, *layout_.digit_field("home.score")) + ":" +
                      text_of(picture.segments, *layout_.digit_field("guest.score"));
    link_->set_picture(picture_, rev_, now_);
    settle();
    return rev_;
}

Rev PanelRig::note()
{
    return show(picture_);
}

void PanelRig::run_for(Duration span)
{
    const BoardTime end = now_ + span;
    while (now_ < end) {
        step(end);
    }
}

void PanelRig::step(BoardTime limit)
{
    settle();
    BoardTime next = limit;
    if (const auto deadline = link_->next_deadline()) {
        next = std::min(next, *deadline);
    }
    if (const auto deadline = panel_.next_deadline()) {
        next = std::min(next, kStart + std::chrono::ceil<Duration>(*deadline));
    }
    now_ = std::max(now_ + Duration(1), next);
    settle();
}

// Both ends do what is due now.
void PanelRig::settle()
{
    panel_.advance(line_now());
    check_panel();
    const std::vector<std::uint8_t> answer = panel_.host_reads(line_now());
    heard.insert(heard.end(), answer.begin(), answer.end());
    if (open_ && !answer.empty()) {
        link_->on_bytes(answer, now_);
        remember_wanted();
    }
    while (const auto frame = link_->poll_transmit(now_)) {
        remember_wanted();
        if (!intercept || !intercept(*frame)) {
            panel_.host_writes(*frame, line_now());
        }
    }
    remember_wanted();
    take_events();
}

void PanelRig::inject_to_board(std::span<const std::uint8_t> bytes)
{
    link_->on_bytes(bytes, now_);
    settle();
}

void PanelRig::inject_to_panel(std::span<const std::uint8_t> bytes)
{
    panel_.host_writes(bytes, line_now());
}

void PanelRig::remember_wanted()
{
    const auto image = link_->image();
    wanted_[{options_.start_id, link_->image_rev()}] = {image.begin(), image.end()};
}

void PanelRig::take_events()
{
    while (const auto event = link_->poll_event()) {
        if (const Shown* claim = std::get_if<Shown>(&*event)) {
            check_shown(*claim);
            shown.push_back(*claim);
        } else {
            health.push_back(std::get<HealthChanged>(*event));
        }
    }
}

// Whatever was done to the line: the panel holds an image that the board wanted under that number, or none.
void PanelRig::check_panel()
{
    const panel_firmware& firmware = panel_.firmware();
    if (!firmware.display.has_image || firmware.display.restored) {
        return;
    }
    const auto found = wanted_.find({firmware.link.image_start_id, firmware.latched_rev});
    if (firmware.link.image_start_id != 0 && !firmware.wanted_waits &&
        (found == wanted_.end() || found->second != latched())) {
        lies.push_back("the panel latched an image " + std::to_string(firmware.latched_rev) +
                       " that the board never wanted");
    }
    lit_[score_text()] = true;
}

void PanelRig::check_shown(const Shown& event)
{
    if (!lit_[score_of_[event.rev]]) {
        lies.push_back("rev " + std::to_string(event.rev) + " was claimed, and " + score_of_[event.rev] +
                       " never lit");
    }
    if (latched() != wanted_[{options_.start_id, panel_.firmware().latched_rev}]) {
        lies.push_back("rev " + std::to_string(event.rev) + " was claimed over a wrong picture");
    }
}

std::vector<std::uint8_t> PanelRig::latched() const
{
    const std::uint8_t* image = panel_.firmware().display.image;
    return {image, image + panel_.firmware().display.parts.size};
}

bool PanelRig::is_right() const
{
    const auto image = link_->image();
    const std::vector<std::uint8_t> panel_image = latched();
    return std::equal(image.begin(), image.end(), panel_image.begin(), panel_image.end());
}

std::string PanelRig::text(const std::string& field) const
{
    return text_of(panel_.light().segments, *layout_.digit_field(field));
}

std::string PanelRig::score_text() const
{
    return text("home.score") + ":" + text("guest.score");
}

} // namespace scoreboard::panel
