// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/addpreviewmodel.h"

#include <QColor>
#include <QIcon>

#include "ui/widgets/theme.h"

namespace vestnik {

AddPreviewModel::AddPreviewModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void AddPreviewModel::setKnown(const QStringList &usernames)
{
    m_known.clear();
    for (const QString &name : usernames) {
        m_known.insert(name.toLower());
    }
    count();
    if (!m_findings.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(int(m_findings.size()) - 1, ColumnCount - 1));
    }
}

void AddPreviewModel::setFindings(const QList<NameFinding> &findings)
{
    beginResetModel();
    m_findings = findings;
    count();
    endResetModel();
}

QStringList AddPreviewModel::newNames() const
{
    QStringList names;
    for (const NameFinding &finding : m_findings) {
        if (stateOf(finding) == State::New) {
            names.append(finding.username);
        }
    }
    return names;
}

void AddPreviewModel::count()
{
    m_counts = {};
    for (const NameFinding &finding : std::as_const(m_findings)) {
        switch (stateOf(finding)) {
        case State::New:
            ++m_counts.fresh;
            break;
        case State::Known:
            ++m_counts.known;
            break;
        case State::Duplicate:
            ++m_counts.duplicate;
            break;
        case State::Private:
            ++m_counts.invitation;
            break;
        case State::Invalid:
            ++m_counts.invalid;
            break;
        }
    }
}

AddPreviewModel::State AddPreviewModel::stateOf(const NameFinding &finding) const
{
    switch (finding.kind) {
    case NameFinding::Kind::Name:
        return m_known.contains(finding.username.toLower()) ? State::Known : State::New;
    case NameFinding::Kind::Duplicate:
        return State::Duplicate;
    case NameFinding::Kind::Private:
        return State::Private;
    case NameFinding::Kind::Invalid:
        break;
    }
    return State::Invalid;
}

QString AddPreviewModel::verdict(State state)
{
    switch (state) {
    case State::New:
        return tr("New", "pasted name");
    case State::Known:
        return tr("Already in the list", "pasted name");
    case State::Duplicate:
        return tr("Twice in this text", "pasted name");
    case State::Private:
        return tr("Private invite link: needs an account", "pasted name");
    case State::Invalid:
        break;
    }
    return tr("Not a channel name", "pasted name");
}

int AddPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int AddPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AddPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const NameFinding &finding = m_findings.at(index.row());
    const State state = stateOf(finding);
    if (role == StateRole) {
        return int(state);
    }
    if (role == Qt::ToolTipRole && index.column() == Source) {
        return finding.source.left(500).toHtmlEscaped();
    }
    if (role == Qt::DecorationRole && index.column() == Verdict) {
        switch (state) {
        case State::New:
            return Theme::icon(QStringLiteral("add"), Theme::Role::Good);
        case State::Known:
            return Theme::icon(QStringLiteral("check"));
        case State::Duplicate:
            return Theme::icon(QStringLiteral("copy"));
        case State::Private:
            return Theme::icon(QStringLiteral("warning"), Theme::Role::Warning);
        case State::Invalid:
            return Theme::icon(QStringLiteral("bad"), Theme::Role::Bad);
        }
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Name:
        return finding.username.isEmpty() ? QStringLiteral("—") : QString(QLatin1Char('@') + finding.username);
    case Verdict:
        return verdict(state);
    default:
        return finding.source.left(200);
    }
}

QVariant AddPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Channel", "column");
    case Verdict:
        return tr("What it is", "column");
    default:
        return tr("In the text", "column");
    }
}

} // namespace vestnik
