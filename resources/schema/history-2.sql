-- Schema 2: a row of table chunk may stand for up to 64 chunks that follow one another. `parts`
-- then has what the row says of each (docs/history-format.md), and the row what is true of all;
-- `block` is that of the first. NULL: the row is one chunk.
ALTER TABLE chunk ADD COLUMN parts BLOB;

PRAGMA user_version = 2;
