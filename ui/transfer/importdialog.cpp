// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transfer/importdialog.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/serverfields.h"
#include "ui/widgets/tasktexts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>

#include <algorithm>

namespace vestnik {
namespace {

const QString folderKey = QStringLiteral("transfer/importFolder");

} // namespace

ImportDialog::ImportDialog(EngineFacade &engine, QSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_settings(settings)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import Posts"));
    setMinimumWidth(560);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    grid->setHorizontalSpacing(Theme::gap);
    grid->setVerticalSpacing(Theme::gap);
    grid->setColumnStretch(1, 1);
    grid->addWidget(secondaryLabel(tr("A file that Vestnik exported (NDJSON), result.json of Telegram Desktop, or the "
                                      "database of the Python programs: a file or a postgresql:// address."),
                        this),
        0, 0, 1, 2);
    m_source = new ServerFields(tr("F&rom"), tr("a file, or postgresql://user@host/database"), this);
    m_source->setObjectName(QStringLiteral("importSource"));
    grid->addWidget(m_source, 1, 0, 1, 2);
    m_format = new QComboBox(this);
    m_format->setObjectName(QStringLiteral("importFormat"));
    m_format->setAccessibleName(tr("Kind of source"));
    m_format->addItem(tr("Find out by its content"), int(ImportFormat::Automatic));
    m_format->addItem(tr("NDJSON of Vestnik"), int(ImportFormat::Ndjson));
    m_format->addItem(tr("result.json of Telegram Desktop"), int(ImportFormat::TelegramDesktop));
    m_format->addItem(tr("Database of the Python programs"), int(ImportFormat::PythonDatabase));
    auto *formatLabel = new QLabel(tr("&Kind"), this);
    formatLabel->setBuddy(m_format);
    grid->addWidget(formatLabel, 2, 0);
    grid->addWidget(m_format, 2, 1);
    m_folder = new QComboBox(this);
    m_folder->setObjectName(QStringLiteral("importFolder"));
    m_folder->setAccessibleName(tr("Folder for new channels"));
    m_folder->setEditable(true);
    m_folder->setInsertPolicy(QComboBox::NoInsert);
    m_folder->lineEdit()->setPlaceholderText(tr("none"));
    m_folder->lineEdit()->setMaxLength(100);
    auto *folderLabel = new QLabel(tr("Fol&der for new channels"), this);
    folderLabel->setBuddy(m_folder);
    m_source->setLabelWidth(std::max(folderLabel->sizeHint().width(), formatLabel->sizeHint().width()));
    grid->addWidget(folderLabel, 3, 0);
    grid->addWidget(m_folder, 3, 1);
    m_what = new QLabel(this);
    m_what->setObjectName(QStringLiteral("importWhat"));
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_what->setMinimumHeight(4 * fontMetrics().lineSpacing()); // nothing jumps when the kind changes
    m_what->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    grid->addWidget(m_what, 4, 0, 1, 2);
    m_note = secondaryLabel({}, this);
    m_note->setObjectName(QStringLiteral("importNote"));
    m_note->setMinimumHeight(2 * m_note->fontMetrics().lineSpacing());
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    grid->addWidget(m_note, 5, 0, 1, 2);
    grid->setRowStretch(6, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_start = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_start->setObjectName(QStringLiteral("importStart"));
    m_start->setDefault(true);
    grid->addWidget(buttons, 7, 0, 1, 2);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::start);
    connect(m_source, &ServerFields::changed, this, &ImportDialog::check);
    connect(m_source->browse(), &QToolButton::clicked, this, &ImportDialog::browse);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ImportDialog::check);
    m_engine.readChannels(this, [this](const Result<QList<ChannelRow>> &channels) {
        if (!channels) {
            return;
        }
        QStringList folders;
        for (const ChannelRow &row : *channels) {
            if (!row.folder.isEmpty() && !folders.contains(row.folder)) {
                folders.append(row.folder);
            }
        }
        folders.sort(Qt::CaseInsensitive);
        const QString typed = m_folder->currentText();
        m_folder->addItem({});
        m_folder->addItems(folders);
        m_folder->setEditText(typed);
    });
    check();
    m_source->address()->setFocus();
}

void ImportDialog::setSource(const QString &source)
{
    m_source->setShown(source);
}

void ImportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Import from"));
    dialog->setObjectName(QStringLiteral("importFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Posts and databases (*.ndjson *.jsonl *.json *.db *.sqlite *.sqlite3)"), tr("All files (*)")});
    const QString folder = m_settings.value(folderKey).toString();
    dialog->setDirectory(QFileInfo(folder).isDir() ? folder : QDir::homePath());
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::setSource);
    dialog->open();
}

ImportFormat ImportDialog::format() const
{
    return static_cast<ImportFormat>(m_format->currentData().toInt());
}

void ImportDialog::check()
{
    if (!m_start) {
        return;
    }
    const QString source = m_source->shown();
    QString why;
    if (source.isEmpty()) {
        why = tr("Choose a file or type an address.");
    } else if (m_source->isServer()) {
        if (format() != ImportFormat::Automatic && format() != ImportFormat::PythonDatabase) {
            why = tr("Only the database of the Python programs is read from a server.");
        }
    } else if (source.contains(QLatin1String("://"))) {
        why = tr("An address begins with postgresql://.");
    } else if (!QFileInfo(source).isFile()) {
        why = tr("There is no file %1.").arg(QDir::toNativeSeparators(source));
    } else if (!QFileInfo(source).isReadable()) {
        why = tr("The file %1 may not be read.").arg(QDir::toNativeSeparators(source));
    }
    QString what;
    switch (m_source->isServer() ? ImportFormat::PythonDatabase : format()) {
    case ImportFormat::Automatic:
        what = tr("The content shows what it is.");
        break;
    case ImportFormat::Ndjson:
        what =
            tr("Posts come with everything that was exported. Lines that cannot be read are skipped and named in the "
               "report.");
        break;
    case ImportFormat::TelegramDesktop:
        what = tr("Messages of the channel become posts. Files of the export stay where they are.");
        break;
    case ImportFormat::PythonDatabase:
        what = tr("Users, channels, lists and posts are taken over. That database is only read.");
        break;
    }
    m_what->setText(what + QLatin1Char(' ')
        + tr("Posts that are stored already are not doubled, and nothing that is stored is changed or lost. New "
             "channels come into the list. It can be cancelled and done again."));
    m_note->setText(why);
    m_start->setEnabled(why.isEmpty() && !m_starting);
    m_start->setToolTip(why);
}

ImportSpec ImportDialog::spec() const
{
    ImportSpec spec;
    spec.format = format();
    spec.source = m_source->isServer() ? m_source->full() : QFileInfo(m_source->shown()).absoluteFilePath();
    spec.folder = m_folder->currentText().trimmed();
    return spec;
}

void ImportDialog::start()
{
    if (!m_start->isEnabled()) {
        return;
    }
    m_starting = true;
    check();
    m_engine.startTask(spec(), this, [this](const Result<TaskId> &task) {
        m_starting = false;
        if (!task) {
            check();
            m_note->setText(TaskTexts::trouble(task.error()));
            m_note->setToolTip(task.error().detail);
            return;
        }
        if (!m_source->isServer()) {
            m_settings.setValue(folderKey, QFileInfo(m_source->shown()).absolutePath());
        }
        m_source->clearPassword();
        accept();
    });
}

} // namespace vestnik
