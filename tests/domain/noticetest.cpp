#include "models/domain/notice.h"

#include <QTest>

using namespace waitline;

class NoticeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placeholdersAreReplacedWhereverTheyStand()
    {
        const NoticeTemplate text{QStringLiteral("Order {order}"), QStringLiteral("Dear {customer},\n\n{lines}\n\n{order}: {order}")};
        const NoticeTemplate filled = filledIn(text, {{"order", "12"}, {"customer", "Zoë"}, {"lines", "2 × Lamp"}});
        QCOMPARE(filled.subject, QStringLiteral("Order 12"));
        QCOMPARE(filled.body, QStringLiteral("Dear Zoë,\n\n2 × Lamp\n\n12: 12"));
    }
    void whatHasNoValueLeavesNoHole()
    {
        const NoticeTemplate filled = filledIn({QStringLiteral("x"), QStringLiteral("a\n\n{lines}\n\nb")}, {});
        QCOMPARE(filled.body, QStringLiteral("a\n\nb"));
    }
    void aValueIsNeverReadAsAPlaceholder()
    {
        const NoticeTemplate filled =
            filledIn({QStringLiteral("{customer}"), QStringLiteral("y")}, {{"customer", "{order}"}, {"order", "1"}});
        QCOMPARE(filled.subject, QStringLiteral("{order}"));
    }
    void anUnknownPlaceholderIsNamedInOneSentence()
    {
        const auto verdict = validate(NoticeTemplate{QStringLiteral("Order"), QStringLiteral("Dear {cusotmer}")});
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().field, QStringLiteral("body"));
        QVERIFY(verdict.error().message.contains(QStringLiteral("“{cusotmer}” is no placeholder")));
        QVERIFY(validate(NoticeTemplate{QStringLiteral("a { b"), QStringLiteral("{ } and {customer}")})); // braces are signs too
        QVERIFY(!validate(NoticeTemplate{QStringLiteral(" "), QStringLiteral("x")}));
        QVERIFY(!validate(NoticeTemplate{QStringLiteral("x"), QString()}));
    }
    void theWordsTheProgramComesWithAreValid()
    {
        for (int kind = 0; kind < noticeKinds; ++kind) {
            QVERIFY(validate(defaultTemplate(NoticeKind(kind))));
            QVERIFY(*noticeKindFromWord(noticeWord(NoticeKind(kind))) == NoticeKind(kind));
        }
        QVERIFY(!noticeKindFromWord(QStringLiteral("other")));
    }
};

QTEST_GUILESS_MAIN(NoticeTest)
#include "noticetest.moc"
