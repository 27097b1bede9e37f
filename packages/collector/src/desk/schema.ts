import { OUTBOX_SCHEMA, RECEIVERS_SCHEMA } from '../outbox/outboxStore.ts';
import { AGENDA_SCHEMA } from '../store/createAgenda.ts';

/** Tables of a site's desk. */
export const DESK_SCHEMA: readonly string[] = [
  `
  CREATE TABLE requests (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    name TEXT NOT NULL,
    contact TEXT NOT NULL,
    text TEXT NOT NULL,
    locale TEXT NOT NULL,
    campaign TEXT,
    shared TEXT,
    answered_by TEXT,
    answered_at INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX requests_at ON requests (at);
  `,
  // Requests per address prefix and minute; the prefix only as a keyed hash of the day, for a day.
  'CREATE TABLE prefixes (prefix TEXT NOT NULL, minute INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (prefix, minute)) WITHOUT ROWID',
  AGENDA_SCHEMA,
  OUTBOX_SCHEMA,
  RECEIVERS_SCHEMA,
  // When campaigns were last looked at.
  'CREATE TABLE reviewed (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL)',
];
