import { expect, it } from 'vitest';
import { parseRoute, routeTo } from './route.ts';

it.each([
  ['', { site: '', room: 'overview', item: '', detail: '' }],
  ['#/demo', { site: 'demo', room: 'overview', item: '', detail: '' }],
  ['#/demo/requests', { site: 'demo', room: 'requests', item: '', detail: '' }],
  ['#/demo/campaigns/edit/a%2Fb', { site: 'demo', room: 'campaigns', item: 'edit', detail: 'a/b' }],
  ['#/demo/nowhere/x', { site: 'demo', room: undefined, item: 'x', detail: '' }],
  ['#/%E0%A4%A/constructor', { site: '%E0%A4%A', room: undefined, item: '', detail: '' }],
])('reads %s', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

it.each([
  [routeTo('demo', 'sessions'), '#/demo/sessions'],
  [routeTo('demo', 'sessions', 's/1'), '#/demo/sessions/s%2F1'],
  [routeTo('demo', 'campaigns', 'versions', '3'), '#/demo/campaigns/versions/3'],
])('writes %s', (written, expected) => {
  expect(written).toBe(expected);
});
