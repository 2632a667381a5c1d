CREATE TABLE customers (id serial PRIMARY KEY, email text NOT NULL UNIQUE, points int NOT NULL DEFAULT 0);
CREATE TABLE bookings (id serial PRIMARY KEY, room_id int, day date);
CREATE TABLE rooms (id serial PRIMARY KEY, capacity int);
