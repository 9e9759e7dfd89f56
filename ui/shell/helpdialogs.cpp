// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/helpdialogs.h"

#include "ui/widgets/controls.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace vestnik {
namespace {

void addCloseButton(QDialog *dialog, QVBoxLayout *layout)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<MainMenu::Group> &groups, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard Shortcuts"));
    resize(460, 560);
    auto *layout = new QVBoxLayout(this);
    auto *tree = new QTreeWidget(this);
    tree->setObjectName(QStringLiteral("shortcutsTree"));
    tree->setAccessibleName(tr("Keyboard Shortcuts"));
    tree->setColumnCount(2);
    tree->setHeaderLabels({tr("Action"), tr("Keys")});
    tree->setRootIsDecorated(false);
    tree->setIndentation(Theme::group);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->header()->setStretchLastSection(false);
    for (const MainMenu::Group &group : groups) {
        auto *top = new QTreeWidgetItem(tree, QStringList{group.title});
        QFont font = tree->font();
        font.setWeight(QFont::DemiBold);
        top->setFont(0, font);
        for (const auto &[what, keys] : group.keys) {
            new QTreeWidgetItem(top, QStringList{what, keys});
        }
    }
    tree->expandAll();
    layout->addWidget(tree);
    addCloseButton(this, layout);
}

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Vestnik"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::section, Theme::section, Theme::section, Theme::group);
    layout->setSpacing(Theme::group);
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::group);
    auto *picture = new IconLabel(64, this);
    picture->setIcon(Theme::icon(QStringLiteral("vestnik")));
    top->addWidget(picture, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->addWidget(titleLabel(tr("Vestnik %1").arg(QCoreApplication::applicationVersion()), this));
    auto *what = new QLabel(tr("A desktop control panel for collectors of public Telegram channels."), this);
    what->setWordWrap(true);
    what->setMinimumWidth(320);
    column->addWidget(what);
    top->addLayout(column, 1);
    layout->addLayout(top);
    layout->addWidget(secondaryLabel(
        tr("© 2026 The Vestnik developers. Free software under the GNU General Public License, version 3 or later. "
           "Vestnik is not connected with Telegram. Qt %1.")
            .arg(QString::fromLatin1(qVersion())),
        this));
    addCloseButton(this, layout);
}

} // namespace vestnik
