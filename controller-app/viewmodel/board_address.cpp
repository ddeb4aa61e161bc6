#include "viewmodel/board_address.h"

#include <QCoreApplication>
#include <QUrl>

namespace scoreboard::viewmodel {

namespace {

BoardAddress no_address(const char* words)
{
    return {QString(), QCoreApplication::translate("BoardAddress", words)};
}

} // namespace

BoardAddress BoardAddress::parse(const QString& typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty()) {
        return no_address(
            QT_TRANSLATE_NOOP("BoardAddress", "Type the address that the panel shows, like 192.168.1.20"));
    }
    if (text.contains(u' ')) {
        return no_address(QT_TRANSLATE_NOOP("BoardAddress", "An address has no spaces in it"));
    }
    const bool has_scheme = text.contains(QStringLiteral("://"));
    const QUrl url(has_scheme ? text : QStringLiteral("tcp://") + text, QUrl::StrictMode);
    if (has_scheme && url.scheme() != QStringLiteral("tcp") && url.scheme() != QStringLiteral("ws")) {
        return no_address(QT_TRANSLATE_NOOP(
            "BoardAddress", "An address begins with tcp:// or ws://, or with nothing at all"));
    }
    if (!url.isValid() || url.host().isEmpty()) {
        return no_address(QT_TRANSLATE_NOOP(
            "BoardAddress",
            "That is no address; it looks like 192.168.1.20 or board.local, with :7410 if you like"));
    }
    if (!url.path().isEmpty() && url.path() != QStringLiteral("/") &&
        url.path() != QStringLiteral("/control")) {
        return no_address(QT_TRANSLATE_NOOP("BoardAddress", "Leave out what follows the port"));
    }
    QString host = url.host();
    if (host.contains(u':')) {
        host = u'[' + host + u']';
    }
    return {QStringLiteral("%1://%2:%3").arg(url.scheme(), host).arg(url.port(kDefaultPort)), QString()};
}

} // namespace scoreboard::viewmodel
