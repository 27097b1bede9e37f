-- Keys by which a site's own servers sign who somebody is. What a key reads follows from its id and SESSION_SECRET, and stands nowhere.
CREATE TABLE identity_keys (
  site TEXT NOT NULL REFERENCES sites (id),
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (site, id)
) STRICT;
