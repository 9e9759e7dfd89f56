// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/panelprogram.h"

#include "app/demomode.h"
#include "app/fronts.h"
#include "app/setup.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/texts.h"

#include <QApplication>

#include <cstdio>

namespace vestnik {

PanelProgram::PanelProgram(QApplication *application, const Options &options, const QString &dataDir,
    std::shared_ptr<LoopGuard> guard, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_options(options)
    , m_guard(std::move(guard))
    , m_dir(dataDir)
{
    m_tryAgain.setSingleShot(true);
    m_tryAgain.setInterval(otherEveryMs);
    connect(&m_tryAgain, &QTimer::timeout, this, &PanelProgram::begin);
    connect(&m_signals, &UnixSignals::endRequested, this, &PanelProgram::onEndRequested);
    connect(&m_other, &QLocalSocket::connected, this, [this] { m_other.write("{\"command\":\"show\"}\n"); });
    connect(&m_other, &QLocalSocket::readyRead, this, [this] {
        // An answer with an error: it has no window.
        if (m_other.readAll().contains("\"error\"")) {
            tellHolder();
        } else {
            QCoreApplication::exit(0);
        }
    });
    connect(&m_other, &QLocalSocket::errorOccurred, this, [this] {
        if (m_triesLeft-- > 0) {
            m_tryAgain.start();
        } else {
            tellHolder();
        }
    });
}

PanelProgram::~PanelProgram()
{
    m_window.reset();
    m_exit.reset();
    m_link.reset();
    m_dir.release();
}

EngineSetup PanelProgram::setup() const
{
    EngineSetup setup = makeSetup(m_dir);
    if (!m_options.theme.isEmpty()) {
        (void)setup.settings.fix(SettingId::Theme, m_options.theme);
    }
    if (!m_options.language.isEmpty()) {
        (void)setup.settings.fix(SettingId::Language, m_options.language);
    }
    return setup;
}

void PanelProgram::begin()
{
    const Result<void> held = m_dir.acquire();
    // A directory that cannot be written is no reason to stay away: the panel says so, and what is stored can be read.
    if (held || held.error().code != ErrorCode::DataDirInUse) {
        openPanel();
        return;
    }
    m_held = held.error();
    askOther();
}

void PanelProgram::openPanel()
{
    m_link = std::make_unique<EngineLink>(setup(), m_guard);
    if (m_options.demo) {
        prepareDemo(*m_link);
    }
    m_exit = std::make_unique<ExitProtocol>(*m_link);
    m_window = std::make_unique<WindowHost>(m_application, *m_link, m_dir.windowFile());
    m_exit->setHide([this] { m_window->hide(); });
    connect(m_window.get(), &WindowHost::quitRequested, m_exit.get(), &ExitProtocol::begin);
    m_link->setFirstJobName(tr("Parse all channels", "name of the first job"));
    m_window->show();
    if (!m_options.page.isEmpty()) {
        m_window->window()->openPage(m_options.page);
    }
    m_link->start();
    addControlServer(*m_link, m_dir, m_guard, [this] { m_window->raise(); });
    if (m_options.demo) {
        populateDemo(*m_link);
    }
}

void PanelProgram::askOther()
{
    m_other.abort();
    m_other.connectToServer(m_dir.socketName());
}

void PanelProgram::tellHolder()
{
    m_language = std::make_unique<Language>();
    m_language->apply(setup().settings.text(SettingId::Language));
    std::fprintf(stderr, "vestnik: %s\n", qUtf8Printable(errorEnglish(m_held)));
    m_box = std::make_unique<QMessageBox>();
    m_box->setIcon(QMessageBox::Warning);
    m_box->setText(texts::error(m_held));
    m_box->setInformativeText(texts::advice(m_held));
    connect(m_box.get(), &QMessageBox::finished, this, [] { QCoreApplication::exit(1); });
    m_box->open();
}

void PanelProgram::onEndRequested()
{
    if (m_exit) {
        m_exit->begin();
    } else {
        QCoreApplication::exit(0);
    }
}

} // namespace vestnik
