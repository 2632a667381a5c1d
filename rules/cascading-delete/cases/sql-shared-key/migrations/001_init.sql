-- A team is a party: one row in two tables, told once.
CREATE TABLE parties (id int PRIMARY KEY, name text);
CREATE TABLE teams (id int PRIMARY KEY REFERENCES parties (id) ON DELETE CASCADE, motto text); -- expect: cascading-delete
CREATE TABLE documents (
  id int PRIMARY KEY,
  title text,
  team_id int REFERENCES teams (id) ON DELETE CASCADE
);
-- A company refers to its owner, and is something else.
CREATE TABLE owners (id int PRIMARY KEY, name text);
CREATE TABLE companies (
  id int PRIMARY KEY,
  owner_id int REFERENCES owners (id) ON DELETE CASCADE, -- expect-low: cascading-delete
  motto text
);
CREATE TABLE orders (
  id int PRIMARY KEY,
  total int,
  company_id int REFERENCES companies (id) ON DELETE CASCADE -- expect: cascading-delete
);
