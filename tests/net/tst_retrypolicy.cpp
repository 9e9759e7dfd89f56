// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/retrypolicy.h"

#include <QTest>

using namespace vestnik;

class TestRetryPolicy final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pausesDoubleUpToTheCap_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<double>("random");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("no luck needed") << 1 << 0.0 << qint64(0);
        QTest::newRow("first, longest") << 1 << 1.0 << qint64(1000);
        QTest::newRow("first, half") << 1 << 0.5 << qint64(500);
        QTest::newRow("second") << 2 << 1.0 << qint64(2000);
        QTest::newRow("sixth") << 6 << 1.0 << qint64(32'000);
        QTest::newRow("seventh is capped") << 7 << 1.0 << qint64(60'000);
        QTest::newRow("hundredth is capped") << 100 << 0.5 << qint64(30'000);
    }
    void pausesDoubleUpToTheCap()
    {
        QFETCH(int, failures);
        QFETCH(double, random);
        QTEST(RetryPolicy().delay(failures, random), "expected");
    }

    void onlyWhatMayPassIsRetried_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("expected");
        const auto row = [](ErrorCode code, bool expected) {
            QTest::newRow(qPrintable(errorCodeName(code))) << static_cast<int>(code) << expected;
        };
        row(ErrorCode::TimedOut, true);
        row(ErrorCode::ConnectionFailed, true);
        row(ErrorCode::ServerError, true);
        row(ErrorCode::TooManyRequests, true);
        row(ErrorCode::BadCompression, true);
        row(ErrorCode::TruncatedResponse, true);
        row(ErrorCode::HttpStatus, false);
        row(ErrorCode::ResponseTooLarge, false);
        row(ErrorCode::TooManyRedirects, false);
        row(ErrorCode::HostPaused, false);
        row(ErrorCode::Cancelled, false);
        row(ErrorCode::InvalidArgument, false);
    }
    void onlyWhatMayPassIsRetried()
    {
        QFETCH(int, code);
        QTEST(isWorthRetrying(static_cast<ErrorCode>(code)), "expected");
    }

    void retryAfterIsRead_data()
    {
        // RFC 9110's example date; 784111777 is its time in seconds.
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<qint64>("expected"); // -1: none
        const qint64 example = 784'111'777'000;
        QTest::newRow("seconds") << QByteArray("120") << qint64(5) << qint64(120'000);
        QTest::newRow("zero") << QByteArray("0") << qint64(5) << qint64(0);
        QTest::newRow("spaces") << QByteArray(" 7 ") << qint64(5) << qint64(7'000);
        QTest::newRow("more than an hour") << QByteArray("86400") << qint64(5) << qint64(3'600'000);
        QTest::newRow("more than a number") << QByteArray(40, '9') << qint64(5) << qint64(3'600'000);
        QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << example - 90'000 << qint64(90'000);
        QTest::newRow("date gone by") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << example + 1 << qint64(0);
        QTest::newRow("RFC 850 date") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << example - 1000 << qint64(1000);
        QTest::newRow("asctime date") << QByteArray("Sun Nov  6 08:49:37 1994") << example - 1000 << qint64(1000);
        QTest::newRow("far date") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(0) << qint64(3'600'000);
        QTest::newRow("empty") << QByteArray() << qint64(5) << qint64(-1);
        QTest::newRow("negative") << QByteArray("-5") << qint64(5) << qint64(-1);
        QTest::newRow("words") << QByteArray("soon") << qint64(5) << qint64(-1);
    }
    void retryAfterIsRead()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, now);
        QTEST(retryAfterMs(value, now).value_or(-1), "expected");
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
