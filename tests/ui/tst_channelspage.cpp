// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/channels/addchannelsdialog.h"
#include "ui/channels/channelmodel.h"
#include "ui/channels/channelspage.h"

#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace vestnik;

namespace {

/// The page over sample data, shown, with its rows loaded; and what it said.
struct Fixture {
    explicit Fixture(FakeEngine::Content content = FakeEngine::Content::Sample)
        : engine(content)
        , settings(dir.filePath(u"window.ini"_qs), QSettings::IniFormat)
        , page(std::make_unique<ChannelsPage>(engine, settings))
        , messages(page.get(), &Page::messageRequested)
    {
        page->resize(1100, 700);
        page->show();
    }

    [[nodiscard]] bool load()
    {
        return QTest::qWaitFor([this] { return rows() == engine.data().channels.size(); });
    }
    template<typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        return page->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QAction *action(const char *name) const { return child<QAction>(name); }
    [[nodiscard]] QTableView *table() const { return child<QTableView>("channelsTable"); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    [[nodiscard]] InfoMessage lastMessage() const
    {
        return messages.isEmpty() ? InfoMessage() : messages.last().at(0).value<InfoMessage>();
    }

    QTemporaryDir dir;
    FakeEngine engine;
    QSettings settings;
    std::unique_ptr<ChannelsPage> page;
    QSignalSpy messages;
};

} // namespace

class TestChannelsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyListOffersToAdd();
    void addsWhatWasPasted();
    void refusedAddKeepsTheDialog();
    void removesWithUndo();
    void selectionSurvivesLiveChanges();
    void actionsFollowTheSelection();
    void disabledActionsSayWhy();
    void readOnlyStoreAllowsNoChange();
    void parsesOnlyWhatIsSelected();
    void movesToAFolderWithUndo();
    void renames();
    void showsPostsOfAChannel();
    void failingChannelsAreCountedAndShown();
    void copiesATable();
    void searchAndEmptyResult();
    void menuIsTheSameEverywhere();
    void columnsAreKept();
    void droppedTextOpensTheDialog();
    void readFailureOffersToTryAgain();
    void everyControlHasAName();
};

void TestChannelsPage::emptyListOffersToAdd()
{
    Fixture f(FakeEngine::Content::Empty);
    QPushButton *button = nullptr;
    QTRY_VERIFY([&] {
        for (auto *candidate : f.page->findChildren<QPushButton *>(u"emptyStateButton"_qs)) {
            button = candidate->isVisible() ? candidate : button;
        }
        return button != nullptr;
    }());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(f.page->findChild<AddChannelsDialog *>() != nullptr);
}

void TestChannelsPage::addsWhatWasPasted()
{
    Fixture f;
    QVERIFY(f.load());
    const QString known = f.engine.data().channels.first().username;
    f.page->openWith(u"add"_qs);
    const QPointer<AddChannelsDialog> dialog = f.page->findChild<AddChannelsDialog *>();
    QVERIFY(dialog);
    auto *add = dialog->findChild<QPushButton *>(u"addAccept"_qs);
    QVERIFY(!add->isEnabled());
    dialog->findChild<QPlainTextEdit *>(u"addText"_qs)
        ->setPlainText(u"@brand_new_one, t.me/s/brand_new_two/7\n@"_qs + known + u" t.me/+secretXYZ @brand_new_one"_qs);
    QTRY_VERIFY(add->isEnabled());
    QVERIFY2(add->text().contains(QLatin1Char('2')), qPrintable(add->text()));
    QCOMPARE(dialog->findChild<QTableView *>(u"addPreview"_qs)->model()->rowCount(), 5);
    dialog->findChild<QComboBox *>(u"addFolder"_qs)->setEditText(u"Свежее"_qs);
    QTest::mouseClick(add, Qt::LeftButton);
    QTRY_VERIFY(!dialog);
    QTRY_COMPARE(f.page->selectedRows().size(), 2);
    QCOMPARE(f.page->selectedRows().first().folder, u"Свежее"_qs);
    QCOMPARE(f.lastMessage().kind, InfoMessage::Kind::Good);
    f.engine.clearCalls();
    f.lastMessage().action(); // "Parse now"
    QVERIFY(f.engine.calls().contains(u"parse"_qs));
    QCOMPARE(f.engine.lastParse().channels.size(), 2);
}

