// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/wordproxy.h"

#include <QLocale>
#include <QVariant>

#include <algorithm>

namespace vestnik {

WordProxy::WordProxy(Words words, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_kind(words)
{
    // The "C" locale compares code points and knows neither case nor numbers.
    const QLocale locale;
    m_collator.setLocale(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void WordProxy::setText(const QString &text)
{
    QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (m_kind == Words::Names) {
        for (QString &word : words) {
            if (word.startsWith(QLatin1Char('@'))) {
                word.remove(0, 1);
            }
        }
        words.removeAll(QString());
    }
    if (words != m_words) {
        m_words = words;
        invalidateFilter();
    }
}

bool WordProxy::holdsWords(std::initializer_list<QStringView> texts) const
{
    return std::all_of(m_words.cbegin(), m_words.cend(), [texts](const QString &word) {
        return std::any_of(
            texts.begin(), texts.end(), [&word](QStringView text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

int WordProxy::compare(const QVariant &a, const QVariant &b) const
{
    if (a.userType() == QMetaType::QString) {
        return m_collator.compare(a.toString(), b.toString());
    }
    const qint64 left = a.toLongLong();
    const qint64 right = b.toLongLong();
    return left < right ? -1 : int(left > right);
}

} // namespace vestnik
