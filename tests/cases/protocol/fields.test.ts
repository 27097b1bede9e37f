// @vitest-environment happy-dom
import { LIMITS, type DeviceMessage } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { mount } from '../../../packages/sdk/src/act/widget/mount.ts';
import { mountWidget, view } from '../../doubles/widgetHost.ts';

const PERSON = { label: 'A person', action: { kind: 'handoff', label: 'A person', to: 'request' } } as const;
const CHAT: DeviceMessage = { kind: 'chat', title: 'Stuck?', chat: [{ id: 'question', say: 'What is it?', replies: [PERSON] }] };

it('takes as much as the form of a request lets people type, and the form no more than that', () => {
  const { widget, press, root } = mountWidget(mount);
  widget.show(view(CHAT));
  press('A person');
  const limits = [...root()!.querySelectorAll('form [maxlength]')].map((one) => Number(one.getAttribute('maxlength')));
  expect(limits).toEqual([LIMITS.nameChars, LIMITS.contactChars, LIMITS.requestChars]);
});
