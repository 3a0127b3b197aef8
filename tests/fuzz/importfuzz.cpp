// Reads any bytes as a file to import, in any way a user can ask for. libFuzzer looks for bytes that break it.
#include "models/exchange/filelook.h"
#include "models/exchange/recordfeed.h"

#include <QCoreApplication>

#include <array>
#include <cstdint>

#include <sys/mman.h>
#include <unistd.h>

using namespace waitline;

namespace {

constexpr size_t wayBytes = 3;
constexpr int mostBatches = 10'000; // more than any input has records

/// A file that exists in memory only.
class MemoryFile final {
public:
    MemoryFile() : m_handle(memfd_create("import", 0)) {}
    bool fill(const uint8_t *bytes, size_t size) const
    {
        return ftruncate(m_handle, 0) == 0 && pwrite(m_handle, bytes, size, 0) == ssize_t(size);
    }
    [[nodiscard]] QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_handle); }

private:
    int m_handle;
};

/// What the first bytes say of how to read the rest; 0 leaves it to be found out.
SourceOptions wayOf(const uint8_t *way)
{
    constexpr std::array encodings{TextEncoding::Utf8, TextEncoding::Windows1252, TextEncoding::Utf16LittleEndian};
    constexpr std::array delimiters{',', ';', '\t'};
    SourceOptions options;
    const QStringList words = formatWords();
    if (const int format = way[0] % (int(words.size()) + 1); format > 0)
        options.format = *formatFromWord(words[format - 1]);
    if (const size_t encoding = way[1] % 4U; encoding > 0)
        options.encoding = encodings[encoding - 1];
    if (const size_t delimiter = way[2] % 4U; delimiter > 0)
        options.delimiter = delimiters[delimiter - 1];
    return options;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const MemoryFile file;
    if (size <= wayBytes || !file.fill(data + wayBytes, size - wayBytes))
        return 0;
    const SourceOptions options = wayOf(data);
    static_cast<void>(lookInto(file.path(), options));
    const auto feed = RecordFeed::open(file.path(), options);
    if (!feed)
        return 0;
    Harvest harvest;
    int batches = 0;
    while (feed.value()->next(harvest, 7)) {
        if (++batches > mostBatches)
            qFatal("The reading does not come to an end.");
        for (const Rejection &rejection : harvest.rejections)
            static_cast<void>(rejection.sentence(QStringLiteral("import")));
    }
    return 0;
}
