-- What an account is to a site. Accounts from before could do everything, so they are owners; a row that names no role may the least.
ALTER TABLE staff_sites ADD COLUMN role TEXT NOT NULL DEFAULT 'viewer' CHECK (role IN ('viewer', 'agent', 'editor', 'owner'));
UPDATE staff_sites SET role = 'owner';
CREATE INDEX staff_sites_site ON staff_sites (site, email);

-- What the person was to the site when they changed it; empty in rows from before, and where no site is meant.
ALTER TABLE audit ADD COLUMN role TEXT NOT NULL DEFAULT '';
