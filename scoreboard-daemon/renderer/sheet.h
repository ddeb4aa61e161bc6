#pragma once

#include <string>

#include "panel/layout.h"
#include "panel/picture.h"

namespace scoreboard::renderer {

// A picture in the making, written by the names of fields, lamps and captions. A layout need not have any of
// them: what it lacks is not shown.
class Sheet {
public:
    // `guest_left`: what is named home stands where the layout has the guest, and the other way round.
    Sheet(const panel::Layout& layout, panel::Picture& picture, bool guest_left = false)
        : layout_(layout), picture_(picture), guest_left_(guest_left)
    {
    }

    const panel::DigitField* field(const std::string& name) const
    {
        return layout_.digit_field(placed(name));
    }
    // Writes into a field and lights `caption` over it, by default the field's first.
    void put(const std::string& field, const std::string& text, const std::string& caption = {});
    // A number that the field has no room for is a dash, never its last digits.
    void number(const std::string& field, int number, const std::string& caption = {});
    // A clock; the slot takes the field's cells. Nothing if the field has no clock slot.
    void clock(const std::string& field, panel::ClockSlot slot, const std::string& caption = {});
    bool has_texts() const { return !layout_.texts.empty(); }
    // Words in a text field: what has no room is cut off. Names are shortened.
    void text(const std::string& field, const std::string& utf8);
    void name(const std::string& field, const std::string& utf8);
    void blink(const std::string& field);
    void lamp(const std::string& name, bool lit);
    void caption(const std::string& name);

private:
    std::string placed(const std::string& name) const;
    void write(const panel::TextField& field, const std::string& characters);
    void light(int bit);
    void light_caption_of(const panel::DigitField& field, const std::string& caption);

    const panel::Layout& layout_;
    panel::Picture& picture_;
    bool guest_left_;
};

} // namespace scoreboard::renderer
