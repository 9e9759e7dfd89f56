// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>

#include <QCoroTask>

namespace vestnik {

/// What a task that a test began will give: tests cannot await.
template<typename T>
class Outcome {
public:
    explicit Outcome(QCoro::Task<T> task) { watch(std::move(task), m_value); }

    [[nodiscard]] bool ready() const { return m_value->has_value(); }
    [[nodiscard]] const T &value() const { return m_value->value(); }
    [[nodiscard]] const T *operator->() const { return &m_value->value(); }

private:
    static QCoro::Task<> watch(QCoro::Task<T> task, std::shared_ptr<std::optional<T>> slot)
    {
        T value = co_await task;
        slot->emplace(std::move(value));
    }

    std::shared_ptr<std::optional<T>> m_value = std::make_shared<std::optional<T>>();
};

} // namespace vestnik
