// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace vestnik {

class FolderEdit;
class FormField;

/// What only one kind of jobs has: days, folders, formats. Arguments that it does not know are kept. GUI thread.
class ArgumentsEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArgumentsEditor)

public:
    explicit ArgumentsEditor(QWidget *parent);

    /// Shows the fields of the kind.
    void setKind(const QString &kind);
    /// Of the kind that is shown.
    void setArguments(const QJsonObject &arguments);
    /// Those of the kind that is shown.
    [[nodiscard]] QJsonObject arguments() const;
    /// The shown field of an argument; nullptr if there is none.
    [[nodiscard]] FormField *field(const QString &argument) const;

Q_SIGNALS:
    void edited();

private:
    void buildRecheck();
    void buildBackup();
    void buildExport();
    QWidget *addPart(const char *kind);
    FormField *addField(QWidget *part, const char *argument, const QString &caption, QWidget *editor);

    QString m_kind;
    QJsonObject m_other; ///< arguments as they were given
    QString m_otherKind; ///< the kind that they were given to
    QHash<QString, QWidget *> m_parts;
    QHash<QString, FormField *> m_fields; ///< by "kind/argument"
    QSpinBox *m_recheckDays = nullptr;
    FolderEdit *m_backupFolder = nullptr;
    QSpinBox *m_backupKeep = nullptr;
    QComboBox *m_format = nullptr;
    FolderEdit *m_exportFolder = nullptr;
    QLineEdit *m_exportName = nullptr;
    QLineEdit *m_exportQuery = nullptr;
    QSpinBox *m_exportDays = nullptr;
};

} // namespace vestnik
