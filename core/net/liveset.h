// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/stop.h"

#include <cstddef>
#include <functional>
#include <list>

namespace vestnik {

/// The running coroutines of one owner, each with the stop of its caller and of the owner joined. One thread; must be
/// empty when it is destroyed, which stopAll() makes sure of if the coroutines end as soon as they are stopped.
class LiveSet final {
public:
    /// A local of the coroutine, before its first co_await.
    class Entry final {
    public:
        Entry(LiveSet &set, const StopToken &callersStop)
            : m_set(set)
            , m_source(callersStop)
            , m_place(set.m_sources.insert(set.m_sources.end(), &m_source))
        {
            if (m_set.m_stopping) {
                m_source.requestStop();
            }
        }
        ~Entry()
        {
            m_set.m_sources.erase(m_place);
            if (m_set.m_sources.empty() && m_set.m_onIdle) {
                m_set.m_onIdle();
            }
        }
        Entry(const Entry &) = delete;
        Entry &operator=(const Entry &) = delete;

        [[nodiscard]] StopToken token() const { return m_source.token(); }

    private:
        LiveSet &m_set;
        StopSource m_source;
        std::list<StopSource *>::iterator m_place;
    };

    LiveSet() = default;
    LiveSet(const LiveSet &) = delete;
    LiveSet &operator=(const LiveSet &) = delete;

    [[nodiscard]] int size() const { return static_cast<int>(m_sources.size()); }
    /// Called from inside the end of the last one.
    void setOnIdle(std::function<void()> onIdle) { m_onIdle = std::move(onIdle); }

    /// Stops all, inside this call; those that begin meanwhile are born stopped.
    void stopAll()
    {
        m_stopping = true;
        // Each stop takes its entry out of the list, and may end others.
        for (std::size_t left = m_sources.size(); left > 0 && !m_sources.empty(); --left) {
            StopSource *source = m_sources.front();
            m_sources.splice(m_sources.end(), m_sources, m_sources.begin());
            source->requestStop();
        }
        m_stopping = false;
    }

private:
    std::list<StopSource *> m_sources;
    std::function<void()> m_onIdle;
    bool m_stopping = false;
};

} // namespace vestnik
