/** A statement whose locks and rewrites are looked at on real servers. */
export interface Claim {
  readonly statement: string
  /** What it needs besides the tables that are always there. */
  readonly before?: string
  /** The oldest major version that takes it. */
  readonly since?: number
  /** It refuses a transaction: the lock that it asks for is read while it waits. */
  readonly alone?: boolean
  /** What is commonly said of it, and where that is not so. */
  readonly said?: {
    readonly says: string
    readonly rewrites?: boolean
    readonly scans?: boolean
    readonly lock?: string
  }
}

/** A thousand rows each; `amount` and `email` have values everywhere, and nothing refers to `orders`. */
export const tables = `
  create table users (id bigint primary key, email text, code varchar(50), born timestamp);
  create table orders (id bigint primary key, user_id bigint, amount integer, price numeric(10,2), note text);
  insert into users select n, 'u' || n || '@example.org', 'c' || n, now() from generate_series(1, 1000) n;
  insert into orders select n, n, n, n, 'n' || n from generate_series(1, 1000) n;`

/** By what they are about. */
export const claims: Readonly<Record<string, readonly Claim[]>> = {
  Columns: [
    { statement: 'ALTER TABLE users ADD COLUMN age integer' },
    {
      statement: 'ALTER TABLE users ADD COLUMN age integer DEFAULT 0',
      said: { says: 'a column with a default rewrites the table', rewrites: true },
    },
    {
      statement: 'ALTER TABLE users ADD COLUMN age integer NOT NULL DEFAULT 0',
      said: { says: 'NOT NULL with a default reads or rewrites the table', rewrites: true, scans: true },
    },
    {
      statement: 'ALTER TABLE users ADD COLUMN at timestamptz DEFAULT now()',
      said: { says: 'a default that calls a function rewrites the table, now() too', rewrites: true },
    },
    { statement: 'ALTER TABLE users ADD COLUMN at timestamptz DEFAULT clock_timestamp()' },
    {
      statement: 'ALTER TABLE users ADD COLUMN token uuid DEFAULT gen_random_uuid()',
      said: { says: 'from 11 on a default never rewrites the table', rewrites: false },
    },
    { statement: 'ALTER TABLE users ADD COLUMN number serial' },
    {
      statement: 'ALTER TABLE users ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY',
      said: { says: 'an identity column, unlike serial, is added without a rewrite', rewrites: false },
    },
    { statement: 'ALTER TABLE orders ADD COLUMN twice integer GENERATED ALWAYS AS (amount * 2) STORED' },
    { statement: 'ALTER TABLE orders ADD COLUMN twice integer GENERATED ALWAYS AS (amount * 2) VIRTUAL', since: 18 },
    {
      statement: 'ALTER TABLE orders ADD COLUMN checked integer CHECK (checked > 0)',
      said: { says: 'a check of a new column reads no rows', scans: false },
    },
    { statement: 'ALTER TABLE orders ADD COLUMN seller_id bigint REFERENCES users (id)' },
    {
      statement: 'ALTER TABLE users DROP COLUMN code',
      said: { says: 'dropping a column rewrites the table', rewrites: true },
    },
    { statement: 'ALTER TABLE users RENAME COLUMN code TO token' },
    { statement: 'ALTER TABLE users ALTER COLUMN code SET DEFAULT 1' },
    { statement: 'ALTER TABLE users ALTER COLUMN email SET NOT NULL' },
    {
      statement: 'ALTER TABLE users ALTER COLUMN email SET NOT NULL -- with a valid CHECK (email IS NOT NULL)',
      before: 'alter table users add constraint email_set check (email is not null)',
      said: { says: 'SET NOT NULL always reads the table', scans: true },
    },
    { statement: 'ALTER TABLE users ADD CONSTRAINT email_set NOT NULL email NOT VALID', since: 18 },
    {
      statement: 'ALTER TABLE users VALIDATE CONSTRAINT email_set -- NOT NULL',
      since: 18,
      before: 'alter table users add constraint email_set not null email not valid',
    },
    {
      statement: 'ALTER TABLE users ALTER COLUMN id DROP NOT NULL -- of a column that is no key',
      before: 'alter table users drop constraint users_pkey',
    },
  ],
  Types: [
    {
      statement: 'ALTER TABLE users ALTER COLUMN code TYPE varchar(100)',
      said: { says: 'every change of type rewrites the table', rewrites: true },
    },
    {
      statement: 'ALTER TABLE users ALTER COLUMN code TYPE text',
      said: { says: 'every change of type rewrites the table', rewrites: true },
    },
    {
      statement: 'ALTER TABLE users ALTER COLUMN code TYPE varchar(20)',
      said: { says: 'a shorter varchar is only checked, not rewritten', rewrites: false },
    },
    { statement: 'ALTER TABLE users ALTER COLUMN email TYPE varchar(100)' },
    {
      statement: 'ALTER TABLE orders ALTER COLUMN price TYPE numeric(12,2)',
      said: { says: 'every change of type rewrites the table', rewrites: true },
    },
    { statement: 'ALTER TABLE orders ALTER COLUMN price TYPE numeric(12,4)' },
    {
      statement: 'ALTER TABLE orders ALTER COLUMN price TYPE numeric',
      said: { says: 'every change of type rewrites the table', rewrites: true },
    },
    { statement: 'ALTER TABLE orders ALTER COLUMN amount TYPE bigint' },
    { statement: 'ALTER TABLE users ALTER COLUMN born TYPE timestamptz' },
    {
      statement: 'ALTER TABLE users ALTER COLUMN born TYPE timestamptz -- TimeZone is UTC',
      before: "set timezone = 'UTC'",
      said: { says: 'timestamp to timestamptz rewrites the table', rewrites: true },
    },
    {
      statement: 'ALTER TABLE users ALTER COLUMN code TYPE varchar(100) -- with an index over it',
      before: 'create index on users (code)',
    },
    {
      statement: "ALTER TYPE mood ADD VALUE 'bad'",
      before: "create type mood as enum ('good'); alter table users add column mood mood",
    },
  ],
  Constraints: [
    {
      statement: 'ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users (id)',
      said: { says: 'a foreign key takes ACCESS EXCLUSIVE on both tables', lock: 'access-exclusive' },
    },
    { statement: 'ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID' },
    {
      statement: 'ALTER TABLE orders VALIDATE CONSTRAINT fk -- FOREIGN KEY',
      before: 'alter table orders add constraint fk foreign key (user_id) references users (id) not valid',
    },
    { statement: 'ALTER TABLE orders ADD CONSTRAINT positive CHECK (amount > 0)' },
    { statement: 'ALTER TABLE orders ADD CONSTRAINT positive CHECK (amount > 0) NOT VALID' },
    {
      statement: 'ALTER TABLE orders VALIDATE CONSTRAINT positive -- CHECK',
      before: 'alter table orders add constraint positive check (amount > 0) not valid',
    },
    { statement: 'ALTER TABLE users ADD CONSTRAINT email_key UNIQUE (email)' },
    {
      statement: 'ALTER TABLE users ADD CONSTRAINT email_key UNIQUE USING INDEX email_key',
      before: 'create unique index email_key on users (email)',
    },
    {
      statement: 'ALTER TABLE users ADD PRIMARY KEY USING INDEX code_key -- of a column that may be null',
      before: 'alter table users drop constraint users_pkey; create unique index code_key on users (code)',
      said: { says: 'a primary key that takes over an index takes no time', scans: false },
    },
    {
      statement: 'ALTER TABLE orders ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&)',
      before:
        'alter table orders add column during int4range; update orders set during = int4range(id::int, id::int + 1)',
    },
    { statement: 'ALTER TABLE users DROP CONSTRAINT users_pkey' },
    {
      statement: 'ALTER TABLE orders DROP CONSTRAINT fk -- FOREIGN KEY',
      before: 'alter table orders add constraint fk foreign key (user_id) references users (id)',
      said: { says: 'dropping a foreign key locks the referring table alone' },
    },
    {
      statement: 'ALTER DOMAIN amount ADD CONSTRAINT positive CHECK (VALUE > 0)',
      before: 'create domain amount as integer; alter table orders alter column amount type amount',
    },
    {
      statement: 'ALTER DOMAIN amount ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID',
      before: 'create domain amount as integer; alter table orders alter column amount type amount',
    },
  ],
  Indexes: [
    {
      statement: 'CREATE INDEX code_idx ON users (code)',
      said: { says: 'CREATE INDEX takes ACCESS EXCLUSIVE', lock: 'access-exclusive' },
    },
    { statement: 'CREATE INDEX CONCURRENTLY code_idx ON users (code)', alone: true },
    { statement: 'DROP INDEX code_idx', before: 'create index code_idx on users (code)' },
    { statement: 'DROP INDEX CONCURRENTLY code_idx', before: 'create index code_idx on users (code)', alone: true },
    { statement: 'REINDEX INDEX code_idx', before: 'create index code_idx on users (code)' },
    { statement: 'REINDEX TABLE users' },
    { statement: 'REINDEX TABLE CONCURRENTLY users', alone: true },
    { statement: 'ALTER INDEX code_idx RENAME TO other_idx', before: 'create index code_idx on users (code)' },
  ],
  Tables: [
    { statement: 'DROP TABLE users' },
    { statement: 'ALTER TABLE users RENAME TO accounts' },
    { statement: 'TRUNCATE users' },
    { statement: 'ALTER TABLE users SET UNLOGGED' },
    { statement: 'ALTER TABLE users SET (fillfactor = 80)' },
    { statement: 'VACUUM FULL users', alone: true },
    { statement: 'CLUSTER users USING users_pkey' },
    { statement: 'ALTER TABLE users ENABLE ROW LEVEL SECURITY' },
    { statement: 'CREATE POLICY own ON users USING (true)' },
    {
      statement: 'CREATE TRIGGER stamp BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION stamp()',
      before: "create function stamp() returns trigger language plpgsql as 'begin return new; end'",
    },
    {
      statement: 'DROP TRIGGER stamp ON users',
      before:
        "create function stamp() returns trigger language plpgsql as 'begin return new; end'; create trigger stamp before update on users for each row execute function stamp()",
    },
    { statement: "COMMENT ON TABLE users IS 'people'", said: { says: 'a comment locks nothing' } },
    { statement: 'GRANT SELECT ON users TO public' },
  ],
  'Partitions and views': [
    {
      statement: 'ALTER TABLE events ATTACH PARTITION part FOR VALUES FROM (1) TO (1001)',
      before:
        'create table events (id bigint not null) partition by range (id); create table part (id bigint not null); insert into part select generate_series(1, 1000)',
      said: { says: 'ATTACH PARTITION locks the partitioned table', lock: 'access-exclusive' },
    },
    {
      statement:
        'ALTER TABLE events ATTACH PARTITION part FOR VALUES FROM (1) TO (1001) -- with a CHECK that implies it',
      before:
        'create table events (id bigint not null) partition by range (id); create table part (id bigint not null check (id >= 1 and id < 1001)); insert into part select generate_series(1, 1000)',
    },
    {
      statement: 'ALTER TABLE events DETACH PARTITION part',
      before:
        'create table events (id bigint not null) partition by range (id); create table part partition of events for values from (1) to (1001)',
    },
    {
      statement: 'ALTER TABLE events DETACH PARTITION part CONCURRENTLY',
      before:
        'create table events (id bigint not null) partition by range (id); create table part partition of events for values from (1) to (1001)',
      alone: true,
    },
    {
      statement: 'REFRESH MATERIALIZED VIEW totals',
      before: 'create materialized view totals as select id, amount from orders',
    },
    {
      statement: 'REFRESH MATERIALIZED VIEW CONCURRENTLY totals',
      before: 'create materialized view totals as select id, amount from orders; create unique index on totals (id)',
    },
    {
      statement: 'CREATE OR REPLACE VIEW emails AS SELECT email FROM users',
      before: 'create view emails as select email from users',
    },
  ],
}
