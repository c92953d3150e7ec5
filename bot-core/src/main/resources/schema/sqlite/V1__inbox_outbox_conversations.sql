-- What is kept, and nothing else. Times are milliseconds since 1970. Columns of type BLOB hold keyed
-- hashes (conversation, person, dedupe) or encrypted values (all others), never plain text.

-- The database's own keys, wrapped by the master key.
CREATE TABLE keyring (
  name TEXT PRIMARY KEY,
  wrapped BLOB NOT NULL
);

-- What arrived or becomes due. When done, only the dedupe hash is left, for 48 hours.
CREATE TABLE inbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  platform TEXT NOT NULL,
  dedupe BLOB NOT NULL UNIQUE,
  status INTEGER NOT NULL DEFAULT 0, -- 0 open, 1 done, 2 set aside
  due INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  ended INTEGER,
  conversation BLOB,
  person BLOB,
  address BLOB,
  timer BLOB, -- the name of a due event; none: it arrived from a platform
  payload BLOB
);

CREATE INDEX inbox_in_order ON inbox (conversation, id) WHERE status = 0;
CREATE INDEX inbox_by_time ON inbox (conversation, due) WHERE status = 0;
CREATE INDEX inbox_of_person ON inbox (person) WHERE person IS NOT NULL;
CREATE INDEX inbox_ended ON inbox (ended) WHERE ended IS NOT NULL;

-- One row a conversation that has open events: the claim and its lease stand here, so that finding the
-- next event never looks at more than one conversation.
CREATE TABLE inbox_lane (
  conversation BLOB PRIMARY KEY,
  platform TEXT NOT NULL,
  head INTEGER NOT NULL, -- the event it waits for, to put lanes of the same moment in order
  ready INTEGER NOT NULL, -- when the next event is due
  busy INTEGER NOT NULL, -- until then claimed, or waiting for another try
  next INTEGER NOT NULL, -- the later of the two
  claim TEXT
) WITHOUT ROWID;

CREATE INDEX inbox_lane_next ON inbox_lane (platform, next, head);

-- What is to be delivered.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  platform TEXT NOT NULL,
  created INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  ambiguous INTEGER NOT NULL DEFAULT 0,
  card TEXT NOT NULL,
  conversation BLOB NOT NULL,
  person BLOB NOT NULL,
  address BLOB NOT NULL,
  payload BLOB NOT NULL
);

CREATE INDEX outbox_in_order ON outbox (conversation, id);
CREATE INDEX outbox_of_person ON outbox (person);
CREATE INDEX outbox_by_age ON outbox (platform, created);

CREATE TABLE outbox_lane (
  conversation BLOB PRIMARY KEY,
  platform TEXT NOT NULL,
  head INTEGER NOT NULL,
  ready INTEGER NOT NULL,
  busy INTEGER NOT NULL,
  next INTEGER NOT NULL,
  claim TEXT
) WITHOUT ROWID;

CREATE INDEX outbox_lane_next ON outbox_lane (platform, next, head);

-- Where a conversation stands; an idle one has no row.
CREATE TABLE conversation (
  conversation BLOB PRIMARY KEY,
  person BLOB NOT NULL,
  address BLOB NOT NULL,
  version INTEGER NOT NULL,
  state BLOB,
  context BLOB,
  touched INTEGER NOT NULL,
  expires INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX conversation_of_person ON conversation (person);
CREATE INDEX conversation_expires ON conversation (expires);

-- The language a person chose.
CREATE TABLE person (
  person BLOB PRIMARY KEY,
  language BLOB NOT NULL,
  chosen INTEGER NOT NULL
) WITHOUT ROWID;

-- The card that stands in a conversation.
CREATE TABLE card (
  conversation BLOB PRIMARY KEY,
  person BLOB NOT NULL,
  reference BLOB NOT NULL,
  sent INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX card_of_person ON card (person);

-- Messages that can still be deleted for a person who wants to be forgotten.
CREATE TABLE sent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person BLOB NOT NULL,
  address BLOB NOT NULL,
  reference BLOB NOT NULL,
  sent INTEGER NOT NULL
);

CREATE INDEX sent_of_person ON sent (person);
CREATE INDEX sent_by_age ON sent (sent);
