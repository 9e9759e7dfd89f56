// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transfer/exportdialog.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/tasktexts.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QDate>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace vestnik {
namespace {

const QString folderKey = QStringLiteral("transfer/exportFolder");
const QString formatKey = QStringLiteral("transfer/exportFormat");
constexpr std::array formats{
    ExportFormat::Csv, ExportFormat::Xlsx, ExportFormat::Ndjson, ExportFormat::Json, ExportFormat::Html};

QString titleOf(const ChannelRow &row)
{
    return row.title.isEmpty() ? QLatin1Char('@') + row.username
                               : QStringLiteral("%1 (@%2)").arg(row.title, row.username);
}

// The engine has no language: a page takes that of the window in which it was asked for.
ExportWords wordsOfThisLanguage()
{
    ExportWords words;
    for (const char *word : exportWords()) {
        words.insert(QString::fromLatin1(word), QCoreApplication::translate("Export", word));
    }
    return words;
}

} // namespace

ExportWhat ExportWhat::of(const PostQuery &query, const QList<PostId> &posts)
{
    ExportWhat what;
    what.posts = posts;
    PostQuery bare;
    bare.channels = query.channels;
    bare.before = query.before;
    bare.after = query.after;
    bare.limit = query.limit;
    bare.order = query.order;
    if (query == bare && query.channels.size() == 1) {
        what.channel = query.channels.first();
    } else if (query != bare || !query.channels.isEmpty()) {
        what.results = query;
    }
    return what;
}

ExportDialog::ExportDialog(EngineFacade &engine, QSettings &settings, const ExportWhat &what, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_what(what)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export Posts"));
    setMinimumWidth(560);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    grid->setHorizontalSpacing(Theme::gap);
    grid->setVerticalSpacing(Theme::gap);
    grid->setColumnStretch(1, 1);
    makeWhat(grid);
    makeFormats(grid);
    makeFile(grid);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_start = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_start->setObjectName(QStringLiteral("exportStart"));
    m_start->setDefault(true);
    const int row = grid->rowCount();
    grid->setRowStretch(row, 1);
    grid->addWidget(buttons, row + 1, 0, 1, 3);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::start);
    connect(m_whatGroup, &QButtonGroup::idClicked, this, &ExportDialog::propose);
    connect(m_formatGroup, &QButtonGroup::idClicked, this, &ExportDialog::propose);
    m_engine.readChannels(this, [this](const Result<QList<ChannelRow>> &channels) {
        if (channels) {
            fillChannels(*channels);
        }
    });
    propose();
}

void ExportDialog::makeWhat(QGridLayout *grid)
{
    grid->addWidget(sectionLabel(tr("What"), this), 0, 0, 1, 3);
    m_whatGroup = new QButtonGroup(this);
    const auto add = [&](What id, const QString &text, const char *name) {
        auto *button = new QRadioButton(text, this);
        button->setObjectName(QString::fromLatin1(name));
        m_whatGroup->addButton(button, id);
        return button;
    };
    if (!m_what.posts.isEmpty()) {
        QString text = tr("The %Ln selected posts", nullptr, int(m_what.posts.size()));
        text.replace(QChar(QChar::Nbsp), QChar(0x202F));
        grid->addWidget(add(Selection, text, "exportSelection"), grid->rowCount(), 0, 1, 3);
    }
    if (m_what.results) {
        const QString text = m_what.results->text.simplified();
        grid->addWidget(add(Results,
                            text.isEmpty() ? tr("The posts that the page shows")
                                           : tr("The results of the search “%1”").arg(text.left(60)),
                            "exportResults"),
            grid->rowCount(), 0, 1, 3);
    }
    m_channelButton = add(Channel, tr("One channel"), "exportChannel");
    m_channels = new QComboBox(this);
    m_channels->setObjectName(QStringLiteral("exportChannels"));
    m_channels->setAccessibleName(tr("Channel"));
    m_channels->setEditable(true);
    m_channels->setInsertPolicy(QComboBox::NoInsert);
    m_channels->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_channels->completer()->setFilterMode(Qt::MatchContains);
    m_channels->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_channels->lineEdit()->setPlaceholderText(tr("Title or name"));
    const int row = grid->rowCount();
    grid->addWidget(m_channelButton, row, 0);
    grid->addWidget(m_channels, row, 1, 1, 2);
    grid->addWidget(add(Everything, tr("Everything that is stored"), "exportEverything"), grid->rowCount(), 0, 1, 3);
    const What first = m_what.posts.size() > 1 ? Selection
        : m_what.results                       ? Results
        : m_what.channel != 0                  ? Channel
                                               : Everything;
    m_whatGroup->button(first)->setChecked(true);
    connect(m_channels, &QComboBox::currentTextChanged, this, [this] {
        if (m_channels->hasFocus() || m_channels->lineEdit()->hasFocus()) {
            m_channelButton->setChecked(true);
        }
        propose();
    });
}

