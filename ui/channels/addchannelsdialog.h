// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QDialog>
#include <QPlainTextEdit>
#include <QTimer>

class QComboBox;
class QLabel;
class QMimeData;
class QPushButton;
class QTableView;

namespace vestnik {

class AddPreviewModel;

/// The field for pasted text: text is taken as plain text, files by their paths. GUI thread.
class PasteField final : public QPlainTextEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasteField)

public:
    explicit PasteField(QWidget *parent = nullptr);

Q_SIGNALS:
    void filesGiven(const QStringList &paths);
    /// More than maxChannelFile of text was pasted; it was not taken.
    void tooMuchGiven();

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
};

/// One large field to paste any text into, and at once what it understood of it. To be open()ed; deletes itself when
/// closed. GUI thread; the facade outlives it.
class AddChannelsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddChannelsDialog)

public:
    /// `known`: names in the list; `folders`: to choose from; `folder`: chosen at first.
    AddChannelsDialog(EngineFacade &engine, const QStringList &known, const QStringList &folders, const QString &folder,
        QWidget *parent);

    void setKnown(const QStringList &usernames);
    /// Adds text to what stands in the field.
    void addText(const QString &text);
    void addFiles(const QStringList &paths);

    /// Paths of local files in dropped data; empty if it holds text only.
    [[nodiscard]] static QStringList filesOf(const QMimeData *data);

Q_SIGNALS:
    void added(const vestnik::AddedChannels &result);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void openFile();
    void understand();
    void updateSummary();
    void complain(const QString &text);
    void submit();
    void onAnswer(const Result<AddedChannels> &result);

    EngineFacade &m_engine;
    AddPreviewModel *m_model;
    PasteField *m_field;
    QTableView *m_preview;
    QLabel *m_summary;
    QLabel *m_complaint;
    QComboBox *m_folder;
    QPushButton *m_add;
    QTimer m_pause; ///< so that typing a long list does not read all of it again at each key
    bool m_sending = false;
};

} // namespace vestnik
