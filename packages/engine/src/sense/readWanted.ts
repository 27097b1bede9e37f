import type { DeviceModel, Scalar } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { readFeatures } from '../summarize/readFeatures.ts';
import { feltOne, isFelt } from './felt.ts';

/** The features that a model asks for; a model is read with each configuration anew, and never changed. */
const asked = new WeakMap<DeviceModel, readonly string[]>();

function namesOf(model: DeviceModel): readonly string[] {
  let names = asked.get(model);
  if (!names) {
    names = [...new Set(Object.values(model.states).flatMap(({ terms = [], trees }) => [...terms.map(([name]) => name), ...trees ? trees.features : []]))];
    asked.set(model, names);
  }
  return names;
}

type Read = (core: Core) => Scalar | undefined;
const ofCart = (read: Read): Read => (core) => (core.cart.stage == 'none' ? undefined : read(core));

/** Those of `shippedFeatures`, each by itself; a test holds the two together. */
const READ: Readonly<Record<string, Read>> = {
  'cart.value': ({ cart, config: { site } }) => (cart.currency && site.currency && cart.currency != site.currency ? undefined : cart.value),
  'cart.items': ofCart(({ cart }) => cart.items),
  'cart.idle_seconds': ofCart(({ cart }) => Math.floor(cart.idleMs / 1_000)),
  'cart.revisits': ({ cart }) => cart.revisits,
  'session.pages': ({ tally }) => tally.counts['page_views'] || 0,
  'session.active_seconds': ({ tally }) => Math.floor(tally.activeMs / 1_000),
  'session.errors': ({ tally }) => tally.counts['errors'] || 0,
  'session.form_errors': ({ tally }) => tally.counts['form_errors'] || 0,
  'visitor.sessions': ({ traits }) => traits && traits.visitorSessions,
  'visitor.days_since_first': ({ traits, now }) => (traits && traits.visitorFirstSeen != null ? Math.floor((now - traits.visitorFirstSeen) / 86_400_000) : undefined),
};

/** Those features alone, as they are now: all of them at each observation would cost more than all else that an engine does. */
export function readWanted(core: Core, model: DeviceModel): Readonly<Record<string, Scalar | undefined>> {
  const features: Record<string, Scalar | undefined> = {};
  let all: Readonly<Record<string, Scalar | undefined>> | undefined;
  for (const name of namesOf(model)) {
    const read = READ[name];
    features[name] = read ? read(core) : isFelt(name) ? feltOne(core, name) : (all = all || readFeatures(core))[name];
  }
  return features;
}
