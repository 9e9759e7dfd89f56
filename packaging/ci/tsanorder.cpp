// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Linked into the tests of the preset `tsan` only. The distribution's Qt is not instrumented, so the thread sanitizer
// does not see that a posted event comes before its delivery, and takes every lambda that crosses threads for a race.
// The functions below stand in front of Qt's own and tell it: what posts releases, what delivers acquires. One order
// for all events hides races between code that some posted event happens to lie between; accesses that overlap freely
// are found.

#include <QCoreApplication>
#include <QMutex>
#include <QRunnable>
#include <QThread>
#include <QThreadPool>
#include <QThreadStorage>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace {

char eventOrder; // only its address counts

void posted()
{
    __tsan_release(&eventOrder);
}

void received()
{
    __tsan_acquire(&eventOrder);
}

template<typename Function>
Function *next(const char *symbol)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, symbol));
}

/// Its end is the last thing that a QThread does before those who wait for it go on.
struct EndOfThread {
    EndOfThread() = default;
    ~EndOfThread() { posted(); }
    EndOfThread(const EndOfThread &) = delete;
    EndOfThread &operator=(const EndOfThread &) = delete;
};

bool onEvent(void **)
{
    static QThreadStorage<EndOfThread *> ends;
    if (!ends.hasLocalData()) {
        ends.setLocalData(new EndOfThread);
    }
    received();
    return false;
}

[[maybe_unused]] const bool registered = QInternal::registerCallback(QInternal::EventNotifyCallback, onEvent);

class OrderedRunnable final : public QRunnable {
public:
    explicit OrderedRunnable(QRunnable *inner)
        : m_inner(inner)
    {
        posted();
    }
    void run() override
    {
        received();
        const bool owned = m_inner->autoDelete();
        m_inner->run();
        if (owned) {
            delete m_inner;
        }
        posted();
    }

private:
    QRunnable *const m_inner;
};

std::function<void()> ordered(std::function<void()> work)
{
    std::function<void()> wrapped = [work = std::move(work)] {
        received();
        work();
        posted();
    };
    posted(); // after the last write to what the other thread will read
    return wrapped;
}

} // namespace

void QMetaObject::activate(QObject *sender, int signal, void **arguments)
{
    static auto *const real = next<void(QObject *, int, void **)>("_ZN11QMetaObject8activateEP7QObjectiPPv");
    posted();
    real(sender, signal, arguments);
}

void QMetaObject::activate(QObject *sender, const QMetaObject *type, int signal, void **arguments)
{
    static auto *const real =
        next<void(QObject *, const QMetaObject *, int, void **)>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    posted();
    real(sender, type, signal, arguments);
}

bool QMetaObject::invokeMethodImpl(
    QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result)
{
    static auto *const real = next<bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    posted();
    return real(object, slot, type, result);
}

void QCoreApplication::postEvent(QObject *receiver, QEvent *event, int priority)
{
    static auto *const real =
        next<void(QObject *, QEvent *, int)>("_ZN16QCoreApplication9postEventEP7QObjectP6QEventi");
    posted();
    real(receiver, event, priority);
}

void QObject::deleteLater()
{
    static auto *const real = next<void(QObject *)>("_ZN7QObject11deleteLaterEv");
    posted();
    real(this);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    static auto *const real = next<bool(QThread *, QDeadlineTimer)>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool ended = real(this, deadline);
    received();
    return ended;
}

void QThreadPool::start(QRunnable *runnable, int priority)
{
    static auto *const real = next<void(QThreadPool *, QRunnable *, int)>("_ZN11QThreadPool5startEP9QRunnablei");
    real(this, new OrderedRunnable(runnable), priority);
}

void QThreadPool::start(std::function<void()> work, int priority)
{
    static auto *const real =
        next<void(QThreadPool *, std::function<void()>, int)>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    real(this, ordered(std::move(work)), priority);
}

bool QThreadPool::waitForDone(int milliseconds)
{
    static auto *const real = next<bool(QThreadPool *, int)>("_ZN11QThreadPool11waitForDoneEi");
    const bool done = real(this, milliseconds);
    received();
    return done;
}

// The inline half of a mutex is instrumented; these are the other half, taken when two threads meet at it.
void QBasicMutex::lockInternal() QT_MUTEX_LOCK_NOEXCEPT
{
    static auto *const real = next<void(QBasicMutex *)>("_ZN11QBasicMutex12lockInternalEv");
    real(this);
    __tsan_acquire(this);
}

void QBasicMutex::unlockInternal() noexcept
{
    static auto *const real = next<void(QBasicMutex *)>("_ZN11QBasicMutex14unlockInternalEv");
    __tsan_release(this);
    real(this);
}
