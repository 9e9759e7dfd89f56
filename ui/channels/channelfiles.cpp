// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/channelfiles.h"

#include <QDateTime>
#include <QFile>
#include <QSaveFile>
#include <QStringDecoder>
#include <QStringList>
#include <QTimeZone>

#include "ui/channels/channelmodel.h"

namespace vestnik {
namespace {

QString isoTime(qint64 ms)
{
    return ms == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).toString(Qt::ISODate);
}

QString quoted(QString field)
{
    if (field.contains(QLatin1Char('"')) || field.contains(QLatin1Char(',')) || field.contains(QLatin1Char('\n'))
        || field.contains(QLatin1Char('\r'))) {
        field.replace(QLatin1Char('"'), QLatin1String("\"\""));
        return QLatin1Char('"') + field + QLatin1Char('"');
    }
    return field;
}

QString address(const ChannelRow &row)
{
    return QLatin1String("https://t.me/") + row.username;
}

/// Fields of one record; `from` moves behind it.
QStringList readRecord(const QString &text, qsizetype &from, QChar separator)
{
    QStringList fields;
    QString field;
    bool inQuotes = false;
    for (; from < text.size(); ++from) {
        const QChar c = text.at(from);
        if (inQuotes) {
            if (c != QLatin1Char('"')) {
                field += c;
            } else if (from + 1 < text.size() && text.at(from + 1) == QLatin1Char('"')) {
                field += c;
                ++from;
            } else {
                inQuotes = false;
            }
        } else if (c == QLatin1Char('"') && field.isEmpty()) {
            inQuotes = true;
        } else if (c == separator) {
            fields.append(field);
            field.clear();
        } else if (c == QLatin1Char('\n')) {
            ++from;
            break;
        } else if (c != QLatin1Char('\r')) {
            field += c;
        }
    }
    fields.append(field);
    return fields;
}

} // namespace

QByteArray channelsAsText(const QList<ChannelRow> &rows)
{
    QByteArray content;
    for (const ChannelRow &row : rows) {
        content += '@' + row.username.toUtf8() + '\n';
    }
    return content;
}

QByteArray channelsAsCsv(const QList<ChannelRow> &rows)
{
    QByteArray content("username,title,folder,active,posts,last_post,last_parsed,url\r\n");
    for (const ChannelRow &row : rows) {
        const QStringList fields{row.username, row.title, row.folder,
            row.active ? QStringLiteral("true") : QStringLiteral("false"), QString::number(row.postCount),
            isoTime(row.lastPostAt), isoTime(row.lastParsedAt), address(row)};
        QStringList written;
        for (const QString &field : fields) {
            written.append(quoted(field));
        }
        content += written.join(QLatin1Char(',')).toUtf8() + "\r\n";
    }
    return content;
}

QString channelsAsTable(const QList<ChannelRow> &rows)
{
    QStringList lines;
    for (const ChannelRow &row : rows) {
        QStringList fields{row.title, QLatin1Char('@') + row.username, row.folder, ChannelModel::statusText(row),
            QString::number(row.postCount), isoTime(row.lastPostAt), isoTime(row.lastParsedAt), address(row)};
        for (QString &field : fields) {
            field = field.simplified();
        }
        lines.append(fields.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

Result<void> writeChannelFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit()) {
        return failure(ErrorCode::FileFailed, path, file.errorString());
    }
    return {};
}

Result<QString> readChannelFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileFailed, path, file.errorString());
    }
    const QByteArray content = file.read(maxChannelFile + 1);
    if (content.size() > maxChannelFile) {
        return failure(ErrorCode::FileTooLarge, path);
    }
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorCode::FileFailed, path, file.errorString());
    }
    QStringDecoder decode(QStringConverter::encodingForData(content).value_or(QStringConverter::Utf8));
    return namesOfTable(decode(content));
}

QString namesOfTable(const QString &text)
{
    const qsizetype end = text.indexOf(QLatin1Char('\n'));
    const QString head = (end < 0 ? text : text.left(end)).toLower();
    for (const QChar separator : {QLatin1Char(','), QLatin1Char(';'), QLatin1Char('\t')}) {
        qsizetype from = 0;
        const QStringList names = readRecord(head, from, separator);
        qsizetype column = names.indexOf(QLatin1String("url"));
        if (column < 0) {
            column = names.indexOf(QLatin1String("username"));
        }
        if (column < 0 || names.size() < 2) {
            continue;
        }
        QStringList found;
        from = end < 0 ? text.size() : end + 1;
        while (from < text.size()) {
            const QStringList record = readRecord(text, from, separator);
            if (column < record.size() && !record.at(column).trimmed().isEmpty()) {
                found.append(record.at(column).trimmed());
            }
        }
        return found.join(QLatin1Char('\n'));
    }
    return text;
}

} // namespace vestnik
