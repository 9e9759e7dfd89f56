// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/settings/settingtexts.h"
#include "ui/widgets/page.h"

class QLineEdit;
class QScrollArea;
class QSettings;
class QVBoxLayout;

namespace vestnik {

class Card;
class DatabasePanel;
class ProxyPanel;
class SettingRow;

/// Every setting of settingTable(), grouped and searchable. Changes apply at once; what is refused is said beside the
/// field.
class SettingsPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)

public:
    /// `engine` and `settings` outlive it.
    SettingsPage(EngineFacade &engine, QSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("settings"); }
    [[nodiscard]] QString title() const override { return tr("Settings"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("settings"); }
    [[nodiscard]] QList<QAction *> menuActions() const override { return {m_resetAll}; }
    [[nodiscard]] QWidget *headerWidget() override;
    void focusSearch() override;
    /// `what`: SettingTexts::groupId(), scrolls there.
    void openWith(const QVariant &what) override;

    [[nodiscard]] SettingRow *row(SettingId id) const;

private:
    struct Section {
        SettingTexts::Group group = SettingTexts::Group::General;
        Card *card = nullptr;
        QList<SettingRow *> rows;
        QWidget *elsewhere = nullptr; ///< names the page where the rest is
    };

    void makeSections(QWidget *body, QVBoxLayout *layout);
    void change(SettingId id, const QVariant &value);
    void resetAll();
    void apply(const SettingChanges &changes);
    void showSettings(const Settings &settings);
    void filter(const QString &text);

    EngineFacade &m_engine;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_header = nullptr;
    QLineEdit *m_search = nullptr;
    QWidget *m_nothing = nullptr;
    ProxyPanel *m_proxy = nullptr;
    DatabasePanel *m_database = nullptr;
    QWidget *m_dataDir = nullptr;
    QList<Section> m_sections;
    QAction *m_resetAll = nullptr;
};

} // namespace vestnik
