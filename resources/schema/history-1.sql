-- Telltale history, schema 1. Times are microseconds since 1970-01-01T00:00:00Z (event time).
-- docs/history-format.md describes the blobs.
CREATE TABLE state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    position INTEGER NOT NULL, -- raw journal: everything before it is stored
    messages INTEGER NOT NULL, -- decoded messages behind the stored samples
    samples INTEGER NOT NULL,  -- samples stored, duplicates not counted
    log_row INTEGER NOT NULL,  -- the newest row ever written to log; ids are never used again
    oldest INTEGER,            -- event times; NULL while there is none
    newest INTEGER
);
INSERT INTO state VALUES (1, 0, 0, 0, 0, NULL, NULL);

-- Counters of the pipeline, committed together with the samples they count.
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    low REAL,
    high REAL,
    decimals INTEGER NOT NULL,
    source INTEGER NOT NULL
);

-- One row per group commit: a batch of samples of many tags, in order of arrival.
CREATE TABLE log (id INTEGER PRIMARY KEY, data BLOB NOT NULL);

-- About 512 samples of one tag. The chunks of a tag never overlap. The value columns are about
-- samples that have a number: not bad, not text, finite; NULL if there is none.
CREATE TABLE chunk (
    tag INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    count INTEGER NOT NULL,     -- all samples
    bad INTEGER NOT NULL,       -- those without a number
    first_number INTEGER,       -- time of the first number; NULL: as first
    last_number INTEGER,        -- time of the last number; NULL: as last
    first_value,
    last_value,
    min,
    max,
    sum,
    block INTEGER NOT NULL,
    PRIMARY KEY (tag, first)
) WITHOUT ROWID;
CREATE TABLE block (id INTEGER PRIMARY KEY, data BLOB NOT NULL);

-- The newest sample of a tag that is in a chunk, and how far its log is there.
CREATE TABLE last (
    tag INTEGER PRIMARY KEY,
    sealed INTEGER NOT NULL, -- samples of log rows up to this one are in chunks
    time INTEGER NOT NULL,
    value,                   -- REAL; a BLOB of 8 bytes, little-endian, if it is NaN
    quality INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    side                     -- TEXT, INTEGER, or a BLOB of 8 bytes (unsigned, little-endian)
);

CREATE TABLE gap (
    cause INTEGER NOT NULL,
    source INTEGER NOT NULL,
    tag INTEGER NOT NULL, -- -1: all tags of the source
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    PRIMARY KEY (cause, source, tag, begins)
) WITHOUT ROWID;

PRAGMA user_version = 1;
