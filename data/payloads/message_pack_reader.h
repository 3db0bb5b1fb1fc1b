#pragma once

#include "data/payloads/binary_tree_reader.h"

namespace telltale {

/// MessagePack as JSON of the same shape (payloads.md section 15): byte strings and extension types
/// are nothing, but the timestamp type is a time; integer keys are decimal.
class MessagePackReader final : public BinaryTreeReader
{
public:
    using BinaryTreeReader::BinaryTreeReader;

private:
    bool readItem(std::string_view name) override;
    bool readKey(std::string_view &key) override;

    bool readByCode(unsigned code, std::string_view name);
    bool takeInteger(unsigned code, bool &isNegative, std::uint64_t &magnitude);
    bool takeTextOf(unsigned code, std::string_view &text);
    bool skipBytes(std::size_t lengthBytes, std::string_view name);
    bool openCounted(TreeValue::Kind kind, std::size_t countBytes, std::string_view name);
    bool readFloat(std::size_t bytes, std::string_view name);
    bool readExtensionOf(std::size_t lengthBytes, std::string_view name);
    bool readExtension(std::uint64_t length, std::string_view name);
    bool readTime(std::uint64_t length, std::string_view name);
};

} // namespace telltale
