// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/result.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace vestnik {

class tst_Result final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasAnOwnNameAndSentence();
    void unknownNameIsAnInternalError();
    void subjectAndDetailAreInTheEnglishText();
    void subjectIsTakenAsItIs();
    void failureCarriesTheError();
    void resultsOfEqualErrorsAreEqual();
};

void tst_Result::everyCodeHasAnOwnNameAndSentence()
{
    static const QRegularExpression snakeCase(QStringLiteral("^[a-z]+(_[a-z]+)*$"));
    QSet<QString> names;
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        const QString name = errorCodeName(code);
        QVERIFY2(snakeCase.match(name).hasMatch(), qPrintable(name));
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        QCOMPARE(errorCodeFromName(name), code);
        QVERIFY2((code == ErrorCode::None) == (qstrlen(errorTemplate(code)) == 0), qPrintable(name));
        QVERIFY(errorAdvice(code));
    }
}

void tst_Result::unknownNameIsAnInternalError()
{
    QCOMPARE(errorCodeFromName(QStringLiteral("no_such_error")), ErrorCode::Internal);
    QCOMPARE(errorCodeFromName(QString()), ErrorCode::Internal);
}

void tst_Result::subjectAndDetailAreInTheEnglishText()
{
    const Error error{ErrorCode::NotFound, QStringLiteral("durov"), QStringLiteral("row 7")};
    QCOMPARE(errorEnglish(error), QStringLiteral("Not found: durov. (row 7)"));
    QCOMPARE(errorEnglish({ErrorCode::Cancelled, {}, {}}), QStringLiteral("Cancelled."));
}

void tst_Result::subjectIsTakenAsItIs()
{
    const Error error{ErrorCode::NotFound, QStringLiteral("100%2 %1"), {}};
    QCOMPARE(errorEnglish(error), QStringLiteral("Not found: 100%2 %1."));
}

void tst_Result::failureCarriesTheError()
{
    const auto find = [](bool there) -> Result<int> {
        if (!there) {
            return failure(ErrorCode::NotFound, QStringLiteral("it"), QStringLiteral("why"));
        }
        return 7;
    };
    QCOMPARE(find(true).value(), 7);
    const Result<int> missing = find(false);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QCOMPARE(missing.error().subject, QStringLiteral("it"));
    QCOMPARE(missing.error().detail, QStringLiteral("why"));
}

void tst_Result::resultsOfEqualErrorsAreEqual()
{
    const Error error{ErrorCode::TimedOut, QStringLiteral("host"), {}};
    const Result<void> first = failure(error);
    const Result<void> second = failure(ErrorCode::TimedOut, QStringLiteral("host"));
    QCOMPARE(first.error(), second.error());
    QVERIFY(!(first.error() == Error()));
}

} // namespace vestnik

QTEST_GUILESS_MAIN(vestnik::tst_Result)
#include "tst_result.moc"
