#pragma once

#include <QtGlobal>

#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <utility>

namespace telltale::test {

/// Somebody who may read the folder and no more; root, who may everything, becomes nobody.
class FolderReader
{
public:
    explicit FolderReader(std::string folder)
        : m_folder(std::move(folder))
    {
        constexpr uid_t kNobody = 65534;
        m_isReader
            = ::chmod(m_folder.c_str(), 0555) == 0 && (::geteuid() != 0 || ::seteuid(kNobody) == 0);
    }
    ~FolderReader()
    {
        const bool isBack = ::seteuid(::getuid()) == 0 && ::chmod(m_folder.c_str(), 0755) == 0;
        Q_ASSERT(isBack);
        Q_UNUSED(isBack)
    }
    FolderReader(const FolderReader &) = delete;
    FolderReader &operator=(const FolderReader &) = delete;
    bool isReader() const { return m_isReader && ::access(m_folder.c_str(), R_OK) == 0; }

private:
    const std::string m_folder;
    bool m_isReader = false;
};

} // namespace telltale::test
