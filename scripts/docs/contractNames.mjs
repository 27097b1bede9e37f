import { CLAUSES, COMMERCE_EVENTS, COUNTS, ERRORS, FEATURES, OPERATORS, SUMMARY_MERGE, summarySchema, WEBHOOK_EVENTS } from '@tactful/protocol';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { SECTIONS } from './configurationPage.mjs';
import { entriesOf } from './describe.mjs';
import { pageNames } from './pagePage.mjs';
import { NESTED, unwrap } from './summaryPage.mjs';

/** Every name of the contract by its kind (`CONTRACT_KINDS`), sorted, as the code has them now. */
export function contractNames() {
  const { entries } = summarySchema;
  const names = {
    ...pageNames(),
    commerce: Object.keys(COMMERCE_EVENTS),
    key: SECTIONS.flatMap(([, row, schema]) => entriesOf(schema).map(({ name }) => `${row}: ${name}`)),
    clause: CLAUSES.map(({ kind }) => kind),
    parameter: CLAUSES.flatMap(({ kind, parameters }) => parameters.map(({ name }) => `${kind}: ${name}`)),
    feature: FEATURES.map(({ name }) => name),
    operator: Object.keys(OPERATORS),
    field: [...Object.keys(SUMMARY_MERGE), ...NESTED.flatMap((field) => entriesOf(unwrap(entries[field])).map(({ name }) => `${field}: ${name}`))],
    counter: Object.keys(COUNTS),
    error: Object.keys(ERRORS),
    route: routeTable.map(({ method, path }) => `${method} ${path}`),
    webhook: Object.keys(WEBHOOK_EVENTS),
  };
  return Object.fromEntries(Object.entries(names).map(([kind, list]) => [kind, [...new Set(list)].sort()]));
}
