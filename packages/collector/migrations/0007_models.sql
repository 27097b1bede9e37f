-- What was learned for a site, append-only. `model` is what devices are given; `learned` how each of its states was judged, and how features lay. Both are JSON.
CREATE TABLE models (
  site TEXT NOT NULL REFERENCES sites (id),
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  note TEXT NOT NULL,
  model TEXT NOT NULL,
  learned TEXT NOT NULL,
  PRIMARY KEY (site, version)
) STRICT;

-- Which of them is served; 0: the experts' scores alone.
ALTER TABLE sites ADD COLUMN live_model INTEGER NOT NULL DEFAULT 0;

-- When what runs on schedule last did.
CREATE TABLE schedules (
  task TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;
