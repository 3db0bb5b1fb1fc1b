-- Schema 4: only roll-ups may be left of the samples of a tag in a file that is no longer written.
-- `block` is 0 in all its rows of `chunk` then, and `parts` has the roll-ups, one or up to 64, in
-- its version 2 (docs/history-format.md).
PRAGMA user_version = 4;