void TestChannelsPage::refusedAddKeepsTheDialog()
{
    Fixture f;
    QVERIFY(f.load());
    f.page->openWith(QVariantMap{{u"add"_qs, u"@brand_new_one"_qs}});
    auto *dialog = f.page->findChild<AddChannelsDialog *>();
    QVERIFY(dialog);
    f.engine.failNext(Error{ErrorCode::DatabaseReadOnly, u"vestnik.db"_qs, {}});
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"addAccept"_qs), Qt::LeftButton);
    auto *complaint = dialog->findChild<QLabel *>(u"addComplaint"_qs);
    QTRY_VERIFY(complaint->isVisible());
    QVERIFY(complaint->text().contains(u"vestnik.db"_qs));
    QVERIFY(dialog->findChild<QPushButton *>(u"addAccept"_qs)->isEnabled());
}

void TestChannelsPage::removesWithUndo()
{
    Fixture f;
    QVERIFY(f.load());
    const int before = f.rows();
    const QList<ChannelId> gone{f.engine.data().channels.at(0).id, f.engine.data().channels.at(5).id};
    f.page->selectChannels(gone);
    QTRY_VERIFY(f.action("channelsRemove")->isEnabled());
    f.action("channelsRemove")->trigger();
    QTRY_COMPARE(f.rows(), before - 2);
    QTRY_VERIFY(f.lastMessage().isUndo);
    f.lastMessage().action();
    QTRY_COMPARE(f.rows(), before);
}

void TestChannelsPage::selectionSurvivesLiveChanges()
{
    Fixture f;
    QVERIFY(f.load());
    f.table()->sortByColumn(ChannelModel::LastPost, Qt::DescendingOrder);
    const ChannelId chosen = f.engine.data().channels.at(7).id;
    f.page->selectChannels({chosen});
    QStringList order;
    const auto read = [&] {
        QStringList names;
        for (int row = 0; row < f.rows(); ++row) {
            names.append(f.table()->model()->index(row, 0).data(ChannelModel::NameRole).toString());
        }
        return names;
    };
    order = read();
    f.engine.storePosts(20);
    QCOMPARE(read(), order); // nothing jumps
    QCOMPARE(f.page->selectedRows().size(), 1);
    QCOMPARE(f.page->selectedRows().first().id, chosen);
    f.engine.removeChannels({f.engine.data().channels.at(3).id}, f.page.get(), {});
    QTRY_COMPARE(f.rows(), order.size() - 1);
    QCOMPARE(f.page->selectedRows().first().id, chosen);
}

void TestChannelsPage::actionsFollowTheSelection()
{
    Fixture f;
    QVERIFY(f.load());
    QTRY_VERIFY(f.action("channelsSelectAll")->isEnabled());
    QVERIFY(!f.action("channelsParse")->isEnabled());
    QVERIFY(!f.action("channelsRename")->isEnabled());
    f.page->selectChannels({f.engine.data().channels.first().id});
    QTRY_VERIFY(f.action("channelsParse")->isEnabled());
    QVERIFY(f.action("channelsRename")->isEnabled());
    f.action("channelsSelectAll")->trigger();
    QTRY_VERIFY(!f.action("channelsRename")->isEnabled());
    QCOMPARE(f.page->selectedRows().size(), f.rows());
}

void TestChannelsPage::disabledActionsSayWhy()
{
    Fixture f;
    QVERIFY(f.load());
    for (QAction *action : f.page->menuActions()) {
        if (action != nullptr && !action->isEnabled()) {
            QVERIFY2(action->toolTip().contains(QLatin1Char('\n')), qPrintable(action->objectName()));
        }
    }
}

void TestChannelsPage::readOnlyStoreAllowsNoChange()
{
    Fixture f;
    QVERIFY(f.load());
    f.page->selectChannels({f.engine.data().channels.first().id});
    QTRY_VERIFY(f.action("channelsRemove")->isEnabled());
    EngineStatus status = f.engine.status();
    status.storeWritable = false;
    f.engine.setStatus(status);
    for (const char *name : {"channelsAdd", "channelsRemove", "channelsParse", "channelsMove"}) {
        QVERIFY2(!f.action(name)->isEnabled(), name);
    }
    QVERIFY(f.action("channelsCopy")->isEnabled());
}

void TestChannelsPage::parsesOnlyWhatIsSelected()
{
    Fixture f;
    QVERIFY(f.load());
    const ChannelId chosen = f.engine.data().channels.at(2).id;
    f.page->selectChannels({chosen});
    QTRY_VERIFY(f.action("channelsParse")->isEnabled());
    f.action("channelsParse")->trigger();
    QCOMPARE(f.engine.lastParse().channels, QList<ChannelId>{chosen});
    QCOMPARE(f.engine.lastParse().history.kind, HistoryGoal::Kind::Recent);
    f.action("channelsHistory")->trigger();
    auto *dialog = f.page->findChild<QDialog *>(u"historyDialog"_qs);
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"historyStart"_qs), Qt::LeftButton);
    QCOMPARE(f.engine.lastParse().history.kind, HistoryGoal::Kind::All);
    QCOMPARE(f.engine.lastParse().channels, QList<ChannelId>{chosen});
}

