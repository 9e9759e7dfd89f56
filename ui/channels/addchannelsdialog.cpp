// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/addchannelsdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include "core/model/channelnames.h"
#include "ui/channels/addpreviewmodel.h"
#include "ui/channels/channelfiles.h"
#include "ui/posts/textdragguard.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

namespace vestnik {

PasteField::PasteField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    new TextDragGuard(this);
}

bool PasteField::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || !AddChannelsDialog::filesOf(source).isEmpty();
}

void PasteField::insertFromMimeData(const QMimeData *source)
{
    const QStringList files = AddChannelsDialog::filesOf(source);
    if (!files.isEmpty()) {
        Q_EMIT filesGiven(files);
        return;
    }
    const QString text = source->text();
    if (text.size() > maxChannelFile) {
        Q_EMIT tooMuchGiven();
        return;
    }
    textCursor().insertText(namesOfTable(text));
    ensureCursorVisible();
}

AddChannelsDialog::AddChannelsDialog(
    EngineFacade &engine, const QStringList &known, const QStringList &folders, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_model(new AddPreviewModel(this))
    , m_field(new PasteField(this))
    , m_preview(new QTableView(this))
    , m_summary(new QLabel(this))
    , m_complaint(new QLabel(this))
    , m_folder(new QComboBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    setObjectName(QStringLiteral("addChannelsDialog"));
    setWindowTitle(tr("Add channels"));
    resize(720, 600);

    auto *caption = new QLabel(tr("&Paste names or links of channels, in any form:"), this);
    caption->setBuddy(m_field);
    m_field->setObjectName(QStringLiteral("addText"));
    m_field->setAccessibleName(tr("Names or links of channels"));
    m_field->setPlaceholderText(
        QStringLiteral("@durov\nhttps://t.me/s/telegram\nt.me/name, name\n") + tr("… or drop a text file here"));
    m_field->setTabChangesFocus(true);
    m_field->setUndoRedoEnabled(true);

    m_preview->setObjectName(QStringLiteral("addPreview"));
    m_preview->setAccessibleName(tr("What was understood"));
    m_preview->setModel(m_model);
    m_preview->setShowGrid(false);
    m_preview->setAlternatingRowColors(false);
    m_preview->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setTabKeyNavigation(false);
    m_preview->setWordWrap(false);
    m_preview->verticalHeader()->hide();
    m_preview->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_preview->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    m_preview->setIconSize(QSize(16, 16));
    m_preview->horizontalHeader()->setHighlightSections(false);
    m_preview->setColumnWidth(AddPreviewModel::Name, 180);
    m_preview->setColumnWidth(AddPreviewModel::Verdict, 280);
    m_preview->horizontalHeader()->setStretchLastSection(true);

    m_summary->setObjectName(QStringLiteral("addSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_complaint->setObjectName(QStringLiteral("addComplaint"));
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setWordWrap(true);
    QPalette red = m_complaint->palette();
    red.setColor(QPalette::WindowText, Theme::color(Theme::Role::Bad));
    m_complaint->setPalette(red);
    m_complaint->hide();

    m_folder->setObjectName(QStringLiteral("addFolder"));
    m_folder->setEditable(true);
    m_folder->setInsertPolicy(QComboBox::NoInsert);
    m_folder->addItem(QString());
    m_folder->addItems(folders);
    m_folder->setEditText(folder);
    m_folder->lineEdit()->setPlaceholderText(tr("No folder"));
    m_folder->setMinimumWidth(200);
    m_folder->setAccessibleName(tr("Folder"));
    auto *folderCaption = new QLabel(tr("Put them into &folder:"), this);
    folderCaption->setBuddy(m_folder);
    auto *file = new QPushButton(Theme::icon(QStringLiteral("open")), tr("&Open file…"), this);
    file->setObjectName(QStringLiteral("addOpenFile"));
    file->setAutoDefault(false);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_add->setObjectName(QStringLiteral("addAccept"));
    m_add->setDefault(true);

    auto *options = new QHBoxLayout;
    options->setSpacing(Theme::gap);
    options->addWidget(folderCaption);
    options->addWidget(m_folder);
    options->addStretch();
    options->addWidget(file);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    layout->setSpacing(Theme::gap);
    layout->addWidget(caption);
    layout->addWidget(m_field, 2);
    layout->addWidget(m_summary);
    layout->addWidget(m_preview, 3);
    layout->addLayout(options);
    layout->addWidget(m_complaint);
    layout->addWidget(buttons);

    m_pause.setSingleShot(true);
    m_pause.setInterval(120);
    connect(&m_pause, &QTimer::timeout, this, &AddChannelsDialog::understand);
    connect(m_field, &QPlainTextEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_field, &PasteField::filesGiven, this, &AddChannelsDialog::addFiles);
    connect(m_field, &PasteField::tooMuchGiven, this,
        [this] { complain(tr("That is more than 1 MiB of text. Paste it in parts.")); });
    connect(file, &QPushButton::clicked, this, &AddChannelsDialog::openFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddChannelsDialog::submit);
    setKnown(known);
    m_field->setFocus();
}

void AddChannelsDialog::setKnown(const QStringList &usernames)
{
    m_model->setKnown(usernames);
    updateSummary();
}

void AddChannelsDialog::addText(const QString &text)
{
    if (m_field->document()->characterCount() + text.size() > maxChannelFile) {
        complain(tr("That is more than 1 MiB of text. Paste it in parts."));
        return;
    }
    const bool empty = m_field->document()->isEmpty();
    m_field->moveCursor(QTextCursor::End);
    m_field->insertPlainText(empty ? text : QString(QLatin1Char('\n') + text));
    m_pause.stop();
    understand();
}

void AddChannelsDialog::addFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        const Result<QString> text = readChannelFile(path);
        if (text) {
            addText(*text);
        } else {
            complain(texts::error(text.error()));
        }
    }
}

QStringList AddChannelsDialog::filesOf(const QMimeData *data)
{
    QStringList paths;
    if (data->hasUrls()) {
        for (const QUrl &url : data->urls()) {
            if (url.isLocalFile()) {
                paths.append(url.toLocalFile());
            }
        }
    }
    return paths;
}

void AddChannelsDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasText() || !filesOf(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void AddChannelsDialog::dropEvent(QDropEvent *event)
{
    const QStringList files = filesOf(event->mimeData());
    if (files.isEmpty()) {
        addText(event->mimeData()->text());
    } else {
        addFiles(files);
    }
    event->acceptProposedAction();
}

void AddChannelsDialog::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a list of channels"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Lists (*.txt *.csv *.md *.html *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &AddChannelsDialog::addFiles);
    dialog->open();
}

void AddChannelsDialog::understand()
{
    m_complaint->hide();
    m_model->setFindings(findChannelNames(m_field->toPlainText()));
    updateSummary();
}

void AddChannelsDialog::updateSummary()
{
    const AddPreviewModel::Counts &counts = m_model->counts();
    QStringList parts;
    if (counts.fresh > 0) {
        parts.append(tr("%n new", "pasted names", counts.fresh));
    }
    if (counts.known > 0) {
        parts.append(tr("%n already in the list", "pasted names", counts.known));
    }
    if (counts.duplicate > 0) {
        parts.append(tr("%n twice", "pasted names", counts.duplicate));
    }
    if (counts.invitation > 0) {
        parts.append(tr("%n private", "pasted names", counts.invitation));
    }
    if (counts.invalid > 0) {
        parts.append(tr("%n not a channel name", "pasted names", counts.invalid));
    }
    const QString nothing =
        m_field->document()->isEmpty() ? tr("Nothing pasted yet.") : tr("No channel names in this text.");
    m_summary->setText(parts.isEmpty() ? nothing : parts.join(QStringLiteral(" · ")));
    m_add->setText(counts.fresh > 0 ? tr("Add %n channels", nullptr, counts.fresh) : tr("Add"));
    m_add->setEnabled(counts.fresh > 0 && !m_sending);
}

void AddChannelsDialog::complain(const QString &text)
{
    m_complaint->setText(text);
    m_complaint->show();
}

void AddChannelsDialog::submit()
{
    if (m_pause.isActive()) {
        m_pause.stop();
        understand();
    }
    const QString folder = m_folder->currentText().trimmed();
    QList<ChannelDraft> drafts;
    const QStringList names = m_model->newNames();
    for (const QString &name : names) {
        drafts.append(ChannelDraft{name, folder});
    }
    if (drafts.isEmpty() || m_sending) {
        return;
    }
    m_sending = true;
    updateSummary();
    m_engine.addChannels(drafts, this, [this](const Result<AddedChannels> &result) { onAnswer(result); });
}

void AddChannelsDialog::onAnswer(const Result<AddedChannels> &result)
{
    m_sending = false;
    if (!result) {
        complain(texts::error(result.error()) + QLatin1Char(' ') + texts::advice(result.error()));
        updateSummary();
        return;
    }
    Q_EMIT added(*result);
    accept();
}

} // namespace vestnik
