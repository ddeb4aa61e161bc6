#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QtQml/qqmlextensionplugin.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "client_bridge.h"
#include "journal/sqlite_journal.h"
#include "screenshots.h"
#include "viewmodel/board_address.h"

Q_IMPORT_QML_PLUGIN(Scoreboard_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Scoreboard_ControllerPlugin)
Q_IMPORT_QML_PLUGIN(Scoreboard_ViewModelPlugin)

namespace {

using namespace scoreboard;

constexpr int kUsage = 64;

struct Arguments {
    std::string board;
    std::string journal;
    std::string name = "tablet";
    std::string screenshots;
    QSize layout{1280, 800};
};

int usage(const QString& words)
{
    QTextStream(stderr) << "scoreboard-controller: " << words << Qt::endl;
    return kUsage;
}

std::optional<QSize> parse_size(const std::string& text)
{
    const QStringList sides = QString::fromStdString(text).split(u'x');
    if (sides.size() != 2) {
        return std::nullopt;
    }
    const QSize size(sides[0].toInt(), sides[1].toInt());
    return size.width() >= 320 && size.height() >= 320 ? std::optional(size) : std::nullopt;
}

// None: go on. Else the program ends with that code.
std::optional<int> read_arguments(int argc, char** argv, Arguments& arguments)
{
    CLI::App cli(
        "Controls a Scorewire board: the desk of the score table, on a tablet, a phone or a computer.");
    std::string layout;
    cli.add_option("--board", arguments.board,
                   "tcp://HOST:PORT or ws://HOST:PORT; without it the board used last");
    cli.add_option("--journal", arguments.journal, "where taps are saved; without it among the app's data");
    cli.add_option("--name", arguments.name, "what other screens call this tablet");
    cli.add_option("--layout", layout, "size of the window, like 800x1280");
    cli.add_option("--screenshots", arguments.screenshots,
                   "write a picture of every screen into this folder, and end");
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return cli.exit(error) == 0 ? 0 : kUsage;
    }
    if (!layout.empty()) {
        const auto size = parse_size(layout);
        if (!size) {
            return usage(QStringLiteral("--layout wants a size like 800x1280, at least 320x320"));
        }
        arguments.layout = *size;
    }
    if (!arguments.board.empty()) {
        const auto board = viewmodel::BoardAddress::parse(QString::fromStdString(arguments.board));
        if (!board.problem.isEmpty()) {
            return usage(QStringLiteral("--board: %1").arg(board.problem));
        }
        arguments.board = board.url.toStdString();
    }
    return std::nullopt;
}

std::string default_journal()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return QDir(folder).filePath(QStringLiteral("journal.sqlite")).toStdString();
}

void start_client(app::ClientBridge& bridge, viewmodel::ControllerViewModel& screens,
                  const Arguments& arguments)
{
    const std::string path = arguments.journal.empty() ? default_journal() : arguments.journal;
    auto journal = journal::SqliteJournal::open(path);
    if (!journal) {
        screens.show_problem(QString::fromStdString(journal.error()));
        return;
    }
    screens.show_warning(QString::fromStdString((*journal)->notice()));
    link::ClientThread::Options options;
    options.name = arguments.name;
    options.board_url = arguments.board;
    const QStringList recent = screens.preferences()->recentBoards();
    if (options.board_url.empty() && !recent.isEmpty()) {
        options.board_url = recent.first().toStdString();
    }
    bridge.start(std::move(options), std::move(*journal), screens);
}

} // namespace

int main(int argc, char** argv)
{
    Arguments arguments;
    if (const auto code = read_arguments(argc, argv, arguments)) {
        return *code;
    }
    QGuiApplication application(argc, argv);
    QGuiApplication::setOrganizationName(QStringLiteral("Scorewire"));
    QGuiApplication::setApplicationName(QStringLiteral("scoreboard-controller"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Scorewire"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));

    // Pictures are taken with nobody's preferences, and leave none behind.
    const bool pictures = !arguments.screenshots.empty();
    const QTemporaryDir scratch;
    const QString preferences = pictures ? scratch.filePath(QStringLiteral("preferences.ini")) : QString();

    app::ClientBridge bridge;
    viewmodel::ControllerViewModel screens(bridge, link::tablet_now, preferences);
    start_client(bridge, screens, arguments);
    const bool has_board = !arguments.board.empty() || !screens.preferences()->recentBoards().isEmpty();

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties(
        {{QStringLiteral("controller"), QVariant::fromValue(&screens)},
         {QStringLiteral("page"), has_board ? QStringLiteral("match") : QStringLiteral("connect")},
         {QStringLiteral("width"), arguments.layout.width()},
         {QStringLiteral("height"), arguments.layout.height()}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Scoreboard/Controller/Main.qml")));
    auto* window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().first());
    if (window == nullptr) {
        return 1; // The engine has said why.
    }
    std::unique_ptr<app::Screenshots> screenshots;
    if (pictures) {
        if (!arguments.board.empty()) {
            screens.preferences()->remember_board(QString::fromStdString(arguments.board));
        }
        screenshots = std::make_unique<app::Screenshots>(*window, screens,
                                                         QString::fromStdString(arguments.screenshots));
    }
    const int code = QGuiApplication::exec();
    bridge.stop();
    return code;
}