void TestChannelsPage::movesToAFolderWithUndo()
{
    Fixture f;
    QVERIFY(f.load());
    const ChannelRow before = f.engine.data().channels.at(1);
    f.page->selectChannels({before.id});
    QTRY_VERIFY(f.action("channelsMove")->isEnabled());
    f.action("channelsMove")->trigger();
    auto *dialog = f.page->findChild<QDialog *>(u"moveDialog"_qs);
    QVERIFY(dialog);
    dialog->findChild<QComboBox *>(u"promptField"_qs)->setEditText(u"  Новая папка "_qs);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"promptAccept"_qs), Qt::LeftButton);
    QTRY_COMPARE(f.page->selectedRows().first().folder, u"Новая папка"_qs);
    QTRY_VERIFY(f.lastMessage().isUndo);
    f.lastMessage().action();
    QTRY_COMPARE(f.page->selectedRows().first().folder, before.folder);
}

void TestChannelsPage::renames()
{
    Fixture f;
    QVERIFY(f.load());
    const QString taken = f.engine.data().channels.at(2).username;
    f.page->selectChannels({f.engine.data().channels.at(1).id});
    QTRY_VERIFY(f.action("channelsRename")->isEnabled());
    f.action("channelsRename")->trigger();
    auto *dialog = f.page->findChild<QDialog *>(u"renameDialog"_qs);
    QVERIFY(dialog);
    auto *field = dialog->findChild<QComboBox *>(u"promptField"_qs);
    auto *accept = dialog->findChild<QPushButton *>(u"promptAccept"_qs);
    field->setEditText(u"a b"_qs);
    QVERIFY(!accept->isEnabled());
    field->setEditText(taken.toUpper());
    QVERIFY(!accept->isEnabled());
    field->setEditText(u"https://t.me/renamed_channel"_qs);
    QVERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_COMPARE(f.page->selectedRows().first().username, u"renamed_channel"_qs);
}

void TestChannelsPage::showsPostsOfAChannel()
{
    Fixture f;
    QVERIFY(f.load());
    QSignalSpy requested(f.page.get(), &Page::pageRequested);
    const ChannelId chosen = f.engine.data().channels.at(4).id;
    f.page->openWith(QVariantMap{{u"channel"_qs, chosen}});
    QTRY_VERIFY(f.action("channelsShowPosts")->isEnabled());
    QTest::keyClick(f.table(), Qt::Key_Return);
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(0).toString(), u"posts"_qs);
    QCOMPARE(requested.at(0).at(1).toMap().value(u"channel"_qs).toLongLong(), chosen);
}

void TestChannelsPage::failingChannelsAreCountedAndShown()
{
    Fixture f;
    QSignalSpy counter(f.page.get(), &Page::counterChanged);
    QVERIFY(f.load());
    const auto &channels = f.engine.data().channels;
    const auto failing = std::count_if(
        channels.cbegin(), channels.cend(), [](const ChannelRow &row) { return row.health == ChannelHealth::Failing; });
    QVERIFY(failing > 0);
    QTRY_VERIFY(!counter.isEmpty() && counter.last().at(1).toBool());
    f.page->openWith(u"failing"_qs);
    QTRY_COMPARE(f.rows(), int(failing));
    f.table()->selectRow(0);
    auto *reason = f.child<QLabel>("detailsFailure");
    QTRY_VERIFY(reason->isVisible());
    QVERIFY(!reason->text().isEmpty());
    f.engine.clearCalls();
    QTest::mouseClick(f.child<QPushButton>("detailsRetry"), Qt::LeftButton);
    QCOMPARE(f.engine.calls(), QStringList{u"parse"_qs});
}

void TestChannelsPage::copiesATable()
{
    Fixture f;
    QVERIFY(f.load());
    f.page->selectChannels({f.engine.data().channels.at(0).id, f.engine.data().channels.at(1).id});
    QTRY_VERIFY(f.action("channelsCopy")->isEnabled());
    f.action("channelsCopy")->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first().count(QLatin1Char('\t')), 7);
}

