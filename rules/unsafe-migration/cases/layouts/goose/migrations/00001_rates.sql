-- +goose Up
-- +goose StatementBegin
CREATE INDEX CONCURRENTLY offers_day_idx ON offers (day); -- expect: unsafe-migration
-- +goose StatementEnd

-- +goose Down
DROP TABLE offers;
