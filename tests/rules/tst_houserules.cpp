// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/rules/houserules.h"

#include <QTest>

#include <algorithm>

namespace vestnik::rules {

namespace {

const Rule &ruleNamed(const QString &name)
{
    const auto &all = houseRules();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Rule &rule) { return name == QLatin1String(rule.name); });
    return found == all.end() ? all.first() : *found;
}

} // namespace

class tst_HouseRules final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ruleHolds_data();
    void ruleHolds();
    void plantedViolationIsFound_data();
    void plantedViolationIsFound();
    void everyRuleHasAPlantedViolation();
    void literalsAndCommentsAreNoCode_data();
    void literalsAndCommentsAreNoCode();

private:
    QList<SourceFile> m_tree;
    QStringList m_planted;
};

void tst_HouseRules::initTestCase()
{
    m_tree = readTree(QStringLiteral(VESTNIK_SOURCE_DIR));
    QVERIFY(m_tree.size() > 20);
}

void tst_HouseRules::ruleHolds_data()
{
    QTest::addColumn<QString>("rule");
    for (const Rule &rule : houseRules()) {
        QTest::newRow(rule.name) << QString::fromLatin1(rule.name);
    }
}

void tst_HouseRules::ruleHolds()
{
    QFETCH(QString, rule);
    const Rule &checked = ruleNamed(rule);
    QString text;
    for (const Finding &finding : checked.look(m_tree)) {
        text += QLatin1Char('\n') + finding.text();
    }
    QVERIFY2(text.isEmpty(), qPrintable(QString::fromUtf8(checked.why) + text));
}

