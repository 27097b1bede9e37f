import { driversOf } from '@tactful/engine';
import type { IntentState } from '@tactful/protocol';
import type { ActorCore } from '../act/actor.ts';

/** What holds for the whole page, by name: consent, page, configuration, session, what was dropped, and each intent with what drove it. */
export function factsOf(core: ActorCore): readonly (readonly [name: string, value: string])[] {
  const { engine, config, consent, settings, keeping } = core;
  if (!engine || !config) return [['configuration', 'not here yet: the key, the address of the collector, or the network']];
  const { permission: { show, measured, capsKnown }, page, type, tally: { loss, intents } } = engine;
  const sum = keeping.summary();
  const dropped = Object.entries(loss).filter(([reason, n]) => n && reason != 'error').map(([reason, n]) => `${reason} ${n}`);
  return [
    ['page', `${page || 'no name matches'} (type ${type})`],
    ['consent', `${consent}: ${capsKnown ? { full: 'all may show', help: 'help may show', none: 'nothing may show' }[show] : 'storage can’t be read'}, ${measured ? 'measured' : 'not measured'}`],
    ['configuration', `${config.version}${settings.config ? ' (inline)' : ''}${config.halt ? ', HALTED' : ''}, locale ${config.locale}, ${config.campaigns.length} campaigns`],
    ['session', sum ? `part ${sum.part}, summary ${sum.seq}` : 'nothing would be sent'],
    ['errors', `${loss['error'] || 0} swallowed${dropped.length ? `; dropped: ${dropped.join(', ')}` : ''}`],
    ...Object.entries(intents).map(([state, { last }]) => {
      const form = sum && config.model && config.model.states[state as IntentState];
      const drivers = form ? driversOf(form, sum.features).map(({ feature, value }) => `${value} ${feature.replace(/\W|_/g, ' ')}`) : [];
      return [`intent ${state}`, [last, ...drivers].join(', ')] as const;
    }),
  ];
}
