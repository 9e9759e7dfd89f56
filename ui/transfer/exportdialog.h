// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QDialog>

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSettings;

namespace vestnik {

/// What there is to choose from in the export dialog, besides a channel and everything.
struct ExportWhat {
    std::optional<PostQuery> results; ///< what a page shows; nullopt: it shows everything
    QList<PostId> posts; ///< its selection
    ChannelId channel = 0; ///< chosen at first, 0 none

    /// From what a page hands over: a query that is one channel only is a channel, one that selects everything is none.
    [[nodiscard]] static ExportWhat of(const PostQuery &query, const QList<PostId> &posts);
};

/// Asks what to export, in which format and where to, and starts the task. To be open()ed; deletes itself when closed.
/// Progress and end are shown by the window. GUI thread.
class ExportDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)

public:
    /// `engine` and `settings` (window.ini: last folder and format) outlive it.
    ExportDialog(EngineFacade &engine, QSettings &settings, const ExportWhat &what, QWidget *parent = nullptr);

    /// What would be started now.
    [[nodiscard]] ExportSpec spec() const;
    /// "vestnik-durov-2026-11-20.csv"
    [[nodiscard]] static QString fileName(const QString &what, const QDate &date, ExportFormat format);

private:
    enum What { Selection, Results, Channel, Everything };

    void makeWhat(QGridLayout *grid);
    void makeFormats(QGridLayout *grid);
    void makeFile(QGridLayout *grid);
    void fillChannels(const QList<ChannelRow> &channels);
    void browse();
    void propose();
    void check();
    void start();
    [[nodiscard]] What what() const;
    [[nodiscard]] ExportFormat format() const;
    [[nodiscard]] ChannelId channel() const;
    [[nodiscard]] QString nameOfWhat() const;

    EngineFacade &m_engine;
    QSettings &m_settings;
    const ExportWhat m_what;
    QButtonGroup *m_whatGroup = nullptr;
    QButtonGroup *m_formatGroup = nullptr;
    QRadioButton *m_channelButton = nullptr;
    QComboBox *m_channels = nullptr;
    QHash<ChannelId, QString> m_usernames;
    QLineEdit *m_path = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_start = nullptr;
    QString m_asked; ///< a file whose replacement the file dialog has asked about
    bool m_ownName = false; ///< the name was chosen by hand
    bool m_starting = false;
};

} // namespace vestnik
