CREATE TABLE rates (id uuid PRIMARY KEY, tenant_id uuid NOT NULL, active boolean NOT NULL);
CREATE TABLE notices (id uuid PRIMARY KEY, tenant_id uuid NOT NULL, seen boolean NOT NULL);
ALTER TABLE rates ENABLE ROW LEVEL SECURITY;
ALTER TABLE rates FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON rates USING (tenant_id = current_setting('app.tenant')::uuid);
