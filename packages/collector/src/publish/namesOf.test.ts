import { compile, parseConfig } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { KNOWN_NAMES, namesOf } from './namesOf.ts';

function compiled(source: object) {
  const parsed = parseConfig({ v: 1, ...source });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return compile(parsed.value, { siteId: 's', salt: 'x' });
}
const campaign = (id: string, own: object = {}) => ({ id, status: 'live', trigger: { any: [{ on: 'error', times: 1, within: '1m' }] }, message: { kind: 'card', title: { en: id } }, ...own });
const signal = (id: string) => ({ id, on: 'click', target: `#${id}` });

it('names what devices may speak of, drafts not', () => {
  const names = namesOf(compiled({
    pages: [{ id: 'workflow', match: ['/w'] }], signals: [signal('save')],
    campaigns: [campaign('a', { goal: { event: 'upgrade', within: '1d' }, variants: [{ id: 'x', weight: 1, message: {} }] }), campaign('silent', { status: 'shadow' }), campaign('draft', { status: 'draft' })],
  }));
  expect(names).toEqual({ pages: ['workflow'], signals: ['save'], events: ['upgrade'], campaigns: [['a', ['x']], ['silent', []]] });
});

it('keeps the names of earlier configurations behind the present ones', () => {
  const before = namesOf(compiled({ signals: [signal('old'), signal('both')], campaigns: [campaign('a', { variants: [{ id: 'x', weight: 1, message: {} }] }), campaign('gone')] }));
  const names = namesOf(compiled({ signals: [signal('both'), signal('new')], campaigns: [campaign('fresh'), campaign('a')] }), before);
  expect(names).toMatchObject({ signals: ['both', 'new', 'old'], campaigns: [['fresh', []], ['a', ['x']], ['gone', []]] });
});

it('is bounded however often a site publishes', () => {
  const many = Array.from({ length: KNOWN_NAMES }, (_, n) => `old-${n}`);
  const names = namesOf(compiled({ signals: [signal('new')], campaigns: [campaign('fresh')] }), { pages: many, signals: many, events: many, campaigns: many.map((id) => [id, many]) });
  expect([names.pages, names.signals, names.events, names.campaigns].map((list) => list.length)).toEqual([KNOWN_NAMES, KNOWN_NAMES, KNOWN_NAMES, KNOWN_NAMES]);
  expect([names.signals[0], names.campaigns[0]]).toEqual(['new', ['fresh', []]]);
});
