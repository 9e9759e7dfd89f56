// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/previewparser.h"

#include "core/source/webpreview/htmlsax.h"
#include "core/source/webpreview/pagebytes.h"
#include "core/source/webpreview/pagereader.h"

#include <QSet>

#include <algorithm>

namespace vestnik {
namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Reads parts of a page one after the other, each as if it stood alone: whatever is wrong in one ends with it.
class PartsReader final {
public:
    explicit PartsReader(PreviewPage &page)
        : m_page(page)
        , m_reader(page)
    {
    }

    [[nodiscard]] PageParts &parts() { return m_reader.parts(); }

    /// Number of posts that the bytes announce.
    int read(const std::vector<std::string_view> &parts, std::size_t first)
    {
        int announced = 0;
        for (std::size_t i = first; i < parts.size(); ++i) {
            m_buffer = HtmlReader::byteOrderMark;
            m_cutter.append(m_buffer, parts[i]);
            announced += countPosts(m_buffer);
            if (!m_html.read(m_buffer, m_reader)) {
                countUnknown(m_page, QStringLiteral("nesting"));
            }
            m_reader.endFragment();
        }
        if (m_cutter.droppedTags() > 0) {
            countUnknown(m_page, QStringLiteral("attributes"));
        }
        return announced;
    }

private:
    PreviewPage &m_page;
    PageReader m_reader;
    HtmlReader m_html;
    BallastCutter m_cutter;
    std::string m_buffer;
};

/// Ascending, each id once; the first reading of an id counts.
void sortPosts(QList<Post> &posts)
{
    std::stable_sort(posts.begin(), posts.end(),
        [](const Post &left, const Post &right) { return left.messageId < right.messageId; });
    const auto end = std::unique(posts.begin(), posts.end(),
        [](const Post &left, const Post &right) { return left.messageId == right.messageId; });
    posts.erase(end, posts.end());
}

/// On a page of the real site every post has a date. One without is the torn end of a page that was cut short.
void dropUndated(QList<Post> &posts)
{
    posts.removeIf([](const Post &post) { return post.postedAt == 0; });
}

void readAgain(PreviewPage &page, std::string_view bytes, bool history)
{
    PreviewPage second;
    PartsReader reader(second);
    reader.read(cutAtPosts(bytes, previewPostLimit), 1);
    if (history) {
        dropUndated(second.posts);
    }
    QSet<MessageId> known;
    for (const Post &post : std::as_const(page.posts)) {
        known.insert(post.messageId);
    }
    for (const Post &post : std::as_const(second.posts)) {
        if (!known.contains(post.messageId)) {
            page.posts.append(post);
        }
    }
    sortPosts(page.posts);
}

} // namespace

PreviewPage parsePreviewPage(const QByteArray &html, const QString &expectedName)
{
    PreviewPage page;
    page.cut = html.size() > previewPageLimit;
    const QByteArray bytes =
        repairedUtf8(page.cut ? QByteArray::fromRawData(html.constData(), previewPageLimit) : html);
    const std::string_view view = viewOf(bytes);
    PartsReader reader(page);
    page.postsSeen = reader.read(cutAtWraps(view, previewPostLimit), 0);
    const bool history = reader.parts().header.history;
    if (history) {
        dropUndated(page.posts);
    }
    sortPosts(page.posts);
    if (page.posts.size() < qMin(page.postsSeen, previewPostLimit)) {
        page.reread = true;
        readAgain(page, view, history);
    }
    page.postsUnreadable = qMax(0, page.postsSeen - static_cast<int>(page.posts.size()));
    concludePage(reader.parts(), expectedName);
    return page;
}

} // namespace vestnik
