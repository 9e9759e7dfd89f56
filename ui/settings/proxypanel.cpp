// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/proxypanel.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace vestnik {

ProxyPanel::ProxyPanel(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::gap);
    grid->setVerticalSpacing(Theme::grid / 2);
    grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 34);
    grid->setColumnStretch(1, 1);
    m_label = new QLabel(tr("Proxy password"), this);
    m_password = new QLineEdit(this);
    m_password->setObjectName(QStringLiteral("proxyPassword"));
    m_password->setAccessibleName(tr("Proxy password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("not shown"));
    m_password->setMaxLength(1000);
    m_label->setBuddy(m_password);
    connect(m_password, &QLineEdit::editingFinished, this, &ProxyPanel::savePassword);
    grid->addWidget(m_label, 0, 0);
    grid->addWidget(m_password, 0, 1);
    grid->addWidget(
        secondaryLabel(
            tr("Kept in the keychain of the system; where there is none, in a file that only you may read."), this),
        1, 0, 1, 2);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    m_test = new QPushButton(tr("Test", "proxy"), this);
    m_test->setObjectName(QStringLiteral("proxyTest"));
    m_test->setAccessibleName(tr("Test the proxy"));
    m_test->setToolTip(tr("Ask the web preview for one page in this way"));
    connect(m_test, &QPushButton::clicked, this, &ProxyPanel::test);
    m_icon = new IconLabel(20, this);
    m_icon->hide();
    m_result = new QLabel(this);
    m_result->setObjectName(QStringLiteral("proxyResult"));
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    line->addWidget(m_test);
    line->addWidget(m_icon);
    line->addWidget(m_result, 1);
    grid->setRowMinimumHeight(2, Theme::gap);
    grid->addLayout(line, 3, 0, 1, 2);
}

void ProxyPanel::showSettings(const Settings &settings)
{
    const QString kind = settings.text(SettingId::ProxyKind);
    const bool own = kind == QLatin1String("http") || kind == QLatin1String("socks5");
    m_password->setEnabled(own);
    m_label->setEnabled(own);
    m_password->setToolTip(own ? QString() : tr("Only an HTTP or SOCKS5 proxy needs this."));
}

void ProxyPanel::savePassword()
{
    if (!m_password->isModified()) {
        return;
    }
    m_password->setModified(false);
    m_engine.setProxyPassword(m_password->text(), this, [this](const Result<void> &kept) {
        if (kept) {
            say(true, tr("The password was kept."));
        } else {
            say(false, texts::error(kept.error()) + QLatin1Char(' ') + texts::advice(kept.error()));
        }
    });
}

void ProxyPanel::test()
{
    const Settings settings = m_engine.settings();
    ProxyDraft draft;
    draft.kind = settings.text(SettingId::ProxyKind);
    draft.host = settings.text(SettingId::ProxyHost);
    draft.port = settings.number(SettingId::ProxyPort);
    draft.user = settings.text(SettingId::ProxyUser);
    draft.password = m_password->text();
    m_test->setEnabled(false);
    say(std::nullopt, tr("Asking…"));
    m_engine.testProxy(draft, this, [this](const Result<ConnectionReport> &report) {
        m_test->setEnabled(true);
        if (report) {
            say(true,
                tr("%1 answered in %2 ms.", "host, milliseconds").arg(report->server, texts::number(report->millis)));
        } else {
            say(false, texts::error(report.error()) + QLatin1Char(' ') + texts::advice(report.error()));
            m_result->setToolTip(report.error().detail);
        }
    });
}

void ProxyPanel::say(std::optional<bool> good, const QString &text)
{
    m_icon->setVisible(good.has_value());
    if (good) {
        m_icon->setIcon(*good ? Theme::icon(QStringLiteral("good"), Theme::Role::Good)
                              : Theme::icon(QStringLiteral("bad"), Theme::Role::Bad));
    }
    m_result->setText(text);
    m_result->setToolTip({});
}

bool ProxyPanel::matches(const QString &text) const
{
    return text.isEmpty() || m_label->text().contains(text, Qt::CaseInsensitive)
        || m_test->text().contains(text, Qt::CaseInsensitive);
}

} // namespace vestnik
