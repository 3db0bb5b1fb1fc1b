#include "tests/support/damaged_history.h"

#include "tests/support/fake_plant.h"

#include <filesystem>
#include <fstream>

namespace telltale::test {

void damageOldHistory(const FakePlant &plant)
{
    const std::string file = plant.plant().dataFolder + "/history-000";
    for (const char *part : {".db", ".db-wal", ".db-shm"}) {
        std::error_code absent;
        std::filesystem::rename(file + '1' + part, file + '2' + part, absent);
    }
    std::ofstream(file + "1.db") << std::string(40'000, 'x');
}

} // namespace telltale::test
