// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace vestnik {

// Parts that the editor of a job is put together from. GUI thread; all are owned by their parent.

/// A field with its name above and, when it is refused, the reason below.
class FormField final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormField)

public:
    /// `field` becomes a child. An empty caption takes no room.
    FormField(const QString &caption, QWidget *field, QWidget *parent);

    /// Text under the field; empty: none.
    void setHelp(const QString &text);
    void setError(const QString &text);
    [[nodiscard]] QString error() const;
    [[nodiscard]] QWidget *field() const { return m_field; }

private:
    QWidget *m_field;
    QLabel *m_help;
    QLabel *m_error;
};

/// A label for reasons, in the colour of trouble. Hidden while it is empty: use setComplaint().
[[nodiscard]] QLabel *complaintLabel(QWidget *parent);
void setComplaint(QLabel *label, const QString &text);

/// A time span: a number and its unit.
class DurationEdit final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DurationEdit)

public:
    enum Unit { Seconds, Minutes, Hours, Days };

    /// From `smallest` unit to `largest`; `name` is for screen readers. `maximumMs` limits the number in any unit.
    DurationEdit(Unit smallest, Unit largest, qint64 minimumMs, qint64 maximumMs, const QString &name, QWidget *parent);

    /// In the largest unit that shows it without a rest.
    void setMs(qint64 ms);
    [[nodiscard]] qint64 ms() const;
    /// Word instead of 0; the minimum must be 0.
    void setZeroText(const QString &text);
    [[nodiscard]] QSpinBox *number() const { return m_number; }
    [[nodiscard]] QComboBox *unit() const { return m_unit; }

Q_SIGNALS:
    void edited();

private:
    void limit();

    const qint64 m_minimum;
    const qint64 m_maximum;
    QSpinBox *m_number;
    QComboBox *m_unit;
};

/// A folder, typed or chosen.
class FolderEdit final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FolderEdit)

public:
    FolderEdit(const QString &name, const QString &placeholder, QWidget *parent);

    void setPath(const QString &path);
    [[nodiscard]] QString path() const;
    [[nodiscard]] QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void edited();

private:
    void browse();

    QLineEdit *m_line;
};

} // namespace vestnik
