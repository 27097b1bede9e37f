import { AGENDA_SCHEMA } from '../store/createAgenda.ts';

/**
 * Tables of one user. `homes`: on which visitor each campaign was met first, in which arm, and whether another arm was met since; of an erased one without a name, so that the user counts nowhere anew. `seen`: ids of
 * events, so that a repeat changes nothing. An attribute without a value was taken away. `erased`: what is told of earlier is refused.
 */
export const PROFILE_SCHEMA: readonly string[] = [
  `
  CREATE TABLE visitors (visitor TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE seen (id TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX seen_n ON seen (n);
  CREATE TABLE attributes (name TEXT PRIMARY KEY, value TEXT, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE exposures (
    visitor TEXT NOT NULL,
    session TEXT NOT NULL,
    id TEXT NOT NULL,
    campaign TEXT NOT NULL,
    arm TEXT NOT NULL,
    outcome TEXT NOT NULL,
    at INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    opt_out INTEGER NOT NULL,
    PRIMARY KEY (visitor, session, id)
  ) WITHOUT ROWID;
  CREATE INDEX exposures_at ON exposures (at);
  CREATE TABLE goals (id TEXT PRIMARY KEY, event TEXT NOT NULL, mills INTEGER NOT NULL, lacks TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX goals_at ON goals (at);
  CREATE TABLE homes (campaign TEXT PRIMARY KEY, visitor TEXT NOT NULL, arm TEXT NOT NULL, mixed INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE erased (at INTEGER NOT NULL);
  `,
  // Who told of it first; empty: a server.
  "ALTER TABLE goals ADD COLUMN visitor TEXT NOT NULL DEFAULT '';",
  AGENDA_SCHEMA,
  // Visitors who were erased a moment ago: what a request under way tells of them comes too late.
  'CREATE TABLE barred (visitor TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;',
];
