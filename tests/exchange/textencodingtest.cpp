#include "models/exchange/textlines.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QTest>

using namespace waitline;

namespace {

QByteArray decodedWhole(QByteArray bytes, const EncodingGuess &guess)
{
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    device.seek(guess.markLength);
    TextLines lines(device, guess.encoding);
    QByteArray all;
    for (QByteArrayView line = lines.next(); !line.isEmpty(); line = lines.next())
        all.append(line);
    return all;
}

EncodingGuess guessFor(QByteArray bytes)
{
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    const EncodingGuess guess = detectEncoding(device);
    [&] { QCOMPARE(device.pos(), 0); }();
    return guess;
}

const QString sampleText = QStringLiteral("name,price\nMüller – „Ä“ €,5\n😀,1\n");

} // namespace

class TextEncodingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QStringEncoder little(QStringConverter::Utf16LE);
        QStringEncoder big(QStringConverter::Utf16BE);
        const QByteArray utf16le = little(sampleText);
        const QByteArray utf16be = big(sampleText);
        QTest::newRow("UTF-8") << sampleText.toUtf8() << "utf-8";
        QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + sampleText.toUtf8() << "utf-8";
        QTest::newRow("UTF-16 LE with mark") << QByteArray("\xFF\xFE") + utf16le << "utf-16le";
        QTest::newRow("UTF-16 BE with mark") << QByteArray("\xFE\xFF") + utf16be << "utf-16be";
        QTest::newRow("UTF-16 LE") << utf16le << "utf-16le";
        QTest::newRow("UTF-16 BE") << utf16be << "utf-16be";
    }
    void readsEveryEncoding()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        const EncodingGuess guess = guessFor(bytes);
        QCOMPARE(encodingName(guess.encoding), encoding);
        QCOMPARE(decodedWhole(bytes, guess), sampleText.toUtf8());
    }
    void windows1252IsWhatIsLeft()
    {
        const QByteArray bytes("caf\xE9 \x80 5 \x96 \x84x\x93\n");
        const EncodingGuess guess = guessFor(bytes);
        QCOMPARE(guess.encoding, TextEncoding::Windows1252);
        QCOMPARE(decodedWhole(bytes, guess), QStringLiteral("café € 5 – „x“\n").toUtf8());
    }
    void theLastByteDecidesToo()
    {
        // Two megabytes of UTF-8 whose characters straddle every piece, then one byte that is none.
        QByteArray bytes = QStringLiteral("x€").toUtf8().repeated(600'000);
        QCOMPARE(guessFor(bytes).encoding, TextEncoding::Utf8);
        QCOMPARE(guessFor(bytes + "\xE9").encoding, TextEncoding::Windows1252);
        QCOMPARE(guessFor(bytes + "\xE2\x82").encoding, TextEncoding::Windows1252);
    }
    void utf16SurrogatesMaySpanPieces()
    {
        QString text(131'071, u'a');
        text += QStringLiteral("😀\n");
        QStringEncoder little(QStringConverter::Utf16LE);
        const QByteArray bytes = little(text);
        QCOMPARE(decodedWhole(bytes, {TextEncoding::Utf16LittleEndian, 0}), text.toUtf8());
    }
    void namesTheLineThatIsNoUtf8()
    {
        QByteArray bytes("a\nb\nc\xE9\nd\n");
        QBuffer device(&bytes);
        device.open(QIODevice::ReadOnly);
        QCOMPARE(firstLineThatIsNotUtf8(device), 3);
        QByteArray good("a\nb\n");
        QBuffer other(&good);
        other.open(QIODevice::ReadOnly);
        QCOMPARE(firstLineThatIsNotUtf8(other), 0);
    }
    void knowsEncodingsByName()
    {
        QCOMPARE(encodingNamed(QStringLiteral("CP1252")).value(), TextEncoding::Windows1252);
        QCOMPARE(encodingNamed(QStringLiteral("ISO-8859-1")).value(), TextEncoding::Windows1252);
        QCOMPARE(encodingNamed(QStringLiteral("UTF-8")).value(), TextEncoding::Utf8);
        QVERIFY(encodingNamed(QStringLiteral("klingon")).error().message.contains(QStringLiteral("klingon")));
    }
};

QTEST_APPLESS_MAIN(TextEncodingTest)
#include "textencodingtest.moc"
