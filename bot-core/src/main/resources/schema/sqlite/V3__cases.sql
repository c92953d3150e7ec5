-- Letters that people follow up. A case belongs to a person, not to a chat, so it has a version of its
-- own: two chats of one person never overwrite each other's changes. payload is encrypted.
CREATE TABLE cases (
  person BLOB NOT NULL,
  id TEXT NOT NULL, -- made by us from the moment of opening; says nothing about the person
  version INTEGER NOT NULL,
  payload BLOB NOT NULL,
  touched INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  PRIMARY KEY (person, id)
) WITHOUT ROWID;

CREATE INDEX cases_expire ON cases (expires);
