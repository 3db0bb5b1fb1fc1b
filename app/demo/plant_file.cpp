#include "app/demo/plant_file.h"

#include "data/storage/file.h"

#include <QLoggingCategory>

#include <limits>
#include <locale>
#include <sstream>

Q_LOGGING_CATEGORY(logPlantFile, "telltale.demo")

namespace telltale {
namespace {

/// Another list of what is kept has another number.
const std::string kHeading = "telltale-demo-plant-1";
const std::string kEnd = "end"; ///< without it the file is not whole

class Writer
{
public:
    Writer()
    {
        m_stream.imbue(std::locale::classic());
        m_stream.precision(std::numeric_limits<double>::max_digits10);
    }

    template <typename... Values> void operator()(const Values &...values)
    {
        ((m_stream << values << '\n'), ...);
    }
    std::string text() const { return m_stream.str(); }

private:
    std::ostringstream m_stream;
};

class Reader
{
public:
    explicit Reader(const std::string &text)
        : m_stream(text)
    {
        m_stream.imbue(std::locale::classic());
    }

    template <typename... Values> void operator()(Values &...values)
    {
        ((m_stream >> values), ...);
    }
    /// Whether `word` comes next.
    bool says(const std::string &word)
    {
        std::string found;
        m_stream >> found;
        return found == word;
    }

private:
    std::istringstream m_stream;
};

} // namespace

void PlantFile::save(WaterPlant plant) const
{
    if (m_path.empty())
        return;
    Writer writer;
    writer(kHeading);
    plant.keep(writer);
    writer(kEnd);
    const Outcome written = writeFileDurably(m_path, writer.text());
    if (!written.ok())
        qCWarning(logPlantFile, "%s", written.error().detail.c_str());
}

std::optional<WaterPlant> PlantFile::load() const
{
    const Result<std::string> text = readFile(m_path);
    if (!text.ok())
        return std::nullopt;
    Reader reader(text.value());
    if (!reader.says(kHeading))
        return std::nullopt;
    WaterPlant plant(0, Timestamp {});
    plant.keep(reader);
    return reader.says(kEnd) ? std::optional(plant) : std::nullopt;
}

} // namespace telltale
