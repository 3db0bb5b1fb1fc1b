#pragma once

namespace telltale::test {

class FakePlant;

/// Puts a file before the plant's history that cannot be read.
void damageOldHistory(const FakePlant &plant);

} // namespace telltale::test
