#include <QQmlEngine>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_QML_PLUGIN(Scoreboard_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Scoreboard_ControllerPlugin)
Q_IMPORT_QML_PLUGIN(Scoreboard_ViewModelPlugin)
Q_IMPORT_QML_PLUGIN(Scoreboard_TestPlugin)

namespace scoreboard::qml_test {

// Lets the tests import the modules that are linked into this program.
class Setup : public QObject {
    Q_OBJECT

public slots:
    void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

} // namespace scoreboard::qml_test

QUICK_TEST_MAIN_WITH_SETUP(scoreboard_app, scoreboard::qml_test::Setup)

#include "main.moc"
