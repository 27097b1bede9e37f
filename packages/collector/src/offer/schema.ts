import { AGENDA_SCHEMA } from '../store/createAgenda.ts';

/** Tables of one offer. `seq` orders the pool; `claim` is the device's idempotency key; money of the ledger is in thousandths of the site's currency. */
export const OFFER_SCHEMA: readonly string[] = [
  `
  CREATE TABLE pool (seq INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, claim TEXT);
  CREATE INDEX pool_free ON pool (seq) WHERE claim IS NULL;

  CREATE TABLE claims (
    claim TEXT PRIMARY KEY,
    visitor TEXT UNIQUE,
    code TEXT NOT NULL,
    at INTEGER NOT NULL,
    expires_at INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX claims_code ON claims (code);

  CREATE TABLE redemptions (
    order_id TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    value REAL NOT NULL,
    discount REAL NOT NULL,
    currency TEXT,
    at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX redemptions_code ON redemptions (code);

  -- Claims per address prefix and day; the prefix only as a keyed hash, for a day.
  CREATE TABLE prefixes (day INTEGER NOT NULL, prefix TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (day, prefix)) WITHOUT ROWID;

  CREATE TABLE refusals (reason TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  -- How often a public code was given; to whom is not kept. One row.
  CREATE TABLE given (n INTEGER NOT NULL);
  INSERT INTO given (n) VALUES (0);
  `,
  `
  -- What is set aside for a code that is out, and when it goes back to the budget if no order holds or used it; null: never.
  ALTER TABLE claims ADD COLUMN worth INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE claims ADD COLUMN free_at INTEGER;
  CREATE INDEX claims_free ON claims (free_at) WHERE free_at IS NOT NULL;
  -- Codes made before this step go back, too, when they run out; money is counted from this step on.
  UPDATE claims SET free_at = expires_at WHERE code NOT IN (SELECT code FROM pool) AND code NOT IN (SELECT code FROM redemptions);
  -- What the order added to what is taken, in codes and in money; until when it is held, null once it is placed.
  ALTER TABLE redemptions ADD COLUMN taken INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE redemptions ADD COLUMN charge INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE redemptions ADD COLUMN held_until INTEGER;
  UPDATE redemptions SET taken = 1 WHERE code NOT IN (SELECT code FROM claims);
  CREATE INDEX redemptions_held ON redemptions (held_until) WHERE held_until IS NOT NULL;
  -- How much of the budget is taken, in codes and in money. One row.
  CREATE TABLE ledger (taken INTEGER NOT NULL, spent INTEGER NOT NULL);
  INSERT INTO ledger SELECT (SELECT COUNT(*) FROM claims) + (SELECT COALESCE(SUM(taken), 0) FROM redemptions), 0;
  `,
  AGENDA_SCHEMA,
  // Whose claims come too late to be kept under their name.
  'CREATE TABLE erased (visitor TEXT PRIMARY KEY) WITHOUT ROWID',
];
