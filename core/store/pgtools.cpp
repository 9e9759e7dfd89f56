// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/pgtools.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStringList>
#include <QUrl>

#include <array>
#include <cerrno>
#include <csignal>
#include <functional>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vestnik::pgtools {
namespace {

constexpr int pollMs = 50;
constexpr qint64 politeMs = 3'000; ///< between the wish to end and the end
constexpr qsizetype mostOutput = 1'000'000;

struct Outcome {
    int status = 0; ///< of the program, 0: all well
    QString errors;
    QString output;
};

/// Both ends of a pipe, closed when this goes.
class Pipe final {
public:
    Pipe() { m_open = ::pipe2(m_ends.data(), O_CLOEXEC) == 0; }
    ~Pipe()
    {
        closeWriter();
        if (m_open) {
            ::close(m_ends[0]);
        }
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int reader() const { return m_ends[0]; }
    [[nodiscard]] int writer() const { return m_ends[1]; }
    void closeWriter()
    {
        if (m_open && m_ends[1] >= 0) {
            ::close(m_ends[1]);
            m_ends[1] = -1;
        }
    }

private:
    std::array<int, 2> m_ends{-1, -1};
    bool m_open = false;
};

/// The surroundings of this process, with what the program needs instead.
std::vector<QByteArray> environment(const QString &password)
{
    std::vector<QByteArray> variables;
    for (char **one = environ; *one; ++one) {
        const QByteArray variable(*one);
        if (!variable.startsWith("LC_ALL=") && !variable.startsWith("LANGUAGE=")
            && (password.isEmpty() || !variable.startsWith("PGPASSWORD="))) {
            variables.push_back(variable);
        }
    }
    variables.push_back("LC_ALL=C"); // messages are looked through
    if (!password.isEmpty()) {
        variables.push_back("PGPASSWORD=" + password.toUtf8());
    }
    return variables;
}

std::vector<char *> pointers(std::vector<QByteArray> &texts)
{
    std::vector<char *> pointers;
    for (QByteArray &text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

/// Takes what has come; false at the end.
bool drain(int reader, QByteArray &into)
{
    std::array<char, 4096> buffer{};
    const ssize_t got = ::read(reader, buffer.data(), buffer.size());
    if (got > 0 && into.size() < mostOutput) {
        into.append(buffer.data(), got);
    }
    return got > 0 || (got < 0 && errno == EINTR);
}

Result<pid_t> spawn(const QStringList &command, const QString &password, const Pipe &errors, const Pipe &output)
{
    std::vector<QByteArray> words;
    for (const QString &word : command) {
        words.push_back(word.toUtf8());
    }
    std::vector<QByteArray> variables = environment(password);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output.writer(), 1);
    posix_spawn_file_actions_adddup2(&actions, errors.writer(), 2);
    pid_t child = 0;
    const int code = ::posix_spawnp(
        &child, words.front().constData(), &actions, nullptr, pointers(words).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0) {
        return failure(ErrorCode::ToolMissing, command.first(), QString::fromLocal8Bit(std::strerror(code)));
    }
    return child;
}

/// Runs a program to its end.
Result<Outcome> run(const QStringList &command, const QString &password, const TaskControl &control,
    const std::function<void()> &meanwhile = {})
{
    Pipe errors;
    Pipe output;
    if (!errors.isOpen() || !output.isOpen()) {
        return failure(ErrorCode::Internal, QString::fromLocal8Bit(std::strerror(errno)));
    }
    const Result<pid_t> child = spawn(command, password, errors, output);
    if (!child) {
        return failure(child.error());
    }
    errors.closeWriter();
    output.closeWriter();
    QByteArray said;
    QByteArray written;
    std::array<pollfd, 2> ends{pollfd{errors.reader(), POLLIN, 0}, pollfd{output.reader(), POLLIN, 0}};
    bool cancelled = false;
    QElapsedTimer sinceCancelled;
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        (void)::poll(ends.data(), ends.size(), pollMs);
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (ends[i].fd >= 0 && ends[i].revents != 0 && !drain(ends[i].fd, i == 0 ? said : written)) {
                ends[i].fd = -1;
            }
        }
        if (control.isCancelled() && !cancelled) {
            cancelled = true;
            sinceCancelled.start();
            ::kill(*child, SIGTERM);
        } else if (cancelled && sinceCancelled.elapsed() > politeMs) {
            ::kill(*child, SIGKILL);
        }
        if (meanwhile) {
            meanwhile();
        }
    }
    // Both of its outputs are closed: it is as good as gone.
    int status = 0;
    while (::waitpid(*child, &status, 0) < 0 && errno == EINTR) { }
    if (cancelled) {
        return failure(ErrorCode::Cancelled, command.first());
    }
    Outcome outcome;
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    outcome.errors = QString::fromUtf8(said).trimmed();
    outcome.output = QString::fromUtf8(written);
    // How posix_spawn of some systems says that there is no such program.
    if (outcome.status == 127) {
        return failure(ErrorCode::ToolMissing, command.first(), outcome.errors);
    }
    return outcome;
}

Error errorOf(const Outcome &outcome, const QString &program, const QString &file)
{
    if (outcome.errors.contains(QLatin1String("No space left"))
        || outcome.errors.contains(QLatin1String("File too large"))
        || outcome.errors.contains(QLatin1String("disk full"), Qt::CaseInsensitive)) {
        return {ErrorCode::DatabaseFull, file, outcome.errors.right(500)};
    }
    const QString first = outcome.errors.section(QLatin1Char('\n'), 0, 0).left(300);
    return {ErrorCode::DatabaseFailed,
        first.isEmpty() ? QStringLiteral("%1 ended with %2").arg(program).arg(outcome.status) : first,
        outcome.errors.right(1000)};
}

} // namespace

