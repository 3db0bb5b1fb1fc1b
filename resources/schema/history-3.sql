-- Schema 3: values of blocks may have form 7 (docs/history-format.md); when a file was begun; and
-- `oldest` and `newest` of the state are those of this file alone.
ALTER TABLE state ADD COLUMN begun INTEGER; -- arrival of its first samples; NULL: not known

PRAGMA user_version = 3;
