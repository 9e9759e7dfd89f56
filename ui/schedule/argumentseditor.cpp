// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/argumentseditor.h"

#include "core/model/job.h"
#include "ui/schedule/formparts.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int defaultDays = 7;
constexpr int defaultKeep = 7;

QString key(const QString &kind, const QString &argument)
{
    return kind + QLatin1Char('/') + argument;
}

} // namespace

ArgumentsEditor::ArgumentsEditor(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildRecheck();
    buildBackup();
    buildExport();
    setArguments({});
}

QWidget *ArgumentsEditor::addPart(const char *kind)
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    layout()->addWidget(part);
    part->hide();
    m_parts.insert(QLatin1String(kind), part);
    return part;
}

FormField *ArgumentsEditor::addField(QWidget *part, const char *argument, const QString &caption, QWidget *editor)
{
    auto *field = new FormField(caption, editor, part);
    part->layout()->addWidget(field);
    m_fields.insert(key(m_parts.key(part), QLatin1String(argument)), field);
    return field;
}

void ArgumentsEditor::buildRecheck()
{
    QWidget *part = addPart(jobkinds::recheck);
    m_recheckDays = new QSpinBox(part);
    m_recheckDays->setObjectName(QStringLiteral("recheckDays"));
    m_recheckDays->setAccessibleName(tr("How far back to re-check"));
    m_recheckDays->setRange(1, 365);
    m_recheckDays->setSuffix(QLatin1Char(' ') + tr("days", "unit behind a number"));
    addField(part, "days", tr("&How far back"), m_recheckDays);
    connect(m_recheckDays, &QSpinBox::valueChanged, this, &ArgumentsEditor::edited);
}

void ArgumentsEditor::buildBackup()
{
    QWidget *part = addPart(jobkinds::backup);
    m_backupFolder = new FolderEdit(tr("Folder of the backups"), tr("The data folder"), part);
    m_backupFolder->line()->setObjectName(QStringLiteral("backupFolder"));
    m_backupKeep = new QSpinBox(part);
    m_backupKeep->setObjectName(QStringLiteral("backupKeep"));
    m_backupKeep->setAccessibleName(tr("Backups that are kept"));
    m_backupKeep->setRange(1, 1000);
    addField(part, "folder", tr("&Folder"), m_backupFolder);
    addField(part, "keep", tr("&Backups that are kept"), m_backupKeep)
        ->setHelp(tr("Older ones are removed after a backup that went well."));
    connect(m_backupFolder, &FolderEdit::edited, this, &ArgumentsEditor::edited);
    connect(m_backupKeep, &QSpinBox::valueChanged, this, &ArgumentsEditor::edited);
}

