// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Never built: proof that coroutines.query finds what it is for. One function for each of its matchers, and one that is
// fine.

#include <coroutine>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>

struct Task {
    struct promise_type {
        Task get_return_object() { return {}; }
        std::suspend_never initial_suspend() { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() { }
        void unhandled_exception() { }
    };
};

struct Wait {
    bool await_ready() { return false; }
    void await_suspend(std::coroutine_handle<>) { }
    std::string await_resume() { return {}; }
};

struct Request {
    std::string url;
    std::string body;
};

Wait run(std::function<void()> work);
Wait fetch(Request request);
Wait fetchText(std::string url);

Task lambdaBesideAnAwait(std::string text)
{
    co_await run([text] { (void)text; });
}

Task aggregateBesideAnAwait(std::string url)
{
    co_await fetch(Request{url, url});
}

Task choiceBesideAnAwait(bool first, std::string url)
{
    co_await fetchText(first ? url : std::string());
}

Task awaitInsideBraces()
{
    const Request request{co_await Wait(), co_await Wait()};
    (void)request;
}

Task awaitBesideAThrow(bool good)
{
    const std::string text = good ? co_await Wait() : throw std::runtime_error("no");
    (void)text;
}

void capturingLambdaIsACoroutine(std::string text)
{
    auto begin = [text]() -> Task { co_await fetchText(text); };
    begin();
}

Task borrowedParameterOfACoroutine(const std::string &url)
{
    co_await fetchText(url);
}

Task fine(std::string text)
{
    auto work = [text](const std::string &other) { return text == other; };
    auto nothing = [] {};
    co_await run(std::move(nothing));
    work(text);
}
