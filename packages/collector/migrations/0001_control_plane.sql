-- Sites and their keys. The secret key is kept as SHA-256 only. `live_version` points into `configs`.
CREATE TABLE sites (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  secret_hash TEXT NOT NULL UNIQUE,
  origins TEXT NOT NULL,
  salt TEXT NOT NULL,
  shards INTEGER NOT NULL CHECK (shards BETWEEN 1 AND 256),
  live_version INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

-- Every publication, append-only. `facts` is what intake, claims and reports read without opening the source.
CREATE TABLE configs (
  site TEXT NOT NULL REFERENCES sites (id),
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  note TEXT NOT NULL,
  source TEXT NOT NULL,
  compiled TEXT NOT NULL,
  facts TEXT NOT NULL,
  PRIMARY KEY (site, version)
) STRICT;

-- Every offer a site ever named, so that erasure reaches objects that the configuration forgot.
CREATE TABLE offers (
  site TEXT NOT NULL REFERENCES sites (id),
  id TEXT NOT NULL,
  PRIMARY KEY (site, id)
) STRICT;

CREATE TABLE staff (
  email TEXT PRIMARY KEY,
  salt TEXT NOT NULL,
  iterations INTEGER NOT NULL,
  hash TEXT NOT NULL,
  -- Seconds since the epoch; sessions issued earlier are void.
  not_before INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE staff_sites (
  email TEXT NOT NULL REFERENCES staff (email),
  site TEXT NOT NULL REFERENCES sites (id),
  PRIMARY KEY (email, site)
) STRICT;

-- Sessions that were signed out before they expired.
CREATE TABLE signed_out (
  id TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) STRICT;

-- Failed sign-ins per hashed subject and window of 15 minutes.
CREATE TABLE login_failures (
  subject TEXT NOT NULL,
  window INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (subject, window)
) STRICT;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  site TEXT,
  action TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_site ON audit (site, id);