void ExportDialog::makeFormats(QGridLayout *grid)
{
    const int heading = grid->rowCount();
    grid->setRowMinimumHeight(heading, Theme::section);
    grid->addWidget(sectionLabel(tr("Format"), this), heading, 0, 1, 3, Qt::AlignBottom);
    m_formatGroup = new QButtonGroup(this);
    const auto kept = exportFormatFromName(m_settings.value(formatKey).toString());
    for (const ExportFormat format : formats) {
        QString name;
        QString help;
        switch (format) {
        case ExportFormat::Csv:
            name = tr("CSV");
            help = tr("A table for every spreadsheet program; text without formatting");
            break;
        case ExportFormat::Xlsx:
            name = tr("Excel workbook");
            help = tr("A table with columns, filters and dates as Excel and LibreOffice have them");
            break;
        case ExportFormat::Ndjson:
            name = tr("NDJSON");
            help = tr("One post a line, complete; for programs, and to import into Vestnik again");
            break;
        case ExportFormat::Json:
            name = tr("JSON");
            help = tr("One document with all posts, complete; for programs");
            break;
        case ExportFormat::Html:
            name = tr("Web page");
            help = tr("To read in a browser without Vestnik and without a network");
            break;
        }
        auto *button = new QRadioButton(name, this);
        button->setObjectName(QStringLiteral("exportFormat_") + exportFormatName(format));
        button->setAccessibleDescription(help);
        m_formatGroup->addButton(button, int(format));
        const int row = grid->rowCount();
        grid->addWidget(button, row, 0);
        grid->addWidget(secondaryLabel(help, this), row, 1, 1, 2);
        button->setChecked(format == kept.value_or(ExportFormat::Csv));
    }
}

void ExportDialog::makeFile(QGridLayout *grid)
{
    const int heading = grid->rowCount();
    grid->setRowMinimumHeight(heading, Theme::section);
    grid->addWidget(sectionLabel(tr("File"), this), heading, 0, 1, 3, Qt::AlignBottom);
    m_path = new QLineEdit(this);
    m_path->setObjectName(QStringLiteral("exportPath"));
    m_path->setAccessibleName(tr("File to write"));
    auto *choose = new QPushButton(tr("Browse…"), this);
    choose->setObjectName(QStringLiteral("exportBrowse"));
    choose->setAutoDefault(false);
    const int row = grid->rowCount();
    grid->addWidget(m_path, row, 0, 1, 2);
    grid->addWidget(choose, row, 2);
    m_note = secondaryLabel({}, this);
    m_note->setObjectName(QStringLiteral("exportNote"));
    m_note->setMinimumHeight(2 * m_note->fontMetrics().lineSpacing()); // nothing jumps when it says something
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    grid->addWidget(m_note, row + 1, 0, 1, 3);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_path, &QLineEdit::textEdited, this, [this] {
        m_ownName = true;
        m_asked.clear();
        if (const auto format = exportFormatOfFile(m_path->text())) {
            m_formatGroup->button(int(*format))->setChecked(true);
        }
        check();
    });
}

void ExportDialog::fillChannels(const QList<ChannelRow> &channels)
{
    QList<ChannelRow> rows = channels;
    std::sort(rows.begin(), rows.end(), [](const ChannelRow &a, const ChannelRow &b) {
        return QString::localeAwareCompare(titleOf(a), titleOf(b)) < 0;
    });
    for (const ChannelRow &row : std::as_const(rows)) {
        m_usernames.insert(row.id, row.username);
        m_channels->addItem(titleOf(row), row.id);
    }
    m_channels->setCurrentIndex(m_what.channel == 0 ? -1 : m_channels->findData(m_what.channel));
    propose();
}

ExportDialog::What ExportDialog::what() const
{
    return static_cast<What>(m_whatGroup->checkedId());
}

ExportFormat ExportDialog::format() const
{
    return static_cast<ExportFormat>(m_formatGroup->checkedId());
}

ChannelId ExportDialog::channel() const
{
    // What is typed counts only if it is the text of an entry.
    const int at = m_channels->findText(m_channels->currentText(), Qt::MatchFixedString);
    return at < 0 ? 0 : m_channels->itemData(at).toLongLong();
}

