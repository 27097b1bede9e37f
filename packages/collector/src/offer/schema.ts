/** Tables of one offer. `seq` orders the pool; `claim` is the device's idempotency key. */
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
];
