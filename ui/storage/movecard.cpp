// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/storage/movecard.h"

#include "core/engine/enginefacade.h"
#include "ui/storage/taskstarter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/databaseaddress.h"
#include "ui/widgets/serverfields.h"
#include "ui/widgets/taskprogress.h"
#include "ui/widgets/tasktexts.h"
#include "ui/widgets/texts.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace vestnik {

MoveCard::MoveCard(EngineFacade &engine, TaskStarter &starter, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_starter(starter)
{
    setObjectName(QStringLiteral("moveCard"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("Another database"), this);
    outer->addWidget(card);
    card->body()->addWidget(secondaryLabel(
        tr("A PostgreSQL server or another SQLite file. Test it first: that changes nothing there."), card));
    m_fields = new ServerFields(tr("A&ddress"), QStringLiteral("postgresql://user@host/vestnik"), card);
    m_fields->setObjectName(QStringLiteral("moveFields"));
    card->body()->addWidget(m_fields);
    connect(m_fields, &ServerFields::changed, this, &MoveCard::forgetTest);
    connect(m_fields->address(), &QLineEdit::returnPressed, this, &MoveCard::test);
    connect(m_fields->password(), &QLineEdit::returnPressed, this, &MoveCard::test);
    connect(m_fields->browse(), &QToolButton::clicked, this, &MoveCard::chooseFile);
    makeButtons(card, card->body());
    m_progress = new TaskProgress(m_engine, card);
    m_progress->setObjectName(QStringLiteral("moveProgress"));
    card->body()->addWidget(m_progress);
    connect(m_progress, &TaskProgress::ended, this, [this](const TaskRecord &task) {
        if (task.state == TaskState::Done) {
            m_fields->setShown({});
            m_fields->clearPassword();
            say(true, TaskTexts::result(task));
        } else if (task.state == TaskState::Failed) {
            say(false, TaskTexts::trouble(task.error), task.error.detail);
        } else {
            say(std::nullopt, tr("The move was cancelled. Work goes on with the database that was open."));
        }
        enable();
    });
    connect(&engine, &EngineFacade::statusChanged, this, &MoveCard::enable);
    connect(&engine, &EngineFacade::taskChanged, this, &MoveCard::enable);
    if (const TaskId task = m_starter.going(TaskKind::Move); task != 0) {
        m_progress->follow(task);
    }
    enable();
}

void MoveCard::makeButtons(QWidget *parent, QVBoxLayout *layout)
{
    const auto button = [parent](const char *name, const QString &text) {
        auto *made = new QPushButton(text, parent);
        made->setObjectName(QString::fromLatin1(name));
        return made;
    };
    m_test = button("moveTest", tr("Test Connection"));
    m_move = button("moveEverything", tr("Move Everything There"));
    m_use = button("moveUse", tr("Use This Database"));
    m_back = button("moveBack", tr("Back to the File"));
    auto *first = new QHBoxLayout;
    first->setSpacing(Theme::gap);
    first->addWidget(m_test);
    first->addWidget(m_back);
    first->addStretch();
    auto *answer = new QHBoxLayout;
    answer->setSpacing(Theme::gap);
    m_icon = new IconLabel(20, parent);
    m_icon->hide();
    m_result = new QLabel(parent);
    m_result->setObjectName(QStringLiteral("moveResult"));
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_result->hide();
    answer->addWidget(m_icon, 0, Qt::AlignTop);
    answer->addWidget(m_result, 1);
    auto *second = new QHBoxLayout;
    second->setSpacing(Theme::gap);
    second->addWidget(m_move);
    second->addWidget(m_use);
    second->addStretch();
    layout->addLayout(first);
    layout->addLayout(answer);
    layout->addLayout(second);
    connect(m_test, &QPushButton::clicked, this, &MoveCard::test);
    connect(m_move, &QPushButton::clicked, this, &MoveCard::move);
    connect(m_use, &QPushButton::clicked, this, [this] { use(m_tested, m_fields->shown()); });
    connect(m_back, &QPushButton::clicked, this, [this] { use({}, tr("the file in the data directory")); });
}

void MoveCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    enable();
}

void MoveCard::focusAddress()
{
    m_fields->address()->setFocus(Qt::OtherFocusReason);
}

void MoveCard::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Another database"));
    dialog->setObjectName(QStringLiteral("moveFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is written over: what is there is looked at
    dialog->setNameFilters({tr("Databases (*.db)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("db"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_fields->setShown(path); });
    dialog->open();
}

void MoveCard::test()
{
    if (!m_test->isEnabled()) {
        return;
    }
    const QString address = m_fields->full();
    m_asking = true;
    say(std::nullopt, tr("Asking…"));
    enable();
    m_engine.probeDatabase(
        address, this, [this, address](const Result<DatabaseProbe> &probe) { onTested(address, probe); });
}

void MoveCard::onTested(const QString &address, const Result<DatabaseProbe> &probe)
{
    m_asking = false;
    if (address != m_fields->full()) {
        forgetTest(); // typed on meanwhile
        return;
    }
    if (!probe) {
        say(false, TaskTexts::trouble(probe.error()), probe.error().detail);
    } else {
        m_tested = address;
        m_probe = *probe;
        const bool usable = probe->content != DatabaseProbe::Content::NewerStore
            && probe->content != DatabaseProbe::Content::Foreign
            && (probe->mayCreate || probe->content == DatabaseProbe::Content::Store);
        say(usable, describe(*probe));
    }
    enable();
}

QString MoveCard::describe(const DatabaseProbe &probe)
{
    QString text = tr("%1 answered in %2 ms.", "version of a database, milliseconds")
                       .arg(probe.server, texts::number(probe.millis))
        + QLatin1Char(' ');
    switch (probe.content) {
    case DatabaseProbe::Content::Empty:
        text += probe.mayCreate
            ? tr("It is empty: everything can be moved there.")
            : tr("It is empty, but this user may not make tables there. Grant it CREATE on the schema.");
        break;
    case DatabaseProbe::Content::Store:
        text += tr("A store of Vestnik is in it: work can go on there. To move there it must be empty.");
        break;
    case DatabaseProbe::Content::OlderStore:
        text += tr("A store of an older Vestnik is in it. It is brought up to date when it is used; a backup is made "
                   "before.");
        break;
    case DatabaseProbe::Content::NewerStore:
        text += tr("A store of a newer Vestnik is in it. Update this program to use it.");
        break;
    case DatabaseProbe::Content::Foreign:
        text += tr("Tables of another program are in it. Choose an empty database.");
        break;
    }
    return text;
}

void MoveCard::move()
{
    m_starter.start(MoveSpec{m_tested}, this, [this](TaskId task) {
        say(std::nullopt, tr("Everything is copied and compared; then work goes on there."));
        m_progress->follow(task);
        enable();
    });
}

void MoveCard::use(const QString &address, const QString &shown)
{
    m_switching = true;
    say(std::nullopt, tr("Ending the work and opening %1…").arg(shown));
    enable();
    m_engine.switchDatabase(address, this, [this, shown](const Result<void> &switched) {
        m_switching = false;
        if (switched) {
            m_fields->setShown({});
            m_fields->clearPassword();
            say(true, tr("Work goes on with %1.").arg(shown));
        } else {
            say(false,
                TaskTexts::trouble(switched.error()) + QLatin1Char(' ')
                    + tr("The database that was open stays in use."),
                switched.error().detail);
        }
        enable();
    });
}

void MoveCard::say(std::optional<bool> good, const QString &text, const QString &details)
{
    m_icon->setVisible(good.has_value());
    if (good) {
        m_icon->setIcon(*good ? Theme::icon(QStringLiteral("good"), Theme::Role::Good)
                              : Theme::icon(QStringLiteral("bad"), Theme::Role::Bad));
    }
    m_result->setText(text);
    m_result->setToolTip(details);
    m_result->setVisible(!text.isEmpty());
}

void MoveCard::forgetTest()
{
    m_tested.clear();
    m_probe.reset();
    if (!m_asking && !m_switching) {
        say(std::nullopt, {});
    }
    enable();
}

void MoveCard::enable()
{
    const bool moving = m_starter.going(TaskKind::Move) != 0;
    const bool busy = moving || m_switching || m_asking;
    const QString wait = moving ? tr("Everything is being moved.") : tr("Wait for the answer.");
    const auto set = [](QPushButton *button, const QString &tip, const QString &reason) {
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason.isEmpty() ? tip : reason);
    };
    m_fields->setEnabled(!moving && !m_switching);
    set(m_test, tr("Ask the database who it is and what is in it"),
        busy                              ? wait
            : m_fields->shown().isEmpty() ? tr("Type an address first.")
                                          : QString());
    const bool fixed = m_engine.settings().isFixed(SettingId::DatabaseUrl);
    const QString untested = fixed ? tr("The database is set by the environment or on the command line.")
        : m_probe                  ? QString()
                                   : tr("Test the connection first.");
    const auto content = m_probe ? m_probe->content : DatabaseProbe::Content::Empty;
    const bool mayCreate = m_probe && m_probe->mayCreate;
    QString notMove = busy ? wait : untested;
    if (notMove.isEmpty() && content != DatabaseProbe::Content::Empty) {
        notMove = tr("The other database is not empty.");
    }
    QString notUse = busy ? wait : untested;
    if (notUse.isEmpty()
        && (content == DatabaseProbe::Content::NewerStore || content == DatabaseProbe::Content::Foreign)) {
        notUse = tr("What is in it cannot be used.");
    }
    const QString noTables = tr("This user may not make tables there.");
    if (notMove.isEmpty() && !mayCreate) {
        notMove = noTables;
    }
    if (notUse.isEmpty() && !mayCreate && content != DatabaseProbe::Content::Store) {
        notUse = noTables;
    }
    set(m_move, tr("Copy everything, compare both, and go on there"), notMove);
    set(m_use, tr("Go on there without copying; what is stored here stays here"), notUse);
    m_back->setVisible(DatabaseAddress::of(m_engine.status().storePath).isServer());
    set(m_back, tr("Go on with the file in the data directory, without copying"),
        busy        ? wait
            : fixed ? untested
                    : QString());
}

} // namespace vestnik
