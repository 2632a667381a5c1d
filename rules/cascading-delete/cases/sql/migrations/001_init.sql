CREATE TABLE accounts (id int PRIMARY KEY, email text);
CREATE TABLE transfers (id int PRIMARY KEY, amount int);
CREATE TABLE payments (
  id int PRIMARY KEY,
  amount int,
  account_id int REFERENCES accounts (id) ON DELETE CASCADE -- expect: cascading-delete
);
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, total int, customer_id int CONSTRAINT orders_customer REFERENCES customers (id) ON DELETE CASCADE);
