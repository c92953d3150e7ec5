-- Workspaces that installed the app by themselves, and who belongs to which, so that a workspace that
-- leaves takes everything of its people along. Columns of type BLOB hold keyed hashes (tenant, person) or
-- encrypted values (all others).
CREATE TABLE installation (
  tenant BLOB PRIMARY KEY,
  bot_user BLOB NOT NULL,
  token BLOB NOT NULL,
  refresh BLOB, -- exchanged for the next token; none: the token does not expire
  expires INTEGER,
  installed INTEGER NOT NULL,
  exchange TEXT, -- who is exchanging the token,
  exchange_until INTEGER NOT NULL DEFAULT 0 -- and until when nobody else does
) WITHOUT ROWID;

-- Only for people of whom something else is kept.
CREATE TABLE tenancy (
  person BLOB PRIMARY KEY,
  tenant BLOB NOT NULL
) WITHOUT ROWID;

CREATE INDEX tenancy_of_tenant ON tenancy (tenant);
