#include "screenshots.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QTextStream>
#include <utility>

namespace scoreboard::app {

namespace {

constexpr int kPollMs = 100;
constexpr int kDeadlineMs = 15'000;
// A page has then been laid out and its first animations have ended.
constexpr int kSettleMs = 500;

struct Device {
    const char* name;
    QSize size;
};
constexpr Device kTablet{"tablet-landscape", {1280, 800}};
constexpr Device kDevices[] = {
    kTablet, {"tablet-portrait", {800, 1280}}, {"phone", {360, 740}}, {"phone-landscape", {740, 360}}};

QString name_of(const QString& page, const Device& device)
{
    return QString(page).replace(u' ', u'-') + u'-' + QLatin1String(device.name);
}

int fail(const QString& words)
{
    QTextStream(stderr) << "scoreboard-controller: " << words << Qt::endl;
    return 1;
}

} // namespace

Screenshots::Screenshots(QQuickWindow& window, viewmodel::ControllerViewModel& screens, QString folder,
                         QObject* parent)
    : QObject(parent), window_(window), screens_(screens), folder_(std::move(folder))
{
    for (const QString& page : {QStringLiteral("match"), QStringLiteral("history"), QStringLiteral("connect"),
                                QStringLiteral("keys"), QStringLiteral("new match")}) {
        for (const Device& device : kDevices) {
            pictures_.push_back({name_of(page, device), page, device.size});
        }
    }
    const QString history = QStringLiteral("history");
    for (const QString& way : {QStringLiteral("undo"), QStringLiteral("change"), QStringLiteral("add")}) {
        for (const Device& device : kDevices) {
            pictures_.push_back({name_of("correction-" + way, device), history, device.size, false, way});
        }
    }
    const QString match = QStringLiteral("match");
    pictures_.push_back({name_of(match, kTablet) + "-bright", match, kTablet.size, true});
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Screenshots::wait_for_match);
    timer_.start(kPollMs);
}

void Screenshots::wait_for_match()
{
    waited_ms_ += kPollMs;
    const QString state = screens_.strip()->state();
    const bool ready = screens_.match()->known() &&
                       (state == QStringLiteral("shown") || state == QStringLiteral("no-panel"));
    if (!ready && waited_ms_ < kDeadlineMs) {
        timer_.start(kPollMs);
        return;
    }
    timer_.disconnect(this);
    connect(&timer_, &QTimer::timeout, this, &Screenshots::take);
    arrange();
}

void Screenshots::arrange()
{
    const Picture& picture = pictures_[next_];
    screens_.preferences()->setBright(picture.bright);
    window_.resize(picture.size);
    window_.setProperty("page", picture.page);
    correct(picture.way);
    timer_.start(kSettleMs);
}

// The newest entry that can be put right that way.
void Screenshots::correct(const QString& way)
{
    viewmodel::CorrectionViewModel& correction = *screens_.correction();
    correction.close();
    for (int row = 0; !way.isEmpty() && correction.way() != way && row < screens_.history()->count(); ++row) {
        screens_.correct(row);
        correction.take(way);
    }
}

void Screenshots::take()
{
    const QString file = QDir(folder_).filePath(pictures_[next_].name + QStringLiteral(".png"));
    const QImage image = window_.grabWindow();
    if (!QDir().mkpath(folder_) || !image.save(file)) {
        QCoreApplication::exit(fail(tr("cannot write %1; check that the folder can be written").arg(file)));
        return;
    }
    if (++next_ < pictures_.size()) {
        arrange();
    } else {
        QCoreApplication::exit(0);
    }
}

} // namespace scoreboard::app
