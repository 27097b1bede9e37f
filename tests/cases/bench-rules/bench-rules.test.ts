import { expect, it } from 'vitest';
import { answersOf, type Session } from '../../../scripts/bench-rules/answersOf.ts';
import sessions from './sessions.json' with { type: 'json' };

it.each(sessions as unknown as [string, Session, boolean][])('all four say the same: %s', async (_name, session, expected) => {
  expect(await answersOf(session)).toEqual({ ours: expected, mingo: expected, 'json-logic-js': expected, 'json-rules-engine': expected });
});
