CREATE TABLE projects (id int PRIMARY KEY, owner_id int, source_id int, legacy boolean);
CREATE TABLE tasks (
  id int PRIMARY KEY,
  title text,
  project_id int REFERENCES projects (id) ON DELETE CASCADE -- expect-low: cascading-delete
);
CREATE TABLE task_logs (id int PRIMARY KEY, line text, task_id int REFERENCES tasks (id) ON DELETE CASCADE);
CREATE TABLE spaces (id int PRIMARY KEY, owner_id int, legacy boolean);
CREATE TABLE documents (
  id int PRIMARY KEY,
  title text,
  space_id int REFERENCES spaces (id) ON DELETE CASCADE -- expect: cascading-delete
);
CREATE TABLE document_events (id int PRIMARY KEY, line text, document_id int REFERENCES documents (id) ON DELETE CASCADE);
CREATE TABLE users (id int PRIMARY KEY, email text);
CREATE TABLE posts (
  id int PRIMARY KEY,
  title text,
  user_id int REFERENCES users (id) ON DELETE CASCADE -- expect-low: cascading-delete
);
CREATE TABLE comments (id int PRIMARY KEY, line text, post_id int REFERENCES posts (id) ON DELETE CASCADE);
CREATE TABLE customers (id int PRIMARY KEY, email text);
CREATE TABLE orders (
  id int PRIMARY KEY,
  total int,
  customer_id int REFERENCES customers (id) ON DELETE CASCADE -- expect: cascading-delete
);
CREATE TABLE payments (id int PRIMARY KEY, amount int, order_id int REFERENCES orders (id) ON DELETE CASCADE);
