-- Campaigns that paused themselves, the last time of each: the version that did, and what was below zero. What was met up to that day does not count against it again.
-- `lifted`: it was set live since.
CREATE TABLE pauses (
  site TEXT NOT NULL REFERENCES sites (id),
  campaign TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  measure TEXT NOT NULL,
  difference REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  lifted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (site, campaign)
) STRICT;
