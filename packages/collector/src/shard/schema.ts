import { ARCHIVE_SCHEMA, WRITERS_SCHEMA } from '../archive/archiveStore.ts';
import { OUTBOX_SCHEMA, RECEIVERS_SCHEMA } from '../outbox/outboxStore.ts';
import { AGENDA_SCHEMA } from '../store/createAgenda.ts';
import type { Step } from '../store/migrate.ts';
import { createShardStores } from './createShardStores.ts';
import { SIGNED_SCHEMA } from './joinStore.ts';
import { rebuild } from './recount.ts';

/** Of visitors who are one user: which user, what was met elsewhere first or in two arms, and conversions seen or told elsewhere. */
const USERS = `
  CREATE TABLE IF NOT EXISTS users (visitor TEXT NOT NULL, user TEXT NOT NULL, PRIMARY KEY (visitor, user)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS joined (visitor TEXT NOT NULL, campaign TEXT NOT NULL, stands TEXT NOT NULL, PRIMARY KEY (visitor, campaign)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS joined_goals (
    visitor TEXT NOT NULL,
    id TEXT NOT NULL,
    event TEXT NOT NULL,
    mills INTEGER NOT NULL,
    lacks TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (visitor, id)
  ) WITHOUT ROWID;
`;

/**
 * Tables of a shard. `sessions.summary` is the merge of its parts. `day` and every `at` are fixed at first receipt, so a recount
 * equals the rollups; `skew` is what the first body's times were corrected by. `sealed` keeps what erased visitors had added to
 * the rollups, without saying who, and what was too old to be kept. `retired` knows the latter's sessions by their random names.
 */
export const SHARD_SCHEMA: readonly Step[] = [
  `
  CREATE TABLE sessions (
    id INTEGER PRIMARY KEY,
    visitor TEXT NOT NULL,
    session TEXT NOT NULL,
    day TEXT NOT NULL,
    skew INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    summary TEXT NOT NULL,
    human INTEGER NOT NULL,
    UNIQUE (visitor, session)
  );
  CREATE INDEX sessions_updated ON sessions (updated_at);
  CREATE INDEX sessions_session ON sessions (session);

  CREATE TABLE parts (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    part TEXT NOT NULL,
    seq INTEGER NOT NULL,
    summary TEXT NOT NULL,
    PRIMARY KEY (session_id, part)
  ) WITHOUT ROWID;

  CREATE TABLE exposures (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    id TEXT NOT NULL,
    visitor TEXT NOT NULL,
    campaign TEXT NOT NULL,
    version INTEGER NOT NULL,
    variant TEXT NOT NULL,
    arm TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    goal_event TEXT,
    goal_within INTEGER,
    PRIMARY KEY (session_id, id)
  ) WITHOUT ROWID;
  CREATE INDEX exposures_visitor ON exposures (visitor);

  CREATE TABLE goals (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    id TEXT NOT NULL,
    visitor TEXT NOT NULL,
    event TEXT NOT NULL,
    mills INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (session_id, id)
  ) WITHOUT ROWID;
  CREATE INDEX goals_visitor ON goals (visitor);

  CREATE TABLE rollups (
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    arm TEXT NOT NULL,
    measure TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (day, kind, subject, arm, measure)
  ) WITHOUT ROWID;

  CREATE TABLE sealed (
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    arm TEXT NOT NULL,
    measure TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (day, kind, subject, arm, measure)
  ) WITHOUT ROWID;

  CREATE TABLE erased (visitor TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE minutes (at INTEGER PRIMARY KEY, summaries INTEGER NOT NULL, exposures INTEGER NOT NULL);
  CREATE TABLE loads (hour INTEGER PRIMARY KEY, n INTEGER NOT NULL);
  `,
  // Sums past what one column holds: see `limbs`.
  ...['rollups', 'sealed'].map((table) => ['n1', 'n2', 'n3'].map((column) => `ALTER TABLE ${table} ADD COLUMN ${column} INTEGER NOT NULL DEFAULT 0;`).join('\n')),
  // What a sum of money lacks to be counted as one; of goals before this step nobody knows.
  "ALTER TABLE goals ADD COLUMN lacks TEXT NOT NULL DEFAULT '';",
  // Values stand by their class since.
  (storage) => rebuild(createShardStores(storage.sql)),
  `${AGENDA_SCHEMA}
  CREATE TABLE IF NOT EXISTS retired (session TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;`,
  USERS,
  OUTBOX_SCHEMA,
  ARCHIVE_SCHEMA,
  RECEIVERS_SCHEMA,
  WRITERS_SCHEMA,
  SIGNED_SCHEMA,
  // How the arm was drawn, and what was known before: of exposures before this step neither is.
  `ALTER TABLE exposures ADD COLUMN share INTEGER;
  ALTER TABLE exposures ADD COLUMN x INTEGER NOT NULL DEFAULT 0;`,
  // Who asked for no more suggestions is counted since.
  (storage) => rebuild(createShardStores(storage.sql)),
  // What was said to "Did this help?": 1, 0, or nothing.
  'ALTER TABLE exposures ADD COLUMN helped INTEGER;',
  // A session counts a signal, or a gate, so often at most since.
  (storage) => rebuild(createShardStores(storage.sql)),
  // A visitor counts so many exposures, and goals, at most since.
  (storage) => rebuild(createShardStores(storage.sql)),
];
