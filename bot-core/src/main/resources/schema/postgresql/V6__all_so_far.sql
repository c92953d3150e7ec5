-- The same as SQLite's V1 to V6, where each column is explained. Versions go on together from here.
-- Times are milliseconds since 1970, days are days since 1970 in UTC. Columns of type BYTEA hold keyed
-- hashes (conversation, person, tenant, dedupe) or encrypted values (all others), never plain text.
-- Collation "C": the same order as SQLite's, whatever the server's language.

CREATE TABLE keyring (
  name TEXT COLLATE "C" PRIMARY KEY,
  wrapped BYTEA NOT NULL
);

-- Ids must grow in the order of commits of one connection after another, so the sequences keep no cache.
CREATE TABLE inbox (
  id BIGINT GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
  platform TEXT COLLATE "C" NOT NULL,
  dedupe BYTEA NOT NULL UNIQUE,
  status INTEGER NOT NULL DEFAULT 0, -- 0 open, 1 done, 2 set aside
  due BIGINT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  ended BIGINT,
  conversation BYTEA,
  person BYTEA,
  address BYTEA,
  timer BYTEA,
  payload BYTEA
);

CREATE INDEX inbox_in_order ON inbox (conversation, id) WHERE status = 0;
CREATE INDEX inbox_by_time ON inbox (conversation, due) WHERE status = 0;
CREATE INDEX inbox_of_person ON inbox (person) WHERE person IS NOT NULL;
CREATE INDEX inbox_ended ON inbox (ended) WHERE ended IS NOT NULL;

CREATE TABLE inbox_lane (
  conversation BYTEA PRIMARY KEY,
  platform TEXT COLLATE "C" NOT NULL,
  head BIGINT NOT NULL,
  ready BIGINT NOT NULL,
  busy BIGINT NOT NULL,
  next BIGINT NOT NULL,
  claim TEXT COLLATE "C"
);

CREATE INDEX inbox_lane_next ON inbox_lane (platform, next, head);

CREATE TABLE outbox (
  id BIGINT GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
  platform TEXT COLLATE "C" NOT NULL,
  created BIGINT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  ambiguous INTEGER NOT NULL DEFAULT 0,
  card TEXT COLLATE "C" NOT NULL,
  conversation BYTEA NOT NULL,
  person BYTEA NOT NULL,
  address BYTEA NOT NULL,
  payload BYTEA NOT NULL
);

CREATE INDEX outbox_in_order ON outbox (conversation, id);
CREATE INDEX outbox_of_person ON outbox (person);
CREATE INDEX outbox_by_age ON outbox (platform, created);

CREATE TABLE outbox_lane (
  conversation BYTEA PRIMARY KEY,
  platform TEXT COLLATE "C" NOT NULL,
  head BIGINT NOT NULL,
  ready BIGINT NOT NULL,
  busy BIGINT NOT NULL,
  next BIGINT NOT NULL,
  claim TEXT COLLATE "C"
);

CREATE INDEX outbox_lane_next ON outbox_lane (platform, next, head);

CREATE TABLE conversation (
  conversation BYTEA PRIMARY KEY,
  person BYTEA NOT NULL,
  address BYTEA NOT NULL,
  version BIGINT NOT NULL,
  state BYTEA,
  context BYTEA,
  touched BIGINT NOT NULL,
  expires BIGINT NOT NULL
);

CREATE INDEX conversation_of_person ON conversation (person);
CREATE INDEX conversation_expires ON conversation (expires);

CREATE TABLE person (
  person BYTEA PRIMARY KEY,
  language BYTEA NOT NULL,
  chosen BIGINT NOT NULL
);

CREATE TABLE card (
  conversation BYTEA PRIMARY KEY,
  person BYTEA NOT NULL,
  reference BYTEA NOT NULL,
  sent BIGINT NOT NULL
);

CREATE INDEX card_of_person ON card (person);

CREATE TABLE sent (
  id BIGINT GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
  person BYTEA NOT NULL,
  address BYTEA NOT NULL,
  reference BYTEA NOT NULL,
  sent BIGINT NOT NULL
);

CREATE INDEX sent_of_person ON sent (person);
CREATE INDEX sent_by_age ON sent (sent);

CREATE TABLE tally (
  day BIGINT NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  count BIGINT NOT NULL,
  PRIMARY KEY (day, kind, subject)
);

CREATE TABLE question (
  id BIGINT GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
  person BYTEA NOT NULL,
  text BYTEA NOT NULL,
  language BYTEA NOT NULL,
  day BIGINT NOT NULL,
  meant TEXT COLLATE "C"
);

CREATE INDEX question_of_person ON question (person);
CREATE INDEX question_by_day ON question (day);

CREATE TABLE cases (
  person BYTEA NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  payload BYTEA NOT NULL,
  touched BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  PRIMARY KEY (person, id)
);

CREATE INDEX cases_expire ON cases (expires);

CREATE TABLE installation (
  tenant BYTEA PRIMARY KEY,
  bot_user BYTEA NOT NULL,
  token BYTEA NOT NULL,
  refresh BYTEA,
  expires BIGINT,
  installed BIGINT NOT NULL,
  exchange TEXT COLLATE "C",
  exchange_until BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE tenancy (
  person BYTEA PRIMARY KEY,
  tenant BYTEA NOT NULL
);

CREATE INDEX tenancy_of_tenant ON tenancy (tenant);

CREATE TABLE lease (
  name TEXT COLLATE "C" PRIMARY KEY,
  owner TEXT COLLATE "C" NOT NULL,
  until BIGINT NOT NULL
);

-- Rows of these come and go all the time: the room they leave is taken up again soon.
ALTER TABLE inbox SET (autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE inbox_lane SET (autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE outbox_lane SET (autovacuum_vacuum_scale_factor = 0.02);
