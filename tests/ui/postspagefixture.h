// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/posts/postbrowser.h"
#include "ui/posts/postmodel.h"
#include "ui/posts/postreader.h"
#include "ui/posts/postspage.h"
#include "ui/posts/posttree.h"
#include "ui/posts/searchedit.h"

#include <QAction>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace vestnik {

/// The Posts page over the sample data, and hands to reach its parts.
struct PostsPageFixture {
    explicit PostsPageFixture(FakeEngine::Content content = FakeEngine::Content::Sample)
        : engine(content)
        , settings(dir.filePath(u"window.ini"_qs), QSettings::IniFormat)
        , page(std::make_unique<PostsPage>(engine, settings))
        , messages(page.get(), &Page::messageRequested)
    {
        page->resize(1200, 700);
        page->show();
    }

    [[nodiscard]] PostModel *model() const { return page->findChild<PostModel *>(); }
    [[nodiscard]] QTableView *view() const { return page->findChild<QTableView *>(u"postsView"_qs); }
    [[nodiscard]] PostTree *tree() const { return page->findChild<PostTree *>(); }
    [[nodiscard]] PostBrowser *browser() const { return page->findChild<PostBrowser *>(); }
    [[nodiscard]] SearchEdit *search() const { return page->findChild<SearchEdit *>(); }
    [[nodiscard]] PostReader *reader() const { return page->findChild<PostReader *>(); }
    [[nodiscard]] QPushButton *pill() const { return page->findChild<QPushButton *>(u"postsNewsPill"_qs); }
    [[nodiscard]] QAction *action(const char *name) const { return page->findChild<QAction *>(QLatin1String(name)); }
    [[nodiscard]] bool load()
    {
        return QTest::qWaitFor([this] { return model()->isLoaded() && tree()->model()->rowCount() > 2; });
    }
    void select(int row) { view()->selectRow(row); }

    QTemporaryDir dir;
    FakeEngine engine;
    QSettings settings;
    std::unique_ptr<PostsPage> page;
    QSignalSpy messages;
};

} // namespace vestnik
