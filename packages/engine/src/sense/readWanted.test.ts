import { FEATURES, SHIPPED_FEATURES, type DeviceModel } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { deviceOf } from '../../../../tests/cases/engine/deviceOf.ts';
import { createCore } from '../createCore.ts';
import { DECIDE } from '../decide/DECIDE.ts';
import { observe } from '../observe.ts';
import { KEEP } from '../summarize/KEEP.ts';
import { readFeatures } from '../summarize/readFeatures.ts';
import { readWanted } from './readWanted.ts';
import { SENSE } from './SENSE.ts';

it('reads of each feature what all of them together say', () => {
  const core = createCore({
    config: deviceOf([]), at: 0, visitor: 'v', session: 's', random: () => 0, stages: { ...DECIDE, ...KEEP, ...SENSE },
    traits: { device: 'desktop', utcOffsetMinutes: 0, visitorSessions: 3, visitorFirstSeen: 0 },
  });
  const names = FEATURES.map(({ name }) => name).filter((name) => name in SHIPPED_FEATURES || name.startsWith('page.'));
  const model: DeviceModel = { id: 'm', states: { struggle: { bias: 0, terms: names.map((name) => [name, 1, 0, 'identity'] as const) } } };
  const same = (): void => expect(readWanted(core, model)).toEqual(Object.fromEntries(names.map((name) => [name, readFeatures(core)[name]])));
  same();
  const facts = [
    { kind: 'visibility', visible: true }, { kind: 'focus', focused: true }, { kind: 'page', page: null, type: 'product' }, { kind: 'event', name: 'add_to_cart', props: { value: 9, currency: 'EUR' } },
    { kind: 'sense', on: 'slow', ms: 2_345 }, { kind: 'sense', on: 'rage_click' }, { kind: 'error' }, { kind: 'form_error', form: 'f', targets: [] }, { kind: 'page', page: null, type: 'cart' },
  ] as const;
  facts.forEach((fact, at) => {
    observe(core, { ...fact, at: 7_000 * at } as never);
    same();
  });
});
