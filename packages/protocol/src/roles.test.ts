import { expect, it } from 'vitest';
import { isAtLeast, ROLES, type Role } from './roles.ts';

const NAMES = Object.keys(ROLES) as Role[];

it('lets each role do what those before it may, and no more', () => {
  expect(NAMES.map((role) => NAMES.filter((least) => isAtLeast(role, least)))).toEqual([
    ['viewer'], ['viewer', 'agent'], ['viewer', 'agent', 'editor'], ['viewer', 'agent', 'editor', 'owner'],
  ]);
});

it.each(['', 'admin', 'constructor'])('lets %j nothing, and nobody what asks for it', (name) => {
  expect(NAMES.map((least) => isAtLeast(name as Role, least))).toEqual([false, false, false, false]);
  expect(isAtLeast('owner', name as Role)).toBe(false);
});
