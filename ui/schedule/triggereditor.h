// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QDateTimeEdit;
class QLabel;
class QTabWidget;

namespace vestnik {

class CronField;
class DurationEdit;
class FormField;
class WindowsEditor;
class ZoneBox;

/// When a job is due: interval, cron or once; zone and windows; and under it what that means and the next five fires,
/// which follow each key press. GUI thread; the engine outlives it.
class TriggerEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TriggerEditor)

public:
    static constexpr int shownFires = 5;

    TriggerEditor(EngineFacade &engine, QWidget *parent);

    void setTrigger(const Trigger &trigger);
    [[nodiscard]] Trigger trigger() const;
    /// The field of a member of a trigger as errors name it ("cron", "zone", "interval", "window", "at", "jitter");
    /// nullptr for others.
    [[nodiscard]] FormField *field(const QString &member) const;
    /// What the engine thinks of it is known and it is good.
    [[nodiscard]] bool isValid() const { return m_valid; }
    /// Reads the preview again: time has passed.
    void refresh() { m_soon.start(); }

Q_SIGNALS:
    void edited();
    /// The preview came: isValid() may have changed.
    void checked();

private:
    QWidget *makeEvery();
    QWidget *makeOnce();
    void buildLayout();
    void onEdited();
    void ask();
    void show(const Trigger &asked, const TriggerPreview &preview);
    void showError(const QString &member);

    EngineFacade &m_engine;
    QTabWidget *m_tabs;
    DurationEdit *m_every = nullptr;
    FormField *m_everyField = nullptr;
    QCheckBox *m_anchored = nullptr;
    QDateTimeEdit *m_anchor = nullptr;
    CronField *m_cron;
    FormField *m_cronField = nullptr;
    QDateTimeEdit *m_at = nullptr;
    FormField *m_atField = nullptr;
    ZoneBox *m_zone;
    FormField *m_zoneField = nullptr;
    WindowsEditor *m_windows;
    FormField *m_windowsField = nullptr;
    DurationEdit *m_jitter;
    FormField *m_jitterField = nullptr;
    QLabel *m_sentence;
    QLabel *m_fires;
    FormField *m_nextField = nullptr;
    QTimer m_soon; ///< coalesces changes of one turn of the loop
    qint64 m_question = 0; ///< answers to older questions are dropped
    bool m_setting = false;
    bool m_valid = true;
};

} // namespace vestnik
