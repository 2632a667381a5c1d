CREATE TABLE halls (id bigserial PRIMARY KEY, name text NOT NULL);
CREATE TABLE seats (id bigserial PRIMARY KEY, hall_id bigint, label text, price integer, code text);
