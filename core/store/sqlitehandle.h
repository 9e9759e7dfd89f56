// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/taskcontrol.h"

#include <QString>

#include <memory>
#include <optional>

#include <sqlite3.h>

namespace vestnik {

/// A bare connection for what Qt's driver has no words for. One thread. For sqlitebackup.cpp only.
class SqliteHandle final {
public:
    enum class Mode {
        Read, ///< a store that others may write
        Frozen, ///< a file that nobody writes: no side files are made
        Write,
        Create,
    };

    [[nodiscard]] static Result<SqliteHandle> open(const QString &path, Mode mode);

    [[nodiscard]] sqlite3 *get() const { return m_handle.get(); }
    [[nodiscard]] Error error() const { return error(sqlite3_extended_errcode(m_handle.get())); }
    [[nodiscard]] Error error(int code) const;
    [[nodiscard]] Result<void> run(const char *sql) const;
    /// First column of the first row; empty text without one.
    [[nodiscard]] Result<QString> value(const QString &sql) const;
    [[nodiscard]] Result<QStringList> values(const QString &sql) const;
    /// Statements end with Cancelled soon after the control is cancelled.
    void obey(const TaskControl &control);
    void close() { m_handle.reset(); }

private:
    struct Closer {
        void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
    };

    QString m_path;
    std::unique_ptr<TaskControl> m_control;
    std::unique_ptr<sqlite3, Closer> m_handle;
};

} // namespace vestnik
