// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transfer/reportdialog.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/desktop.h"
#include "ui/widgets/tasktexts.h"
#include "ui/widgets/texts.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vestnik {

ReportDialog::ReportDialog(const TaskRecord &task, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("reportDialog"));
    setWindowTitle(TaskTexts::title(task));
    resize(560, 420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    column->setSpacing(Theme::gap);
    auto *sentence = new QLabel(TaskTexts::result(task), this);
    sentence->setObjectName(QStringLiteral("reportSentence"));
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    if (const QString advice = texts::advice(task.error); !advice.isEmpty()) {
        auto *label = new QLabel(advice, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    const qint64 took = task.finishedAt - task.startedAt;
    column->addWidget(secondaryLabel(task.finishedAt > 0 && task.startedAt > 0
            ? tr("%1, took %2", "time, duration").arg(texts::exactTime(task.finishedAt), texts::durationWords(took))
            : texts::exactTime(task.startedAt),
        this));
    auto *table = new QTableWidget(int(task.report.facts.size()), 2, this);
    table->setObjectName(QStringLiteral("reportTable"));
    table->setAccessibleName(tr("Report"));
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->horizontalHeader()->hide();
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (int i = 0; i < table->rowCount(); ++i) {
        const TaskFact &fact = task.report.facts.at(i);
        auto *value = new QTableWidgetItem(TaskTexts::factValue(fact));
        value->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        table->setItem(i, 0, new QTableWidgetItem(TaskTexts::factLabel(fact)));
        table->setItem(i, 1, value);
    }
    table->setVisible(table->rowCount() > 0);
    column->addWidget(table, 1);
    if (!task.error.detail.isEmpty()) {
        QLabel *detail = secondaryLabel(task.error.detail, this);
        detail->setObjectName(QStringLiteral("reportDetail"));
        detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(detail);
    }
    if (table->rowCount() == 0) {
        column->addStretch(1);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("reportCopy"));
    connect(copy, &QPushButton::clicked, this, [task] {
        QStringList lines{TaskTexts::result(task), TaskTexts::report(task.report), task.error.detail};
        lines.removeAll(QString());
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    });
    if (const QString path = TaskTexts::file(task); !path.isEmpty()) {
        QPushButton *folder = buttons->addButton(tr("Show in Folder"), QDialogButtonBox::ActionRole);
        folder->setToolTip(QDir::toNativeSeparators(path));
        connect(folder, &QPushButton::clicked, this, [path] { static_cast<void>(desktop::showInFolder(path)); });
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

} // namespace vestnik
