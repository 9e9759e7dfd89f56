// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingspage.h"

#include "ui/settings/databasepanel.h"
#include "ui/settings/proxypanel.h"
#include "ui/settings/settingrow.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"

#include <QAction>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int readingWidth = 760; // pixels: lines of help stay readable on a wide screen

} // namespace

SettingsPage::SettingsPage(EngineFacade &engine, QSettings &settings, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
{
    Q_UNUSED(settings)
    m_resetAll = new QAction(Theme::icon(QStringLiteral("undo")), tr("&Reset All Settings"), this);
    m_resetAll->setObjectName(QStringLiteral("settingsResetAll"));
    setActionTip(m_resetAll, tr("Every setting back to its default; can be undone"));
    connect(m_resetAll, &QAction::triggered, this, &SettingsPage::resetAll);

    m_header = new QWidget(this);
    auto *line = new QHBoxLayout(m_header);
    line->setContentsMargins(0, 0, 0, 0);
    line->addStretch(1);
    m_search = new QLineEdit(m_header);
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setToolTip(
        tr("Find a setting (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(280);
    m_search->addAction(Theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::filter);
    line->addWidget(m_search, 2);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("settingsScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *ground = new QWidget(m_scroll);
    auto *across = new QHBoxLayout(ground);
    across->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    auto *body = new QWidget(ground);
    body->setMaximumWidth(readingWidth);
    across->addWidget(body, 10);
    across->addStretch(1);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::group);
    makeSections(body, layout);
    auto *clear = new QAction(tr("Show All Settings"), this);
    clear->setObjectName(QStringLiteral("settingsShowAll"));
    connect(clear, &QAction::triggered, m_search, &QLineEdit::clear);
    m_nothing = new EmptyState(QStringLiteral("search"), tr("No setting matches."), clear, body);
    m_nothing->hide();
    layout->addWidget(m_nothing);
    layout->addStretch();
    m_scroll->setWidget(ground);
    outer->addWidget(m_scroll);
    setFocusProxy(m_search);

    connect(&engine, &EngineFacade::settingsChanged, this, &SettingsPage::showSettings);
    showSettings(engine.settings());
}

void SettingsPage::makeSections(QWidget *body, QVBoxLayout *layout)
{
    for (const SettingTexts::Group group : SettingTexts::groups()) {
        Section section;
        section.group = group;
        section.card = new Card(SettingTexts::groupTitle(group), body);
        section.card->setObjectName(QStringLiteral("group_") + SettingTexts::groupId(group));
        section.card->body()->setSpacing(Theme::group);
        for (const SettingInfo &info : settingTable()) {
            // The database has its own panel, its address is no free text; the interval only seeds the first job.
            const bool shown = info.id != SettingId::DatabaseUrl && info.id != SettingId::IntervalMinutes;
            if (SettingTexts::group(info.id) == group && shown) {
                auto *made = new SettingRow(info.id, section.card);
                connect(made, &SettingRow::edited, this, &SettingsPage::change);
                section.card->body()->addWidget(made);
                section.rows.append(made);
            }
        }
        if (group == SettingTexts::Group::Schedule) {
            section.elsewhere = new QWidget(section.card);
            auto *line = new QHBoxLayout(section.elsewhere);
            line->setContentsMargins(0, 0, 0, 0);
            line->setSpacing(Theme::gap);
            auto *words = new ElidedLabel(section.elsewhere);
            words->setFullText(tr("Intervals and times are on the Schedule page."));
            auto *open = new QPushButton(tr("Open the Schedule"), section.elsewhere);
            open->setObjectName(QStringLiteral("settingsSchedule"));
            connect(
                open, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("schedule"), {}); });
            line->addWidget(words, 1);
            line->addWidget(open);
            section.card->body()->addWidget(section.elsewhere);
        } else if (group == SettingTexts::Group::Proxy) {
            m_proxy = new ProxyPanel(m_engine, section.card);
            section.card->body()->addWidget(m_proxy);
        } else if (group == SettingTexts::Group::Storage) {
            m_database = new DatabasePanel(section.card);
            connect(m_database, &DatabasePanel::changeRequested, this,
                [this] { Q_EMIT pageRequested(QStringLiteral("storage"), QStringLiteral("move")); });
            section.card->body()->addWidget(m_database);
            m_dataDir = new QWidget(section.card);
            auto *line = new QHBoxLayout(m_dataDir);
            line->setContentsMargins(0, 0, 0, 0);
            line->setSpacing(Theme::gap);
            auto *path = new ElidedLabel(m_dataDir);
            path->setFullText(tr("Data directory: %1").arg(m_engine.dataDir()));
            auto *open = new QPushButton(tr("Open Folder"), m_dataDir);
            open->setObjectName(QStringLiteral("openDataDir"));
            connect(open, &QPushButton::clicked, this,
                [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_engine.dataDir())); });
            line->addWidget(path, 1);
            line->addWidget(open);
            section.card->body()->addWidget(m_dataDir);
        }
        layout->addWidget(section.card);
        m_sections.append(section);
    }
}

