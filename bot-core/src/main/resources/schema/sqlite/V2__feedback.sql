-- What whoever runs the bot may learn. Days are days since 1970, in UTC.

-- How often something happened. Kinds and subjects are ids and links of the content: no person, and
-- nothing anybody wrote.
CREATE TABLE tally (
  day INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, kind, subject)
) WITHOUT ROWID;

-- Questions that people allowed the operator to see, scrubbed and encrypted, for 30 days.
CREATE TABLE question (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person BLOB NOT NULL,
  text BLOB NOT NULL,
  language BLOB NOT NULL,
  day INTEGER NOT NULL
);

CREATE INDEX question_of_person ON question (person);
CREATE INDEX question_by_day ON question (day);
