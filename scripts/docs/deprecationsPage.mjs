import { CONTRACT_KINDS, DEPRECATED_MONTHS, DEPRECATIONS } from '@tactful/protocol';
import { page, table } from './table.mjs';

export function deprecationsPage() {
  const kinds = table(['kind', 'what it is'], Object.entries(CONTRACT_KINDS).map(([kind, means]) => [`\`${kind}\``, means]));
  const rows = DEPRECATIONS.map(({ kind, name, since, instead, removed }) => [kind, `\`${name}\``, since, instead, removed ?? 'not yet']);
  return page(
    'Deprecations',
    `The names in this reference follow [semver](https://semver.org): a release adds names, and takes one away, or gives it another meaning, only as a major version (before 1.0 as a minor one). Before it goes, a release deprecates it: it comes into this table with what takes its place, and goes on working for ${DEPRECATED_MONTHS} months at least. The names of each release are recorded with it, and none of them goes without a row here (\`tests/build/deprecations.test.ts\`).`,
    `## Deprecated\n\n${rows.length ? table(['kind', 'name', 'since', 'instead', 'taken away by'], rows) : 'Nothing yet.'}`,
    `## What counts as a name\n\n${kinds}`,
  );
}
