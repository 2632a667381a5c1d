// What was dropped is made again only on the way back.
const trials = `
create table trial_projects (id integer primary key);
create table trial_runs (
  id integer primary key,
  trial_project_id integer references trial_projects (id) on delete cascade
);
create table trial_run_events (
  id integer primary key,
  trial_run_id integer references trial_runs (id) on delete cascade
);
`

exports.up = async (knex) => {
  await knex.schema.dropTableIfExists('trial_run_events')
  await knex.schema.dropTableIfExists('trial_runs')
  await knex.schema.dropTableIfExists('trial_projects')
}

exports.down = async (knex) => {
  await knex.raw(trials)
}
