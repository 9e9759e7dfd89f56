// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/channelcommands.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

#include "core/model/channelnames.h"
#include "ui/channels/addchannelsdialog.h"
#include "ui/channels/channelfiles.h"
#include "ui/channels/channelmodel.h"
#include "ui/channels/historydialog.h"
#include "ui/channels/promptdialog.h"
#include "ui/widgets/texts.h"

namespace vestnik {

QList<ChannelId> idsOf(const QList<ChannelRow> &rows)
{
    QList<ChannelId> ids;
    ids.reserve(rows.size());
    for (const ChannelRow &row : rows) {
        ids.append(row.id);
    }
    return ids;
}

ChannelCommands::ChannelCommands(EngineFacade &engine, const ChannelModel &model, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_model(model)
    , m_window(window)
{
}

QStringList ChannelCommands::knownNames() const
{
    QStringList names;
    for (const ChannelRow &row : m_model.rows()) {
        names.append(row.username);
    }
    return names;
}

void ChannelCommands::updateKnown()
{
    if (m_addDialog) {
        m_addDialog->setKnown(knownNames());
    }
}

void ChannelCommands::askForChannels(const QString &text, const QStringList &files, const QString &folder)
{
    if (!m_addDialog) {
        m_addDialog = new AddChannelsDialog(m_engine, knownNames(), m_model.folders(), folder, m_window);
        connect(m_addDialog, &AddChannelsDialog::added, this, &ChannelCommands::onAdded);
        m_addDialog->open();
    }
    m_addDialog->raise();
    m_addDialog->activateWindow();
    if (!text.isEmpty()) {
        m_addDialog->addText(text);
    }
    m_addDialog->addFiles(files);
}

void ChannelCommands::onAdded(const AddedChannels &result)
{
    Q_EMIT added(result.added);
    const int count = int(result.added.size());
    const QList<ChannelId> ids = idsOf(result.added);
    InfoMessage message;
    message.kind = InfoMessage::Kind::Good;
    message.text = tr("%n channels added.", nullptr, count);
    if (count > 0) {
        message.actionText = tr("Parse now");
        const QPointer<ChannelCommands> self(this);
        message.action = [self, ids] {
            if (self) {
                self->parse(ids);
            }
        };
    }
    Q_EMIT messageRequested(message);
}

void ChannelCommands::start(const ParseRequest &request)
{
    m_engine.parse(request, this, [this](const Result<RunId> &result) {
        if (!result) {
            sayFailure(result.error());
        }
    });
}

void ChannelCommands::parse(const QList<ChannelId> &ids)
{
    if (!ids.isEmpty()) { // an empty list would mean all of them
        ParseRequest request;
        request.channels = ids;
        start(request);
    }
}

void ChannelCommands::parseAll()
{
    start(ParseRequest());
}

void ChannelCommands::retryFailing()
{
    QList<ChannelId> ids;
    for (const ChannelRow &row : m_model.rows()) {
        if (row.active && row.health == ChannelHealth::Failing) {
            ids.append(row.id);
        }
    }
    parse(ids);
}

void ChannelCommands::askForHistory(const QList<ChannelRow> &rows)
{
    if (rows.isEmpty()) {
        return;
    }
    auto *dialog = new HistoryDialog(rows, m_engine.settings().real(SettingId::PreviewPace), m_window);
    connect(dialog, &HistoryDialog::chosen, this, [this, ids = idsOf(rows)](const HistoryGoal &goal) {
        ParseRequest request;
        request.channels = ids;
        request.history = goal;
        start(request);
    });
    dialog->open();
}

void ChannelCommands::edit(
    const QList<ChannelId> &ids, const ChannelPatch &patch, const QString &success, const std::function<void()> &undo)
{
    m_engine.editChannels(ids, patch, this, [this, success, undo](const Result<void> &result) {
        if (!result) {
            sayFailure(result.error());
        } else if (!success.isEmpty()) {
            sayUndo(success, undo);
        }
    });
}

void ChannelCommands::setActive(const QList<ChannelRow> &rows, bool active)
{
    QList<ChannelId> ids;
    for (const ChannelRow &row : rows) {
        if (row.active != active) {
            ids.append(row.id);
        }
    }
    if (ids.isEmpty()) {
        return;
    }
    ChannelPatch patch;
    patch.active = active;
    const int count = int(ids.size());
    // One switch shows what it did by itself; many deserve a way back.
    const QString success = count == 1 ? QString()
        : active                       ? tr("%n channels activated.", nullptr, count)
                                       : tr("%n channels paused.", nullptr, count);
    edit(ids, patch, success, [this, ids, active] {
        ChannelPatch back;
        back.active = !active;
        edit(ids, back, {}, {});
    });
}

void ChannelCommands::askForFolder(const QList<ChannelRow> &rows)
{
    if (rows.isEmpty()) {
        return;
    }
    auto *dialog = new PromptDialog(tr("Move to folder"),
        tr("&Folder for %n channels (empty: none):", nullptr, int(rows.size())), tr("Move"), m_window);
    dialog->setObjectName(QStringLiteral("moveDialog"));
    dialog->setChoices(m_model.folders());
    dialog->setText(rows.first().folder);
    connect(dialog, &PromptDialog::entered, this, [this, rows](const QString &folder) { moveTo(rows, folder); });
    dialog->open();
}

void ChannelCommands::moveTo(const QList<ChannelRow> &rows, const QString &folder)
{
    QHash<QString, QList<ChannelId>> before;
    QList<ChannelId> ids;
    for (const ChannelRow &row : rows) {
        if (row.folder != folder) {
            before[row.folder].append(row.id);
            ids.append(row.id);
        }
    }
    if (ids.isEmpty()) {
        return;
    }
    ChannelPatch patch;
    patch.folder = folder;
    const int count = int(ids.size());
    const QString success = folder.isEmpty() ? tr("%n channels taken out of their folder.", nullptr, count)
                                             : tr("%n channels moved to “%1”.", nullptr, count).arg(folder);
    edit(ids, patch, success, [this, before] {
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            ChannelPatch back;
            back.folder = it.key();
            edit(it.value(), back, {}, {});
        }
    });
}

void ChannelCommands::askForName(const ChannelRow &row)
{
    auto *dialog = new PromptDialog(tr("Rename channel"),
        tr("The channel's &new name on Telegram, after its owner changed it:"), tr("Rename"), m_window);
    dialog->setObjectName(QStringLiteral("renameDialog"));
    dialog->setText(row.username);
    const auto nameIn = [](const QString &text) {
        const QList<NameFinding> found = findChannelNames(text);
        return found.size() == 1 ? found.first().username : QString();
    };
    dialog->setCheck([nameIn, own = row.username, taken = knownNames()](const QString &text) {
        const QString name = nameIn(text);
        if (name.isEmpty()) {
            return tr("This is not a channel name: 3 to 32 Latin letters, digits and “_”.");
        }
        const bool used = name.compare(own, Qt::CaseInsensitive) != 0 && taken.contains(name, Qt::CaseInsensitive);
        return used ? tr("This channel is in the list already.") : QString();
    });
    connect(
        dialog, &PromptDialog::entered, this, [this, nameIn, id = row.id, before = row.username](const QString &text) {
            const QString name = nameIn(text);
            if (name == before || name.isEmpty()) {
                return;
            }
            ChannelPatch patch;
            patch.username = name;
            edit({id}, patch, tr("@%1 is now @%2.").arg(before, name), [this, id, before] {
                ChannelPatch back;
                back.username = before;
                edit({id}, back, {}, {});
            });
        });
    dialog->open();
}

void ChannelCommands::openInBrowser(const QList<ChannelRow> &rows)
{
    for (const ChannelRow &row : rows) {
        QDesktopServices::openUrl(QUrl(QLatin1String("https://t.me/") + row.username));
    }
}

void ChannelCommands::copy(const QList<ChannelRow> &rows)
{
    if (!rows.isEmpty()) {
        QGuiApplication::clipboard()->setText(channelsAsTable(rows));
        say(InfoMessage::Kind::Info, tr("%n channels copied.", nullptr, int(rows.size())));
    }
}

void ChannelCommands::askWhereToExport(const QList<ChannelRow> &rows)
{
    auto *dialog = new QFileDialog(m_window, tr("Export %n channels", nullptr, int(rows.size())));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString names = tr("Names, one a line (*.txt)");
    dialog->setNameFilters({names, tr("Table (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(QStringLiteral("channels"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, names](const QString &filter) {
        dialog->setDefaultSuffix(filter == names ? QStringLiteral("txt") : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, rows](const QString &path) { exportTo(rows, path); });
    dialog->open();
}

void ChannelCommands::exportTo(const QList<ChannelRow> &rows, const QString &path)
{
    const bool table = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    const Result<void> written = writeChannelFile(path, table ? channelsAsCsv(rows) : channelsAsText(rows));
    if (!written) {
        sayFailure(written.error());
        return;
    }
    say(InfoMessage::Kind::Good,
        tr("%n channels written to %1.", nullptr, int(rows.size())).arg(QFileInfo(path).fileName()));
}

void ChannelCommands::askWhatToImport(const QString &folder)
{
    auto *dialog = new QFileDialog(m_window, tr("Import channels"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Lists (*.txt *.csv *.md *.html *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this,
        [this, folder](const QStringList &paths) { askForChannels({}, paths, folder); });
    dialog->open();
}

void ChannelCommands::remove(const QList<ChannelRow> &rows)
{
    if (rows.isEmpty()) {
        return;
    }
    const QList<ChannelId> ids = idsOf(rows);
    m_engine.removeChannels(ids, this, [this, ids](const Result<void> &result) {
        if (!result) {
            sayFailure(result.error());
            return;
        }
        sayUndo(tr("%n channels removed.", nullptr, int(ids.size())), [this, ids] { restore(ids); });
    });
}

void ChannelCommands::restore(const QList<ChannelId> &ids)
{
    m_engine.restoreChannels(ids, this, [this](const Result<void> &result) {
        if (!result) {
            sayFailure(result.error());
        }
    });
}

void ChannelCommands::say(InfoMessage::Kind kind, const QString &text)
{
    InfoMessage message;
    message.kind = kind;
    message.text = text;
    Q_EMIT messageRequested(message);
}

void ChannelCommands::sayUndo(const QString &text, const std::function<void()> &undo)
{
    InfoMessage message;
    message.text = text;
    message.actionText = tr("Undo");
    message.isUndo = true;
    // The message may stand in the window longer than the page lives.
    const QPointer<ChannelCommands> self(this);
    message.action = [self, undo] {
        if (self) {
            undo();
        }
    };
    Q_EMIT messageRequested(message);
}

void ChannelCommands::sayFailure(const Error &error)
{
    InfoMessage message;
    message.kind = InfoMessage::Kind::Bad;
    message.text = texts::error(error);
    message.details = error.detail;
    Q_EMIT messageRequested(message);
}

} // namespace vestnik
