// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/job.h"
#include "ui/schedule/jobtexts.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace vestnik {

/// What a job would do now, as told by a dry run: numbers, file, the next fires, or what stands in its way. To be
/// open()ed; deletes itself when closed. GUI thread.
class ForecastDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ForecastDialog)

public:
    ForecastDialog(const Job &job, const JobTexts::ChannelNames &names, QWidget *parent);

    void showResult(const Result<JobForecast> &forecast);

private:
    void addLine(const QString &label, const QString &value, const QString &toolTip = {});
    void showTrouble(const Error &error);

    QVBoxLayout *m_column = nullptr;
    QGridLayout *m_facts = nullptr;
    QLabel *m_state = nullptr;
};

} // namespace vestnik
