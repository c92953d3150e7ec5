-- How far a message of several parts has come: a line for each part that is done, its reference or
-- nothing.
ALTER TABLE outbox ADD COLUMN parts BLOB;
