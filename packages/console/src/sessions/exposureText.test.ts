import { expect, it } from 'vitest';
import { exposureText } from './exposureText.ts';

const told = (outcome: Parameters<typeof exposureText>[0]['outcome'], reason: Parameters<typeof exposureText>[0]['reason']): readonly string[] => {
  const { badge, text } = exposureText({ arm: 'treatment', outcome, reason });
  return [badge, text];
};

it.each([
  ['none', '', 'Not seen', 'The message was let through, and was not seen for a second.'],
  ['none', 'leave', 'Not seen', 'The message was let through, and was not seen for a second. The visitor left the page.'],
  ['ignore', 'veto', 'Not shown', 'The message never stood on the page. The shop vetoed it before it was drawn.'],
  ['ignore', 'load', 'Not shown', 'The message never stood on the page. It could not be loaded or drawn.'],
  ['ignore', '', 'Shown', 'The message was shown. No reaction so far.'],
  ['ignore', 'leave', 'Shown', 'The message was shown. The visitor ignored it. The visitor left the page.'],
  ['dismiss', 'escape', 'Shown', 'The message was shown. The visitor dismissed it. Closed with Esc.'],
  ['convert', 'action', 'Shown', 'The message was shown. The visitor converted. Its button was pressed.'],
] as const)('in treatment, %s with “%s”: %s', (outcome, reason, badge, text) => expect(told(outcome, reason)).toEqual([badge, text]));

it.each([[true, 'They said that it helped.'], [false, 'They said that it did not help.']])('tells what was said of help: %s', (helped, said) => {
  expect(exposureText({ arm: 'treatment', outcome: 'click', reason: 'action', helped }).text).toMatch(new RegExp(`pressed\\. ${said}$`));
});

it.each(['control', 'holdout', 'shadow'] as const)('says of %s that nothing was shown', (arm) => {
  const { badge, text } = exposureText({ arm, outcome: 'none', reason: '' });
  expect([badge, text]).not.toContain('Shown');
  expect(text).toMatch(/^(Kept back on purpose|Would have been shown)/);
});
