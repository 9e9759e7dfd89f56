// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/pages.h"

#include "ui/channels/channelspage.h"
#include "ui/diagnostics/diagnosticspage.h"
#include "ui/log/logpage.h"
#include "ui/overview/overviewpage.h"
#include "ui/posts/postspage.h"
#include "ui/runs/runspage.h"
#include "ui/schedule/schedulepage.h"
#include "ui/settings/settingspage.h"
#include "ui/storage/storagepage.h"

namespace vestnik {
namespace {

template<typename T>
Page *make(EngineFacade &engine, QSettings &settings, QWidget *parent)
{
    return new T(engine, settings, parent);
}

} // namespace

QList<PageMaker> pageMakers()
{
    return {
        make<OverviewPage>,
        make<PostsPage>,
        make<ChannelsPage>,
        make<SchedulePage>,
        make<RunsPage>,
        make<LogPage>,
        make<StoragePage>,
        make<SettingsPage>,
        make<DiagnosticsPage>,
    };
}

} // namespace vestnik
