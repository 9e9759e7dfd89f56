// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/rules/houserules.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace vestnik::rules {
namespace {

using Files = QList<SourceFile>;
using Findings = QList<Finding>;

const QStringList product{QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui")};
const QStringList tests{QStringLiteral("tests")};

Findings eachFile(const Files &files, const std::function<void(const SourceFile &, Findings &)> &look)
{
    Findings findings;
    for (const SourceFile &file : files) {
        look(file, findings);
    }
    return findings;
}

void matches(const SourceFile &file, const QString &view, const QRegularExpression &pattern,
    const std::function<bool(const QRegularExpressionMatch &)> &excuse, Findings &findings)
{
    auto walk = pattern.globalMatch(view);
    while (walk.hasNext()) {
        const QRegularExpressionMatch match = walk.next();
        if (!excuse || !excuse(match)) {
            findings.append({file.path, file.lineAt(match.capturedStart()), match.captured().simplified()});
        }
    }
}

/// A rule that forbids a pattern in the code of some folders.
Rule banned(const char *name, const char *why, const QString &pattern, const QStringList &folders,
    const QStringList &exceptFolders = {})
{
    const QRegularExpression regex(pattern);
    return {name, why, [=](const Files &files) {
                return eachFile(files, [&](const SourceFile &file, Findings &findings) {
                    if (file.isCpp() && file.isIn(folders) && !file.isIn(exceptFolders)) {
                        matches(file, file.code, regex, {}, findings);
                    }
                });
            }};
}

/// Text of the statement that holds `offset`, up to it.
QString statementBefore(const QString &code, qsizetype offset)
{
    qsizetype begin = offset;
    while (begin > 0 && !QStringView(u";{}").contains(code.at(begin - 1))) {
        --begin;
    }
    return code.mid(begin, offset - begin);
}

Findings blockingWaits(const Files &files)
{
    static const QRegularExpression call(QStringLiteral("(\\.|->)waitFor\\w*\\s*\\("));
    static const QRegularExpression awaits(QStringLiteral("\\bco_await\\b"));
    return eachFile(files, [](const SourceFile &file, Findings &findings) {
        if (!file.isCpp() || !file.isIn(product)) {
            return;
        }
        const auto awaited = [&file](const QRegularExpressionMatch &match) {
            return statementBefore(file.code, match.capturedStart()).contains(awaits);
        };
        matches(file, file.code, call, awaited, findings);
    });
}

/// exec() belongs to SQL queries in the store, and once to the application in each function of `app` that is a program.
Findings execs(const Files &files)
{
    static const QRegularExpression call(QStringLiteral("(\\.|->|::|(?<![\\w.>:]))exec\\s*\\("));
    static const QRegularExpression application(QStringLiteral(
        "\\b(app|application|Q(Core|Gui)?Application|qApp|GuardedApplication<\\w+>)(\\(\\))?\\s*(->|\\.|::)\\s*exec$"));
    return eachFile(files, [](const SourceFile &file, Findings &findings) {
        if (!file.isCpp() || !file.isIn(product) || file.isIn({QStringLiteral("core/store")})) {
            return;
        }
        qsizetype last = -1; // of the application
        const auto isTheOne = [&](const QRegularExpressionMatch &match) {
            const QString before = file.code.left(match.capturedEnd() - 1);
            if (!file.path.startsWith(QLatin1String("app/"))
                || !application.match(before.right(80).trimmed()).hasMatch()) {
                return false;
            }
            const bool first = last < 0 || QStringView(before).mid(last).contains(u"\n}");
            last = match.capturedStart();
            return first;
        };
        matches(file, file.code, call, isTheOne, findings);
    });
}

Findings contextlessConnects(const Files &files)
{
    static const QRegularExpression call(QStringLiteral("(?<!QCoro::)\\b(connect|singleShot)\\s*\\("));
    return eachFile(files, [](const SourceFile &file, Findings &findings) {
        if (!file.isCpp() || !file.isIn(product)) {
            return;
        }
        const auto hasContext = [&file](const QRegularExpressionMatch &match) {
            const QStringList arguments = argumentsAt(file.code, match.capturedEnd() - 1);
            if (match.captured(1) == QLatin1String("connect")) {
                return arguments.size() != 3 || !arguments.at(1).startsWith(QLatin1Char('&'));
            }
            const bool typed = arguments.size() > 1 && arguments.at(1).startsWith(QLatin1String("Qt::"));
            return arguments.size() != (typed ? 3 : 2);
        };
        matches(file, file.code, call, hasContext, findings);
    });
}

Findings copyableObjects(const Files &files)
{
    static const QRegularExpression head(QStringLiteral("\\b(?:class|struct)\\s+(\\w+)[^;{}()]*\\{\\s*Q_OBJECT\\b"));
    return eachFile(files, [](const SourceFile &file, Findings &findings) {
        const bool isTest = file.path.contains(QLatin1String("/tst_"));
        if (!file.isCpp() || isTest || !file.isIn(product + QStringList{QStringLiteral("tests/support")})) {
            return;
        }
        auto walk = head.globalMatch(file.code);
        while (walk.hasNext()) {
            const QRegularExpressionMatch match = walk.next();
            const qsizetype open = file.code.indexOf(QLatin1Char('{'), match.capturedStart());
            const QString body = file.code.mid(open, closingBracket(file.code, open) - open);
            const QString wanted = QStringLiteral("Q_DISABLE_COPY_MOVE(") + match.captured(1) + QLatin1Char(')');
            if (!body.contains(wanted)) {
                findings.append(
                    {file.path, file.lineAt(match.capturedStart()), wanted + QStringLiteral(" is missing")});
            }
        }
    });
}

Findings nakedDeletes(const Files &files)
{
    static const QRegularExpression word(QStringLiteral("\\bdelete\\b"));
    return eachFile(files, [](const SourceFile &file, Findings &findings) {
        if (!file.isCpp() || !file.isIn(product)) {
            return;
        }
        const auto isDeletedFunction = [&file](const QRegularExpressionMatch &match) {
            return QStringView(file.code).left(match.capturedStart()).trimmed().endsWith(QLatin1Char('='));
        };
        matches(file, file.code, word, isDeletedFunction, findings);
    });
}

/// What a folder of core may include beside itself.
QStringList knownTo(const QString &folder)
{
    static const QHash<QString, QStringList> strict{
        {QStringLiteral("base"), {}},
        {QStringLiteral("model"), {QStringLiteral("base")}},
        {QStringLiteral("store"), {QStringLiteral("base"), QStringLiteral("model")}},
        {QStringLiteral("net"), {QStringLiteral("base")}},
        {QStringLiteral("source"), {QStringLiteral("base"), QStringLiteral("model"), QStringLiteral("net")}},
    };
    if (const auto row = strict.constFind(folder); row != strict.constEnd()) {
        return *row;
    }
    static const QHash<QString, int> floors{{QStringLiteral("base"), 0}, {QStringLiteral("model"), 1},
        {QStringLiteral("store"), 2}, {QStringLiteral("net"), 2}, {QStringLiteral("source"), 3},
        {QStringLiteral("enrich"), 3}, {QStringLiteral("schedule"), 3}, {QStringLiteral("collect"), 4},
        {QStringLiteral("archive"), 4}, {QStringLiteral("rules"), 4}, {QStringLiteral("outlet"), 5},
        {QStringLiteral("engine"), 6}, {QStringLiteral("api"), 7}, {QStringLiteral("bot"), 7},
        {QStringLiteral("control"), 7}};
    QStringList lower;
    for (auto floor = floors.constBegin(); floor != floors.constEnd(); ++floor) {
        if (floor.value() < floors.value(folder, 0)) {
            lower.append(floor.key());
        }
    }
    return lower;
}

bool mayInclude(const SourceFile &file, const QString &included)
{
    if (included.endsWith(QLatin1String(".moc")) || file.path.startsWith(QLatin1String("app/"))) {
        return !included.startsWith(QLatin1String("tests/"));
    }
    const QStringList parts = included.split(QLatin1Char('/'));
    if (file.path.startsWith(QLatin1String("ui/"))) {
        return parts.first() == QLatin1String("ui") || included == QLatin1String("core/engine/enginefacade.h")
            || included.startsWith(QLatin1String("core/base/")) || included.startsWith(QLatin1String("core/model/"));
    }
    const QString folder = file.path.section(QLatin1Char('/'), 1, 1);
    return parts.size() > 2 && parts.first() == QLatin1String("core")
        && (parts.at(1) == folder || knownTo(folder).contains(parts.at(1)));
}

Findings wrongArrows(const Files &files)
{
    static const QRegularExpression include(
        QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""), QRegularExpression::MultilineOption);
    return eachFile(files, [](const SourceFile &file, Findings &findings) {
        if (!file.isCpp() || !file.isIn(product)) {
            return;
        }
        const auto excuse = [&file](
                                const QRegularExpressionMatch &match) { return mayInclude(file, match.captured(1)); };
        matches(file, file.bare, include, excuse, findings);
    });
}

Findings missingLicence(const Files &files)
{
    return eachFile(files, [](const SourceFile &file, Findings &findings) {
        const QString head = file.raw.left(400);
        const QStringList lines = head.split(QLatin1Char('\n'));
        const qsizetype first = !lines.isEmpty() && lines.first().startsWith(QLatin1String("#!")) ? 1 : 0;
        const bool good = lines.size() > first + 1
            && lines.at(first).contains(QLatin1String("SPDX-FileCopyrightText: "))
            && lines.at(first + 1).endsWith(QLatin1String("SPDX-License-Identifier: GPL-3.0-or-later"));
        if (!good) {
            findings.append({file.path, 1, QStringLiteral("the two SPDX lines are not on top")});
        }
    });
}

Findings longFiles(const Files &files)
{
    constexpr int limit = 500;
    return eachFile(files, [](const SourceFile &file, Findings &findings) {
        const auto lines = file.raw.count(QLatin1Char('\n'));
        if (lines > limit) {
            findings.append({file.path, limit, QStringLiteral("%1 lines").arg(lines)});
        }
    });
}

Findings unguardedHeaders(const Files &files)
{
    return eachFile(files, [](const SourceFile &file, Findings &findings) {
        if (file.isHeader() && !file.code.contains(QLatin1String("#pragma once"))) {
            findings.append({file.path, 1, QStringLiteral("#pragma once is missing")});
        }
    });
}

Findings openEnds(const Files &files)
{
    static const QRegularExpression word(
        QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX") + QStringLiteral("ME)\\b"));
    return eachFile(
        files, [](const SourceFile &file, Findings &findings) { matches(file, file.raw, word, {}, findings); });
}

} // namespace

