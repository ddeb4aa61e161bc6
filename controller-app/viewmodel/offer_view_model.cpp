#include "viewmodel/offer_view_model.h"

#include <algorithm>

#include "viewmodel/command_port.h"
#include "viewmodel/tap_time.h"

namespace scoreboard::viewmodel {

OfferViewModel::OfferViewModel(CommandPort& port, QObject* parent) : QObject(parent), port_(port) {}

QString OfferViewModel::text() const
{
    return offer_ ? QString::fromStdString(offer_->text) : QString();
}

QString OfferViewModel::value() const
{
    return offer_ ? QString::fromStdString(offer_->value) : QString();
}

QStringList OfferViewModel::choices() const
{
    QStringList labels;
    if (offer_) {
        for (const client::OfferView::Choice& choice : offer_->choices) {
            labels.append(QString::fromStdString(choice.label));
        }
    }
    return labels;
}

void OfferViewModel::choose(int choice, double tapTime)
{
    if (offer_ && choice >= 0 && static_cast<std::size_t>(choice) < offer_->choices.size()) {
        port_.issue(offer_->choices[static_cast<std::size_t>(choice)].command, to_tablet_time(tapTime));
        leave();
    }
}

void OfferViewModel::accept(double tapTime)
{
    if (offer_) {
        for (const match::Command& command : offer_->commands) {
            port_.issue(command, to_tablet_time(tapTime));
        }
        leave();
    }
}

void OfferViewModel::leave()
{
    if (offer_) {
        left_.push_back(*offer_);
        show(offers_);
    }
}

void OfferViewModel::show(const std::vector<client::OfferView>& offers)
{
    offers_ = offers;
    // A choice that is taken back is a question again.
    std::erase_if(left_, [&offers](const client::OfferView& left) {
        return !left.choices.empty() && std::find(offers.begin(), offers.end(), left) == offers.end();
    });
    const auto next = std::find_if(offers_.begin(), offers_.end(), [this](const client::OfferView& offer) {
        return std::none_of(left_.begin(), left_.end(), [&offer](const client::OfferView& left) {
            return left.number == offer.number && left.choices == offer.choices &&
                   (left.number != 0 || left.commands == offer.commands);
        });
    });
    std::optional<client::OfferView> shown;
    if (next != offers_.end()) {
        shown = *next;
    }
    if (shown != offer_) {
        offer_ = shown;
        emit changed();
    }
}

} // namespace scoreboard::viewmodel