void tst_HouseRules::plantedViolationIsFound_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    const auto plant = [this](const char *rule, const char *path, const char *text, bool found) {
        QTest::addRow(
            "%s %s: %s", found ? "finds" : "passes", rule, qPrintable(QString::fromUtf8(text).simplified().left(60)))
            << QString::fromLatin1(rule) << QString::fromLatin1(path) << QString::fromUtf8(text) << found;
        if (found) {
            m_planted.append(QString::fromLatin1(rule));
        }
    };
    const char *core = "core/net/x.cpp";
    const char *ui = "ui/posts/x.cpp";
    const char *app = "app/x.cpp";
    plant("event loop", core, "QEventLoop loop;", true);
    plant("event loop", ui, "#include <QEventLoop>", true);
    plant("event loop", "tests/base/x.cpp", "QEventLoop loop;", false);
    plant("event loop", core, "// no QEventLoop here", false);
    plant("event loop", core, "f(\"QEventLoop\");", false);
    plant("process events", app, "QCoreApplication::processEvents();", true);
    plant("exec", ui, "dialog.exec();", true);
    plant("exec", ui, "menu->exec(pos);", true);
    plant("exec", ui, "QDialog::exec();", true);
    plant("exec", "core/engine/x.cpp", "void T::run() { exec(); }", true);
    plant("exec", app, "if (dialog->exec()) {}", true);
    plant("exec", app, "return app.exec();", false);
    plant("exec", app, "return QCoreApplication::exec();", false);
    plant("exec", app, "int f()\n{\n    app.exec();\n    return app.exec();\n}", true);
    plant("exec", app, "int f()\n{\n    return app.exec();\n}\nint g()\n{\n    return app.exec();\n}", false);
    plant("exec", "core/store/x.cpp", "query.exec();", false);
    plant("exec", core, "query.exec();", true);
    plant("exec", core, "my_exec(); execute();", false);
    plant("static dialogs", ui, "QMessageBox::warning(this, a, b);", true);
    plant("static dialogs", ui, "box.setIcon(QMessageBox::Warning);", false);
    plant("static dialogs", ui, "QFileDialog::getOpenFileName(this);", true);
    plant("static dialogs", ui, "QInputDialog::getText(this, a, b);", true);
    plant("blocking connection", core, "connect(a, &A::b, c, &C::d, Qt::BlockingQueuedConnection);", true);
    plant("wait for a task", app, "QCoro::waitFor(task);", true);
    plant("blocking wait", core, "socket->waitForReadyRead(100);", true);
    plant("blocking wait", core, "process.waitForFinished();", true);
    plant("blocking wait", core, "co_await qCoro(process).waitForFinished();", false);
    plant("blocking wait", core, "co_await a(); future.waitForFinished();", true);
    plant("blocking wait", core, "thread.wait();", false);
    plant("button menus", ui, "button->setMenu(menu);", true);
    plant("button menus", ui, "toolButton.showMenu();", true);
    plant("button menus", ui, "window->setMenuBar(bar); tray.setContextMenu(menu); menu->popup(at);", false);
    plant("sleep", core, "QThread::msleep(5);", true);
    plant("sleep", "tests/net/x.cpp",
        "QTest::q"
        "Sleep(5);",
        true);
    plant("sleep", "tests/net/x.cpp", "std::this_thread::sleep_for(1s);", true);
    plant("sleep", "tests/net/x.cpp", "QTest::qWait(5);", false);
    plant("contextless connect", ui, "connect(a, &A::b, [this] { f(1, 2); });", true);
    plant("contextless connect", core, "QObject::connect(&m_timer, &QTimer::timeout, std::move(f));", true);
    plant("contextless connect", ui, "connect(a, &A::b, this, [this] { f(1, 2); });", false);
    plant("contextless connect", ui, "connect(a, &A::b, this, &C::d);", false);
    plant("contextless connect", core, "QTimer::singleShot(0, [] { g(); });", true);
    plant("contextless connect", core, "QTimer::singleShot(0, Qt::PreciseTimer, [] { g(); });", true);
    plant("contextless connect", core, "QTimer::singleShot(0, this, [] { g(1, 2); });", false);
    plant("contextless connect", core, "QCoro::connect(f(), &m_context, [] {});", false);
    plant("copyable object", core, "class A final : public QObject\n{\n    Q_OBJECT\npublic:\n};", true);
    plant("copyable object", core, "class A : public QObject {\n Q_OBJECT\n Q_DISABLE_COPY_MOVE(B)\n};", true);
    plant("copyable object", core, "class A : public QObject {\n Q_OBJECT\n Q_DISABLE_COPY_MOVE(A)\n};", false);
    plant("copyable object", "tests/base/tst_a.cpp", "class tst_A : public QObject {\n Q_OBJECT\n};", false);
    plant("naked delete", core, "delete m_thing;", true);
    plant("naked delete", core, "delete[] bytes;", true);
    plant("naked delete", core, "A(const A &) = delete; thing->deleteLater();", false);
    plant("arrows", "core/model/x.h", "#include \"core/store/database.h\"", true);
    plant("arrows", "core/model/x.h", "#include \"core/base/result.h\"", false);
    plant("arrows", "core/store/x.h", "#include \"core/net/client.h\"", true);
    plant("arrows", "core/source/webpreview/x.h", "#include \"core/source/channelsource.h\"", false);
    plant("arrows", "core/source/webpreview/x.h", "#include \"core/store/database.h\"", true);
    plant("arrows", "core/collect/x.cpp",
        "#include \"core/store/database.h\"\n#include \"core/source/channelsource.h\"", false);
    plant("arrows", "core/collect/x.cpp", "#include \"core/engine/engine.h\"", true);
    plant("arrows", "core/engine/x.cpp", "#include \"core/api/server.h\"", true);
    plant("arrows", "core/engine/x.cpp", "#include \"core/collect/collector.h\"", false);
    plant("arrows", "core/base/x.cpp", "#include \"ui/shell/mainwindow.h\"", true);
    plant("arrows", "core/base/x.cpp", "#include \"app/main.h\"", true);
    plant("arrows", "core/base/x.cpp", "#include \"result.h\"", true);
    plant("arrows", "core/base/x.cpp", "// #include \"result.h\"", false);
    plant("arrows", "core/base/x.cpp", "#include \"x.moc\"", false);
    plant("arrows", ui, "#include \"core/engine/engine.h\"", true);
    plant("arrows", ui, "#include \"core/engine/enginefacade.h\"\n#include \"core/model/post.h\"", false);
    plant("arrows", ui, "#include \"app/options.h\"", true);
    plant("arrows", app, "#include \"ui/shell/mainwindow.h\"\n#include \"core/engine/engine.h\"", false);
    plant("arrows", app, "#include \"tests/support/fakeclock.h\"", true);
    plant("window in core", core, "#include <QWidget>", true);
    plant("window in core", core, "#include <QtWidgets/QMenu>", true);
    plant("window in core", core, "#include <QCoreApplication>", false);
    plant("database or network in ui", ui, "#include <QSqlQuery>", true);
    plant("database or network in ui", ui, "#include <QNetworkReply>", true);
    plant("database or network in ui", ui, "#include <QtSql/QSqlQuery>", true);
    plant("database or network in ui", ui, "#include <QLocale>", false);
    plant("translation in core", core, "return QObject::tr(\"text\");", true);
    plant("translation in core", core, "QCoreApplication::translate(\"Log\", text);", true);
    plant("translation in core", core, "str(x); attr(y); QT_TRANSLATE_NOOP(\"Log\", \"a\")", false);
    plant("translation in core", ui, "setText(tr(\"text\"));", false);
    plant("plain log", core, "qDebug() << 1;", true);
    plant("plain log", core, "qWarning(\"a\");", true);
    plant("plain output", ui, "std::cerr << 1;", true);
    plant("plain output", ui, "printf(\"a\");", true);
    plant("plain log", core, "qCWarning(lcNet) << 1;", false);
    plant("plain output", core, "snprintf(b, 2, \"\");", false);
    plant("plain output", app, "printf(\"a\");", false);
    plant("licence", core, "#pragma once\n", true);
    plant("licence", "packaging/x.sh",
        "#!/bin/sh\n# SPDX-FileCopyrightText: 2026 A\n# SPDX-License-Identifier: GPL-3.0-or-later\n", false);
    plant("header guard", "core/net/x.h", "int a;", true);
    plant("header guard", "core/net/x.h", "#pragma once\nint a;", false);
    plant("open ends", core,
        "// TO"
        "DO: later",
        true);
    static const QByteArray longText(501, '\n');
    static const QByteArray fittingText(500, '\n');
    plant("length", core, longText.constData(), true);
    plant("length", core, fittingText.constData(), false);
}

