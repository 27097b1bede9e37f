import { DEPRECATED_MONTHS } from '@tactful/protocol';

const MAY_REMOVE = /^([1-9]\d*\.0|0\.\d+)\.0$/;

/** A day (`YYYY-MM-DD`), and so many months later. */
function monthsAfter(day, months) {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
}

/**
 * What breaks the rule of deprecations, in words; nothing where it is kept.
 * @param before names by kind of each release, `{ version: { kind: names } }`
 * @param now the names as they are
 * @param deprecations the table
 * @param releases the list of releases, for their days
 * @param today the day of a release that is not in the list yet
 */
export function unfairRemovals({ before, now, deprecations, releases, today }) {
  const dayOf = (version) => releases.find((release) => release.version === version)?.date;
  const stands = ({ kind, name }) => now[kind]?.includes(name) === true;
  const rows = deprecations.flatMap((row) => {
    const { kind, name, since, removed } = row;
    const wrong = (words) => [`${kind} "${name}" ${words}`];
    if (removed === undefined) return stands(row) ? [] : wrong('is gone, and its row does not say since when');
    if (stands(row)) return wrong(`is there, and its row says that ${removed} took it away`);
    if (!MAY_REMOVE.test(removed)) return wrong(`is taken away by ${removed}, which may not`);
    const deprecated = dayOf(since);
    if (deprecated === undefined) return wrong(`is gone before ${since}, which deprecates it, was released`);
    const until = monthsAfter(deprecated, DEPRECATED_MONTHS);
    return (dayOf(removed) ?? today) < until ? wrong(`is to be served until ${until}`) : [];
  });
  const silent = Object.entries(before).flatMap(([version, names]) => Object.entries(names).flatMap(([kind, list]) => list
    .filter((name) => !stands({ kind, name }) && !deprecations.some((row) => row.kind === kind && row.name === name))
    .map((name) => `${kind} "${name}" of ${version} is gone and was never deprecated`)));
  return [...rows, ...new Set(silent)];
}
