-- Where a site's events go. `events` and `secrets` are lists as JSON, the newest secret first; a robot's address is a secret, too.
CREATE TABLE webhooks (
  site TEXT NOT NULL REFERENCES sites (id),
  id TEXT NOT NULL,
  url TEXT NOT NULL,
  template TEXT NOT NULL,
  events TEXT NOT NULL,
  secrets TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site, id)
) STRICT;