void ArgumentsEditor::buildExport()
{
    QWidget *part = addPart(jobkinds::exportPosts);
    m_format = new QComboBox(part);
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_format->setAccessibleName(tr("Format of the file"));
    const QList<std::pair<QString, QString>> formats{{QStringLiteral("csv"), tr("Table (CSV)")},
        {QStringLiteral("xlsx"), tr("Workbook (XLSX)")}, {QStringLiteral("html"), tr("Web page (HTML)")},
        {QStringLiteral("ndjson"), tr("Lines of JSON (NDJSON)")}, {QStringLiteral("json"), QStringLiteral("JSON")}};
    for (const auto &[name, text] : formats) {
        m_format->addItem(text, name);
    }
    m_exportFolder = new FolderEdit(tr("Folder of the file"), {}, part);
    m_exportFolder->line()->setObjectName(QStringLiteral("exportFolder"));
    m_exportName = new QLineEdit(part);
    m_exportName->setObjectName(QStringLiteral("exportName"));
    m_exportName->setMaxLength(200);
    m_exportQuery = new QLineEdit(part);
    m_exportQuery->setObjectName(QStringLiteral("exportQuery"));
    m_exportQuery->setMaxLength(2000);
    m_exportQuery->setPlaceholderText(tr("All posts"));
    m_exportDays = new QSpinBox(part);
    m_exportDays->setObjectName(QStringLiteral("exportDays"));
    m_exportDays->setAccessibleName(tr("Posts of how many days"));
    m_exportDays->setRange(0, 36'500);
    m_exportDays->setSpecialValueText(tr("All", "posts of all days"));
    m_exportDays->setSuffix(QLatin1Char(' ') + tr("days", "unit behind a number"));
    addField(part, "format", tr("F&ormat"), m_format);
    addField(part, "folder", tr("&Folder"), m_exportFolder);
    addField(part, "name", tr("Name of the f&ile"), m_exportName)
        ->setHelp(tr("{date} and {time} become those of the run; the ending is added."));
    addField(part, "query", tr("S&earch"), m_exportQuery)
        ->setHelp(tr("As in the search field of the Posts page; empty: no condition."));
    addField(part, "days", tr("Posts of the last da&ys"), m_exportDays);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ArgumentsEditor::edited);
    connect(m_exportFolder, &FolderEdit::edited, this, &ArgumentsEditor::edited);
    connect(m_exportName, &QLineEdit::textEdited, this, &ArgumentsEditor::edited);
    connect(m_exportQuery, &QLineEdit::textEdited, this, &ArgumentsEditor::edited);
    connect(m_exportDays, &QSpinBox::valueChanged, this, &ArgumentsEditor::edited);
}

void ArgumentsEditor::setKind(const QString &kind)
{
    m_kind = kind;
    for (auto part = m_parts.cbegin(); part != m_parts.cend(); ++part) {
        part.value()->setVisible(part.key() == kind);
    }
    setVisible(m_parts.contains(kind));
}

void ArgumentsEditor::setArguments(const QJsonObject &arguments)
{
    const QSignalBlocker quiet(this);
    m_other = arguments;
    m_otherKind = m_kind;
    const auto number = [&](const char *name, int fallback) {
        return arguments.value(QLatin1String(name)).toInt(fallback);
    };
    const auto text = [&](const char *name, const QString &fallback = {}) {
        return arguments.value(QLatin1String(name)).toString(fallback);
    };
    m_recheckDays->setValue(number("days", defaultDays));
    m_backupFolder->setPath(text("folder"));
    m_backupKeep->setValue(number("keep", defaultKeep));
    m_format->setCurrentIndex(std::max(0, m_format->findData(text("format", QStringLiteral("csv")))));
    m_exportFolder->setPath(text("folder"));
    m_exportName->setText(text("name", QStringLiteral("posts-{date}")));
    m_exportQuery->setText(text("query"));
    m_exportDays->setValue(number("days", 0));
}

QJsonObject ArgumentsEditor::arguments() const
{
    // What another kind was given means nothing to this one.
    QJsonObject arguments = m_kind == m_otherKind ? m_other : QJsonObject();
    if (m_kind == QLatin1String(jobkinds::recheck)) {
        arguments.insert(QLatin1String("days"), m_recheckDays->value());
    } else if (m_kind == QLatin1String(jobkinds::backup)) {
        arguments.insert(QLatin1String("folder"), m_backupFolder->path());
        arguments.insert(QLatin1String("keep"), m_backupKeep->value());
    } else if (m_kind == QLatin1String(jobkinds::exportPosts)) {
        arguments.insert(QLatin1String("format"), m_format->currentData().toString());
        arguments.insert(QLatin1String("folder"), m_exportFolder->path());
        arguments.insert(QLatin1String("name"), m_exportName->text().trimmed());
        arguments.insert(QLatin1String("query"), m_exportQuery->text().trimmed());
        arguments.insert(QLatin1String("days"), m_exportDays->value());
    }
    return arguments;
}

FormField *ArgumentsEditor::field(const QString &argument) const
{
    return m_fields.value(key(m_kind, argument));
}

} // namespace vestnik