QWidget *SettingsPage::headerWidget()
{
    return m_header;
}

SettingRow *SettingsPage::row(SettingId id) const
{
    for (const Section &section : m_sections) {
        for (SettingRow *candidate : section.rows) {
            if (candidate->id() == id) {
                return candidate;
            }
        }
    }
    return nullptr;
}

void SettingsPage::showSettings(const Settings &settings)
{
    const QString kind = settings.text(SettingId::ProxyKind);
    const bool ownProxy = kind == QLatin1String("http") || kind == QLatin1String("socks5");
    bool changed = false;
    for (const Section &section : std::as_const(m_sections)) {
        for (SettingRow *shown : section.rows) {
            shown->showSettings(settings);
            changed = changed || (!settings.isDefault(shown->id()) && !settings.isFixed(shown->id()));
            if (section.group == SettingTexts::Group::Proxy && shown->id() != SettingId::ProxyKind) {
                shown->setApplicable(ownProxy, tr("Only an HTTP or SOCKS5 proxy needs this."));
            }
        }
    }
    m_proxy->showSettings(settings);
    m_database->showSettings(settings);
    m_resetAll->setEnabled(changed);
    setActionTip(m_resetAll, tr("Every setting back to its default; can be undone"),
        changed ? QString() : tr("All settings have their default."));
}

void SettingsPage::change(SettingId id, const QVariant &value)
{
    Settings draft = m_engine.settings();
    if (const Result<void> good = draft.set(id, value); !good) {
        row(id)->finish(SettingTexts::refused(id));
        return;
    }
    if (draft == m_engine.settings()) {
        row(id)->finish({});
        row(id)->showSettings(draft);
        return;
    }
    m_engine.changeSettings({{id, value}}, this, [this, id](const Result<void> &changed) {
        row(id)->finish(
            changed ? QString() : texts::error(changed.error()) + QLatin1Char(' ') + texts::advice(changed.error()));
        if (changed) {
            row(id)->showSettings(m_engine.settings());
        }
    });
}

void SettingsPage::resetAll()
{
    const Settings settings = m_engine.settings();
    SettingChanges defaults;
    SettingChanges before;
    for (const SettingInfo &info : settingTable()) {
        // Which database is in use is not undone by the way.
        if (info.id != SettingId::DatabaseUrl && !settings.isDefault(info.id) && !settings.isFixed(info.id)) {
            defaults.append({info.id, info.fallback});
            before.append({info.id, settings.value(info.id)});
        }
    }
    if (defaults.isEmpty()) {
        return;
    }
    apply(defaults);
    InfoMessage message;
    message.text = tr("%n settings were reset.", nullptr, int(defaults.size()));
    message.actionText = tr("Undo");
    message.isUndo = true;
    message.action = [self = QPointer(this), before] {
        if (self) {
            self->apply(before);
        }
    };
    Q_EMIT messageRequested(message);
}

void SettingsPage::apply(const SettingChanges &changes)
{
    m_engine.changeSettings(changes, this, [this](const Result<void> &changed) {
        if (!changed) {
            InfoMessage message;
            message.kind = InfoMessage::Kind::Bad;
            message.text = texts::error(changed.error()) + QLatin1Char(' ') + texts::advice(changed.error());
            message.details = changed.error().detail;
            Q_EMIT messageRequested(message);
        }
    });
}

void SettingsPage::filter(const QString &text)
{
    const QString wanted = text.trimmed();
    bool any = false;
    for (const Section &section : std::as_const(m_sections)) {
        bool visible = false;
        for (SettingRow *candidate : section.rows) {
            candidate->setVisible(candidate->matches(wanted));
            visible = visible || candidate->matches(wanted);
        }
        if (section.group == SettingTexts::Group::Proxy) {
            m_proxy->setVisible(visible || m_proxy->matches(wanted));
            visible = visible || m_proxy->matches(wanted);
        } else if (section.group == SettingTexts::Group::Storage) {
            visible = visible || m_database->matches(wanted);
        } else if (section.elsewhere) {
            const auto *words = section.elsewhere->findChild<ElidedLabel *>();
            visible = visible || words->fullText().contains(wanted, Qt::CaseInsensitive);
        }
        section.card->setVisible(visible);
        any = any || visible;
    }
    m_nothing->setVisible(!any);
}

void SettingsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void SettingsPage::openWith(const QVariant &what)
{
    m_search->clear();
    for (const Section &section : std::as_const(m_sections)) {
        if (SettingTexts::groupId(section.group) == what.toString()) {
            m_scroll->ensureWidgetVisible(section.card, 0, Theme::group);
        }
    }
}

} // namespace vestnik