const QList<Rule> &houseRules()
{
    const auto text = [](const char *pattern) { return QString::fromLatin1(pattern); };
    static const QList<Rule> rules{
        banned("event loop", "no nested loops", text("\\bQEventLoop\\b"), product),
        banned("process events", "no nested loops", text("\\bprocessEvents\\b"), product),
        {"exec", "one exec for the application; SQL only in the store; dialogs are opened, menus popped up", execs},
        banned("static dialogs", "static dialog functions run a nested loop",
            text("\\b(QMessageBox::(question|warning|information|critical|about|aboutQt)|Q(File|Input|Color|Font)"
                 "Dialog::get\\w+)"
                 "\\s*\\("),
            product),
        banned("blocking connection", "two threads must never wait for each other",
            text("\\bBlockingQueuedConnection\\b"), product),
        banned("wait for a task", "QCoro::waitFor runs a nested loop", text("\\bQCoro::waitFor\\b"), product),
        {"blocking wait", "waitFor…() blocks its loop unless it is QCoro's and awaited", blockingWaits},
        banned("button menus", "menus of buttons run a nested loop: use QMenu::popup",
            text("(\\.|->)(setMenu|showMenu)\\s*\\("), product),
        banned("sleep", "a sleeping thread is a frozen loop",
            text("\\bQThread::(m|u)?sleep\\b|\\bthis_thread::sleep|\\bq[S]leep\\b|\\b(usleep|nanosleep)\\s*\\("),
            product + tests),
        {"contextless connect", "the context decides thread and lifetime", contextlessConnects},
        {"copyable object", "Q_DISABLE_COPY_MOVE on every QObject", copyableObjects},
        {"naked delete", "ownership can be told from the type", nakedDeletes},
        {"arrows", "includes point one way, from the repository root", wrongArrows},
        banned("window in core", "core knows no window",
            text("<(QtWidgets|QtGui)/"
                 "|<Q(Application|GuiApplication|Widget|Dialog|MessageBox|FileDialog|Menu|Action|MainWindow|"
                 "Icon|Pixmap|Image|Painter|Color|Font|Palette|Label|PushButton|TableView|TreeView)>"),
            {text("core")}),
        banned("database or network in ui", "ui sees values and the facade",
            text("<(QtSql|QtNetwork)/"
                 "|<(QSql\\w*|QNetwork\\w*|QTcp\\w*|QUdp\\w*|QSsl\\w*|QHost\\w*|QLocalSo\\w*|QLocalSe\\w*|"
                 "QAbstractSocket|sqlite3\\.h|QCoro\\w*)>"),
            {text("ui")}),
        banned("translation in core", "texts for people are made in ui and app",
            text("(?<![\\w])(tr|translate)\\s*\\("), {text("core")}),
        banned("plain log", "the developer's log has categories",
            text("\\bq(Debug|Info|Warning|Critical|Fatal)\\s*\\("), product),
        banned("plain output", "only the command line, in app, speaks to a terminal",
            text("\\bf?printf\\s*\\(|\\bf?puts\\s*\\(|\\bstd::(cout|cerr|clog)\\b"), {text("core"), text("ui")}),
        {"licence", "every file says its licence", missingLicence},
        {"length", "no file above 500 lines", longFiles},
        {"header guard", "#pragma once", unguardedHeaders},
        {"open ends", "what is open stands in an issue", openEnds},
    };
    return rules;
}

} // namespace vestnik::rules