Address withoutPassword(const QString &address)
{
    const qsizetype begin = address.indexOf(QLatin1String("://")) + 3;
    qsizetype end = begin;
    while (end < address.size() && !QStringLiteral("/?").contains(address.at(end))) {
        ++end;
    }
    QString authority = address.mid(begin, end - begin);
    QString rest = address.mid(end);
    Address parts;
    const qsizetype at = authority.lastIndexOf(QLatin1Char('@'));
    const qsizetype colon = authority.indexOf(QLatin1Char(':'));
    if (at >= 0 && colon >= 0 && colon < at) {
        parts.password = QUrl::fromPercentEncoding(authority.mid(colon + 1, at - colon - 1).toUtf8());
        authority.remove(colon, at - colon);
    }
    const qsizetype question = rest.indexOf(QLatin1Char('?'));
    if (question >= 0) {
        QStringList kept;
        for (const QString &pair : rest.mid(question + 1).split(QLatin1Char('&'), Qt::SkipEmptyParts)) {
            if (pair.startsWith(QLatin1String("password="))) {
                parts.password = QUrl::fromPercentEncoding(pair.mid(9).toUtf8());
            } else if (!pair.startsWith(QLatin1String("sslpassword="))) {
                kept.append(pair);
            }
        }
        rest.truncate(question);
        if (!kept.isEmpty()) {
            rest += QLatin1Char('?') + kept.join(QLatin1Char('&'));
        }
    }
    parts.open = address.left(begin) + authority + rest;
    return parts;
}

Result<void> dump(const QString &address, const QString &schema, const QString &file, const TaskControl &control)
{
    const Address parts = withoutPassword(address);
    const QString program = QStringLiteral("pg_dump");
    // Quoted, so that no character of the name is taken for a pattern.
    QString quoted = schema;
    quoted = QLatin1Char('"') + quoted.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    const Result<Outcome> ended =
        run({program, QStringLiteral("--format=custom"), QStringLiteral("--no-password"), QStringLiteral("--no-owner"),
                QStringLiteral("--no-privileges"), QLatin1String("--schema=") + quoted, QLatin1String("--file=") + file,
                QLatin1String("--dbname=") + parts.open},
            parts.password, control, [&] { control.report(QFileInfo(file).size()); });
    if (ended && ended->status == 0) {
        return {};
    }
    QFile::remove(file);
    return failure(ended ? errorOf(*ended, program, file) : ended.error());
}

Result<void> restore(const QString &file, const QString &address, const TaskControl &control)
{
    const Address parts = withoutPassword(address);
    const QString program = QStringLiteral("pg_restore");
    const Result<Outcome> ended =
        run({program, QStringLiteral("--no-password"), QStringLiteral("--no-owner"), QStringLiteral("--no-privileges"),
                QStringLiteral("--clean"), QStringLiteral("--if-exists"), QStringLiteral("--single-transaction"),
                QStringLiteral("--exit-on-error"), QLatin1String("--dbname=") + parts.open, file},
            parts.password, control);
    if (ended && ended->status == 0) {
        return {};
    }
    return failure(ended ? errorOf(*ended, program, parts.open) : ended.error());
}

Result<QStringList> contents(const QString &file, const TaskControl &control)
{
    const Result<Outcome> ended = run({QStringLiteral("pg_restore"), QStringLiteral("--list"), file}, {}, control);
    if (!ended) {
        return failure(ended.error());
    }
    if (ended->status != 0) {
        return failure(ErrorCode::FileFailed, file, ended->errors.right(500));
    }
    return ended->output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace vestnik::pgtools
