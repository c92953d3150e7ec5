-- The entry that the person picked when the bot had to ask what they meant; null if it had no answer.
ALTER TABLE question ADD COLUMN meant TEXT;
