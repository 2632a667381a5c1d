CREATE TABLE tenants (id int PRIMARY KEY, name text);
CREATE TABLE customers (
  id int PRIMARY KEY,
  email text,
  tenant_id int REFERENCES tenants (id) ON DELETE CASCADE -- expect-low: cascading-delete
);
CREATE TABLE bookings (
  id int PRIMARY KEY,
  starts_at timestamptz,
  tenant_id int REFERENCES tenants (id) ON DELETE CASCADE
);
-- While there is a contract, neither the customer nor the tenant can be deleted.
CREATE TABLE contracts (id int PRIMARY KEY, rent int, customer_id int REFERENCES customers (id) ON DELETE RESTRICT);