void tst_HouseRules::plantedViolationIsFound()
{
    QFETCH(QString, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(bool, found);
    const Rule &checked = ruleNamed(rule);
    QCOMPARE(QString::fromLatin1(checked.name), rule);
    QCOMPARE(!checked.look({sourceFile(path, text)}).isEmpty(), found);
}

void tst_HouseRules::everyRuleHasAPlantedViolation()
{
    for (const Rule &rule : houseRules()) {
        QVERIFY2(m_planted.contains(QString::fromLatin1(rule.name)), rule.name);
    }
}

void tst_HouseRules::literalsAndCommentsAreNoCode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("line comment") << QStringLiteral("a; // b\nc;") << QStringLiteral("a;     \nc;");
    QTest::newRow("block comment") << QStringLiteral("a; /* b\n */c;") << QStringLiteral("a;     \n   c;");
    QTest::newRow("string") << QStringLiteral("f(\"b\\\"c\");") << QStringLiteral("f(\"    \");");
    QTest::newRow("comment in a string") << QStringLiteral("f(\"//\"); g();") << QStringLiteral("f(\"  \"); g();");
    QTest::newRow("quote in a comment") << QStringLiteral("// don't\ng();") << QStringLiteral("        \ng();");
    QTest::newRow("character") << QStringLiteral("f('\\'', '\"'); g();") << QStringLiteral("f('  ', ' '); g();");
    QTest::newRow("digit separators") << QStringLiteral("a = 16'000 + 0x1'f; g();")
                                      << QStringLiteral("a = 16'000 + 0x1'f; g();");
    QTest::newRow("raw string") << QStringLiteral("f(R\"x(\")\n)x\"); g();")
                                << QStringLiteral("f(R\"    \n  \"); g();");
}

void tst_HouseRules::literalsAndCommentsAreNoCode()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QCOMPARE(sourceFile(QStringLiteral("x.cpp"), text).code, code);
}

} // namespace vestnik::rules

QTEST_GUILESS_MAIN(vestnik::rules::tst_HouseRules)
#include "tst_houserules.moc"
