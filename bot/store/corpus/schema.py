"""The tables of a corpus. Never migrated: whoever changes one raises SCHEMA, and it is built anew."""

SCHEMA = 1
APPLICATION = 0x436F6C43  # "ColC", in the file's header: this is a corpus of ours

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE document (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  subtitle TEXT,
  outlet TEXT,
  published_start TEXT,
  published_end TEXT,
  published_precision TEXT,  -- NULL where the date is unknown
  published_basis TEXT,
  kind TEXT,
  language TEXT,
  url TEXT,
  source_file TEXT,
  text_file TEXT,
  digest TEXT,
  text_digest TEXT,
  words INTEGER NOT NULL,
  pack TEXT,
  guide TEXT
);

CREATE TABLE document_author (
  document TEXT NOT NULL,
  position INTEGER NOT NULL,
  speaker TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE speaker (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, affiliation TEXT);
CREATE TABLE speaker_alias (speaker TEXT NOT NULL, position INTEGER NOT NULL, alias TEXT NOT NULL,
  PRIMARY KEY (speaker, position)) WITHOUT ROWID;

CREATE TABLE topic (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
CREATE TABLE topic_alias (topic TEXT NOT NULL, position INTEGER NOT NULL, alias TEXT NOT NULL,
  PRIMARY KEY (topic, position)) WITHOUT ROWID;

CREATE TABLE passage (
  row INTEGER PRIMARY KEY,  -- reading order, document after document
  key TEXT NOT NULL,  -- one that stands on several rows names nothing
  document TEXT NOT NULL,
  place INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  parent INTEGER,  -- the place of the sentence that holds this stretch
  text TEXT NOT NULL,
  spans TEXT NOT NULL,  -- JSON: [[start, end], ...]
  speaker TEXT,
  attribution TEXT NOT NULL,
  cue TEXT,
  via TEXT NOT NULL,  -- JSON: [speaker, ...], outermost first
  confidence REAL NOT NULL,
  damaged INTEGER NOT NULL
);

CREATE TABLE passage_topic (topic TEXT NOT NULL, row INTEGER NOT NULL,
  PRIMARY KEY (topic, row)) WITHOUT ROWID;

CREATE TABLE claim (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL,
  speaker TEXT NOT NULL, topic TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE claim_passage (claim TEXT NOT NULL, position INTEGER NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY (claim, position)) WITHOUT ROWID;

CREATE TABLE relation (row INTEGER PRIMARY KEY, kind TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL,
  text TEXT);

CREATE TABLE event (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL,
  start TEXT, "end" TEXT, precision TEXT NOT NULL, basis TEXT NOT NULL,
  label TEXT NOT NULL, kind TEXT NOT NULL);
CREATE TABLE event_passage (event TEXT NOT NULL, position INTEGER NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY (event, position)) WITHOUT ROWID;
CREATE TABLE event_topic (topic TEXT NOT NULL, event TEXT NOT NULL,
  PRIMARY KEY (topic, event)) WITHOUT ROWID;

CREATE TABLE question (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL,
  mode TEXT NOT NULL, prompt TEXT NOT NULL, answer TEXT NOT NULL, reason TEXT NOT NULL,
  wrong TEXT NOT NULL,  -- JSON: [[text, reason], ...]
  passages TEXT NOT NULL,  -- JSON: [key, ...]
  topic TEXT);

CREATE TABLE note (row INTEGER PRIMARY KEY, document TEXT NOT NULL, text TEXT NOT NULL,
  passages TEXT NOT NULL);  -- JSON: [key, ...]
"""

# after the rows are in: building an index over them at once is faster than keeping it up
INDEXES = """
CREATE INDEX passage_key ON passage (key);
CREATE INDEX passage_place ON passage (document, place);
CREATE INDEX passage_speaker ON passage (speaker, attribution);
CREATE INDEX claim_topic ON claim (topic);
CREATE INDEX claim_passage_key ON claim_passage (key);
CREATE INDEX event_passage_key ON event_passage (key);
"""
