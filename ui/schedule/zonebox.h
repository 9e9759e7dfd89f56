// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

namespace vestnik {

/// The time zone of a job: IANA names with their offsets of today, found by any part of the name. The first one is the
/// system's. GUI thread.
class ZoneBox final : public QComboBox {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZoneBox)

public:
    explicit ZoneBox(QWidget *parent);

    /// Empty: the system's.
    void setZone(const QByteArray &zone);
    /// What was typed where it is no zone of the list.
    [[nodiscard]] QByteArray zone() const;

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] int indexOfText() const;
};

} // namespace vestnik