QString ExportDialog::nameOfWhat() const
{
    switch (what()) {
    case Selection:
        return QStringLiteral("selection");
    case Results:
        return m_what.results->text.isEmpty() ? QStringLiteral("posts") : QStringLiteral("search");
    case Channel:
        return m_usernames.value(channel(), QStringLiteral("channel"));
    case Everything:
        break;
    }
    return QStringLiteral("all");
}

QString ExportDialog::fileName(const QString &what, const QDate &date, ExportFormat format)
{
    QString plain = what;
    plain.replace(QRegularExpression(QStringLiteral("[^\\p{L}\\p{N}_-]+")), QStringLiteral("-"));
    return QStringLiteral("vestnik-%1-%2.%3").arg(plain, date.toString(Qt::ISODate), exportFormatName(format));
}

void ExportDialog::propose()
{
    if (m_ownName) {
        const QFileInfo file(m_path->text());
        const auto named = exportFormatOfFile(file.fileName());
        if (named && *named != format()) {
            m_path->setText(file.path() + QLatin1Char('/') + file.completeBaseName() + QLatin1Char('.')
                + exportFormatName(format()));
        }
    } else {
        QString folder = m_settings.value(folderKey).toString();
        if (folder.isEmpty() || !QFileInfo(folder).isDir()) {
            folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
            folder = QFileInfo(folder).isDir() ? folder : QDir::homePath();
        }
        m_path->setText(QDir(folder).filePath(fileName(nameOfWhat(), QDate::currentDate(), format())));
    }
    check();
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export to"));
    dialog->setObjectName(QStringLiteral("exportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({QStringLiteral("*.") + exportFormatName(format()), tr("All files (*)")});
    dialog->setDefaultSuffix(exportFormatName(format()));
    const QFileInfo file(m_path->text());
    dialog->setDirectory(file.path());
    dialog->selectFile(file.fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_ownName = true;
        m_asked = path;
        m_path->setText(path);
        if (const auto format = exportFormatOfFile(path)) {
            m_formatGroup->button(int(*format))->setChecked(true);
        }
        check();
    });
    dialog->open();
}

void ExportDialog::check()
{
    if (!m_start) {
        return;
    }
    const QFileInfo file(m_path->text().trimmed());
    QString why;
    QString note;
    if (what() == Channel && channel() == 0) {
        why = tr("Choose a channel.");
    } else if (m_path->text().trimmed().isEmpty() || file.isDir()) {
        why = tr("Name a file.");
    } else if (!file.absoluteDir().exists()) {
        why = tr("The folder %1 does not exist.").arg(QDir::toNativeSeparators(file.absolutePath()));
    } else if (!QFileInfo(file.absolutePath()).isWritable()) {
        why = tr("Nothing can be written into the folder %1.").arg(QDir::toNativeSeparators(file.absolutePath()));
    } else if (file.exists() && m_asked != m_path->text()) {
        note = tr("This file exists. It is replaced when everything was written.");
    }
    m_note->setText(why.isEmpty() ? note : why);
    m_start->setText(note.isEmpty() ? tr("Export") : tr("Export and Replace"));
    m_start->setEnabled(why.isEmpty() && !m_starting);
    m_start->setToolTip(why);
}

ExportSpec ExportDialog::spec() const
{
    ExportSpec spec;
    spec.format = format();
    spec.path = QFileInfo(m_path->text().trimmed()).absoluteFilePath();
    if (spec.format == ExportFormat::Html) {
        spec.words = wordsOfThisLanguage();
    }
    switch (what()) {
    case Selection:
        spec.posts = m_what.posts;
        break;
    case Results:
        spec.query = m_what.results.value_or(PostQuery());
        spec.query.before = 0;
        spec.query.after = 0;
        spec.title = spec.query.text;
        break;
    case Channel:
        spec.query.channels = {channel()};
        spec.title = m_channels->currentText();
        break;
    case Everything:
        break;
    }
    return spec;
}

void ExportDialog::start()
{
    if (!m_start->isEnabled()) {
        return;
    }
    m_starting = true;
    check();
    const ExportSpec wanted = spec();
    m_engine.startTask(wanted, this, [this, wanted](const Result<TaskId> &task) {
        m_starting = false;
        if (!task) {
            check();
            m_note->setText(TaskTexts::trouble(task.error()));
            m_note->setToolTip(task.error().detail);
            return;
        }
        m_settings.setValue(folderKey, QFileInfo(wanted.path).absolutePath());
        m_settings.setValue(formatKey, exportFormatName(wanted.format));
        accept();
    });
}

} // namespace vestnik
