#pragma once

#include "data/payloads/binary_tree_reader.h"

namespace telltale {

/// CBOR (RFC 8949) as JSON of the same shape (payloads.md section 15): tags 0 and 1 count as their
/// content, other tags, byte strings and undefined are nothing, integer keys are decimal.
class CborReader final : public BinaryTreeReader
{
public:
    using BinaryTreeReader::BinaryTreeReader;

private:
    /// The first byte of an item and the number that belongs to it.
    struct Head
    {
        unsigned type = 0; ///< major type
        unsigned info = 0; ///< additional information
        std::uint64_t number = 0;
        bool isIndefinite() const { return info == 31U; }
    };

    bool readItem(std::string_view name) override;
    bool readKey(std::string_view &key) override;
    bool takeBreak() override;

    bool readHead(Head &head);
    bool skipTags(Head &head, bool &isHidden);
    bool readString(const Head &head, std::string_view &text);
    bool readChunks(unsigned type, std::string_view &text);
    bool readSimple(const Head &head, std::string_view name);
    bool addInteger(const Head &head, std::string_view name);
};

} // namespace telltale
