// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/page.h"

class QSettings;
class QStackedLayout;

namespace vestnik {

class AttentionCard;
class Card;
class NumbersCard;
class RunsCard;

/// The first page: is it running, is it healthy, what came in. Four cards, or one sentence while there are no channels.
class OverviewPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPage)

public:
    /// `engine` and `settings` outlive it.
    OverviewPage(EngineFacade &engine, QSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("overview"); }
    [[nodiscard]] QString title() const override { return tr("Overview"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("overview"); }
    void refresh() override;

private:
    void follow(const EngineStatus &status);

    QStackedLayout *m_stack = nullptr;
    NumbersCard *m_numbers = nullptr;
    AttentionCard *m_attention = nullptr;
    RunsCard *m_runs = nullptr;
    Card *m_attentionFrame = nullptr;
    QAction *m_add = nullptr;
    bool m_known = false; ///< the number of channels has been told; before that nothing is called empty
};

} // namespace vestnik
