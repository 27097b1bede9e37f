import type { DeviceFaq } from '@tactful/protocol';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../packages/sdk/src/act/widget/talk/createMatcher.ts';
import ar from './faq/ar.json' with { type: 'json' };
import en from './faq/en.json' with { type: 'json' };
import zhHans from './faq/zh-Hans.json' with { type: 'json' };
import zhHant from './faq/zh-Hant.json' with { type: 'json' };

interface Golden { readonly faq: readonly DeviceFaq[]; readonly asked: readonly (readonly [question: string, id: string])[]; readonly outside: readonly string[] }

/** What is missed, as measured: a question that gets no answer or another first, and one that should have got none. It may only get shorter. */
const MISSED: readonly (readonly [string, Golden, readonly string[]])[] = [
  ['en', en as unknown as Golden, ['where is my order', 'what time is it']],
  ['zh-Hans', zhHans as unknown as Golden, ['想把鞋子退了']],
  ['zh-Hant', zhHant as unknown as Golden, ['可以刷卡嗎']],
  ['ar', ar as unknown as Golden, []],
];

describe.each(MISSED)('questions in %s', (_locale, { faq, asked, outside }, missed) => {
  const match = createMatcher(faq);
  it('find their answer, and none where there is none', () => {
    const wrong = asked.filter(([question, id]) => match(question)[0]?.id !== id).map(([question]) => question);
    expect([...wrong, ...outside.filter((question) => match(question).length)]).toEqual(missed);
  });
  it('are at least 12 for 4 answers, and 6 outside', () => {
    expect([faq.length >= 4, asked.length >= 12, outside.length >= 6]).toEqual([true, true, true]);
  });
});

it('answers each entry’s own question by that entry first', () => {
  for (const [, { faq }] of MISSED) {
    const match = createMatcher(faq);
    expect(faq.filter(({ id, q }) => match(q)[0]?.id !== id)).toEqual([]);
  }
});
it.each(['', '   ', '?!', '\u0000', 'a'.repeat(300), '😀'])('has nothing to say to %j', (question) => expect(createMatcher(en.faq as unknown as DeviceFaq[])(question)).toEqual([]));
it('has nothing to say where nothing is known', () => expect(createMatcher([])('return')).toEqual([]));
