// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace vestnik {

/// The language of the window: translators and the default locale. GUI thread; made before the first window.
class Language final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Language)

public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    /// `setting`: "system", "en" or "ru" (SettingId::Language). Widgets that exist keep their texts.
    void apply(const QString &setting);
    /// "en" or "ru".
    [[nodiscard]] QString code() const { return m_code; }
    /// What "system" means on this computer: "ru" if Russian stands before English in its list of languages.
    [[nodiscard]] static QString systemCode();

private:
    void removeTranslators();

    QString m_code;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace vestnik