void TestChannelsPage::searchAndEmptyResult()
{
    Fixture f;
    QVERIFY(f.load());
    auto *search = qobject_cast<QLineEdit *>(f.page->headerWidget());
    QVERIFY(search);
    search->setText(u"@"_qs + f.engine.data().channels.at(3).username.toUpper());
    QTRY_COMPARE(f.rows(), 1);
    search->setText(u"nothing like this exists"_qs);
    QTRY_COMPARE(f.rows(), 0);
    QTRY_VERIFY(!f.table()->isVisible());
    f.child<QAction>("channelsClearFilters")->trigger();
    QTRY_VERIFY(f.table()->isVisible());
    QVERIFY(search->text().isEmpty());
}

void TestChannelsPage::menuIsTheSameEverywhere()
{
    Fixture f;
    QVERIFY(f.load());
    Q_EMIT f.table()->customContextMenuRequested(QPoint(20, 20));
    auto *menu = f.page->findChild<QMenu *>();
    QVERIFY(menu);
    QList<QAction *> shown;
    for (QAction *action : menu->actions()) {
        if (!action->isSeparator()) {
            shown.append(action);
        }
    }
    QList<QAction *> expected = f.page->menuActions();
    expected.removeAll(nullptr);
    QCOMPARE(shown, expected);
    menu->close();
}

void TestChannelsPage::columnsAreKept()
{
    Fixture f;
    QVERIFY(f.load());
    f.table()->sortByColumn(ChannelModel::Posts, Qt::DescendingOrder);
    f.table()->setColumnHidden(ChannelModel::Folder, true);
    f.table()->setColumnWidth(ChannelModel::Title, 333);
    f.page.reset(); // saves what was changed
    f.settings.sync();
    ChannelsPage again(f.engine, f.settings);
    auto *table = again.findChild<QTableView *>(u"channelsTable"_qs);
    QVERIFY(table->isColumnHidden(ChannelModel::Folder));
    QCOMPARE(table->columnWidth(ChannelModel::Title), 333);
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), int(ChannelModel::Posts));
}

void TestChannelsPage::droppedTextOpensTheDialog()
{
    Fixture f;
    QVERIFY(f.load());
    const QString path = f.dir.filePath(u"list.txt"_qs);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("from_a_file_1\nfrom_a_file_2\n");
    file.close();
    const auto dropOnPage = [&f](const QMimeData &data) {
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f.page.get(), &enter);
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f.page.get(), &drop);
        return enter.isAccepted();
    };
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(dropOnPage(data));
    auto *dialog = f.page->findChild<AddChannelsDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QTableView *>(u"addPreview"_qs)->model()->rowCount(), 2);
    QMimeData text;
    text.setText(u"@from_text_1"_qs);
    QVERIFY(dropOnPage(text));
    QCOMPARE(dialog->findChild<QTableView *>(u"addPreview"_qs)->model()->rowCount(), 3);
}

void TestChannelsPage::readFailureOffersToTryAgain()
{
    FakeEngine engine;
    engine.failNext(Error{ErrorCode::DatabaseFailed, u"broken"_qs, {}});
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(u"window.ini"_qs), QSettings::IniFormat);
    ChannelsPage page(engine, settings);
    page.show();
    auto *table = page.findChild<QTableView *>(u"channelsTable"_qs);
    QTRY_VERIFY(!table->isVisible());
    page.findChild<QAction *>(u"channelsReload"_qs)->trigger();
    QTRY_VERIFY(table->isVisible());
    QTRY_COMPARE(table->model()->rowCount(), engine.data().channels.size());
}

void TestChannelsPage::everyControlHasAName()
{
    Fixture f;
    QVERIFY(f.load());
    f.page->selectChannels({f.engine.data().channels.first().id});
    f.page->openWith(u"add"_qs);
    for (const auto *widget : f.page->findChildren<QWidget *>()) {
        const bool inner = widget->parentWidget() != nullptr
            && (widget->parentWidget()->inherits("QComboBox") || widget->objectName().startsWith(u"qt_"_qs)
                || widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton"));
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || inner || widget->inherits("QScrollBar")) {
            continue;
        }
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty())
            || widget->inherits("QLabel") || widget->inherits("QDialog") || widget->inherits("QScrollArea");
        QVERIFY2(named, qPrintable(QLatin1String(widget->metaObject()->className()) + u" "_qs + widget->objectName()));
    }
    for (const QAction *action : f.page->menuActions()) {
        QVERIFY(action == nullptr || !action->objectName().isEmpty());
    }
}

QTEST_MAIN(TestChannelsPage)
#include "tst_channelspage.moc"
