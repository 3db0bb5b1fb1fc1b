-- Only in files that are no longer written: the chunks of `chunk` one behind the other, cut into
-- pieces of the same size (the last may be shorter). A `block` below zero in `chunk` is the place
-- of the chunk, -1 less the number of bytes before it.
CREATE TABLE pack (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
