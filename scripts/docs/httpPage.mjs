import { ROLES } from '@tactful/protocol';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { WHO } from '../../packages/collector/src/routes/WHO.ts';
import { page, table } from './table.mjs';

const GROUPS = [
  ['Pages, visitors and shops', ({ path }) => !path.startsWith('/v1/admin')],
  ['Staff and the command line', ({ path }) => path.startsWith('/v1/admin')],
];

export function httpPage() {
  const roles = table(['role', 'what it adds'], Object.entries(ROLES).map(([role, means]) => [`\`${role}\``, means]));
  const who = table(['who', 'that is'], Object.entries(WHO).map(([name, { means }]) => [`\`${name}\``, means]));
  const routes = GROUPS.map(([heading, belongs]) => `## ${heading}\n\n${table(['route', 'who', 'what it does', 'answer'], routeTable.filter(belongs)
    .map(({ method, path, who: whose, docs: { does, answers: [status, words] } }) => [`\`${method} ${path}\``, `\`${whose}\``, does, `${status} \`${words}\``]))}`);
  return page(
    'HTTP',
    'What the Worker serves; with bodies, queries and errors it stands in its `/openapi.json`. What is not in these tables does not exist.',
    `## Roles\n\nWhat staff may do is said site by site. Each role may also do what those above it may. A route names the least role that may call it; of a lower one it answers \`role_too_low\`, about another’s site \`forbidden\`, whether there is such a site or not.\n\n${roles}`,
    `## Who may call\n\n${who}\n\nA write with a staff session is taken from the console’s own origin only. What staff or the deploy token change stands in the audit log: who, as what, when, what. So does an account of the site that failed to sign in too often and is locked.`,
    ...routes,
  );
}
