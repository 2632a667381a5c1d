\set ON_ERROR_STOP on
\c crm
CREATE INDEX leads_owner_idx ON leads (owner_id); -- expect: unsafe-migration
COPY leads (id, owner_id) FROM stdin;
1	2
2	3
\.
CREATE INDEX leads_stage_idx ON deals (stage); -- expect: unsafe-migration
