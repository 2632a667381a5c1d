PRAGMA foreign_keys = OFF;
CREATE TABLE notes_new (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, title TEXT);
INSERT INTO notes_new SELECT id, body, title FROM notes;
DROP TABLE notes;
ALTER TABLE notes_new RENAME TO notes;
CREATE INDEX notes_title_idx ON notes (title);
UPDATE notes SET title = 'none';
