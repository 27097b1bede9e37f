import { readFileSync } from 'node:fs';

/** The releases, the oldest first: `version`, `date` (UTC day of its publication) and `integrity` of its tarball in the npm registry. */
export const LIST = new URL('../../packages/sdk/releases.json', import.meta.url);

const SHAPES = { version: /^\d+\.\d+\.\d+(-[\w.]+)?$/, date: /^\d{4}-\d\d-\d\d$/, integrity: /^sha512-[A-Za-z0-9+/]{86}==$/ };

/** 2026-02-31 is none, though it has the form. */
const isDay = (date) => !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);

/** A list of releases from its text; what is wrong with it is thrown, with its place. */
export function readReleases(text = readFileSync(LIST, 'utf8')) {
  const releases = JSON.parse(text);
  for (const [at, release] of releases.entries()) {
    const bad = (what) => new Error(`packages/sdk/releases.json: [${at}]${what}`);
    for (const [field, shape] of Object.entries(SHAPES)) if (!shape.test(release?.[field])) throw bad(`.${field} is ${JSON.stringify(release?.[field])}`);
    if (!isDay(release.date)) throw bad(`.date is no day: ${release.date}`);
    if (at > 0 && release.date < releases[at - 1].date) throw bad(`.date is before the one above it`);
    if (releases.findIndex(({ version }) => version === release.version) < at) throw bad(`.version stands there twice: ${release.version}`);
  }
  return releases;
}
