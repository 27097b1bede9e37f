import { createEngine, prepare, type Engine, type Observation } from '@tactful/engine';
import { compile, localize, parseConfig } from '@tactful/protocol';

/** When every session begins. */
export const AT = 1_800_000_000_000;

/**
 * The rule as campaigns, compiled as publishing does: three dwells over 10 s in a row on the checkout, a cart of 50 or more, not shown
 * within 24 h. @returns what makes a fresh engine of them, at a visible page with the focus; `cartValue` undefined: not known.
 */
export function ourRules(count: number): (cartValue?: number) => Engine {
  const parsed = parseConfig({
    v: 1, site: { locale: 'en', currency: 'EUR' }, holdout: 0,
    campaigns: Array.from({ length: count }, (_one, index) => ({
      id: `rule-${index}`, status: 'live', control: 0, message: { kind: 'card', title: { en: 'Hello' } },
      trigger: { any: [{ on: 'dwell', page: 'type:checkout', for: '10s', consecutive: 3 }] },
      conditions: { feature: 'cart.value', gte: 50 },
      frequency: { custom: [{ cap: 1, period: '24h' }] },
    })),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const config = localize(compile(parsed.value, { siteId: 'bench', salt: 'salt' }), 'en');
  const prepared = prepare(config);
  return (cartValue) => {
    const engine = createEngine({ config, prepared, at: AT, visitor: 'v', session: 's', random: () => 0.5 });
    for (const fact of [
      { kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } }, { kind: 'visibility', visible: true }, { kind: 'focus', focused: true },
      { kind: 'cart', value: cartValue, currency: 'EUR' },
    ]) engine.observe({ at: AT, ...fact } as Observation);
    return engine;
  };
}
