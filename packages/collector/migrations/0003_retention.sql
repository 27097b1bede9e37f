-- For how many days the rows of sessions and requests are kept. Sites from before get the default.
ALTER TABLE sites ADD COLUMN retention_days INTEGER NOT NULL DEFAULT 395 CHECK (retention_days BETWEEN 30 AND 1825);
