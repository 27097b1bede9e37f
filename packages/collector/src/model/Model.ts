import { DurableObject } from 'cloudflare:workers';
import { LEARNED, type LearnedState } from '@tactful/learner';
import type { ModelReport, ModelStateReport } from '@tactful/protocol';
import { createAgenda, type Agenda } from '../store/createAgenda.ts';
import { migrate } from '../store/migrate.ts';
import { createTraining } from './createTraining.ts';
import { createRunStore, MODEL_SCHEMA } from './runStore.ts';

const STATES = Object.keys(LEARNED) as LearnedState[];

/** What an object tells of its site; the rest of the report stands in the control plane. */
export interface ModelStatus { readonly running: ModelReport['running']; readonly states: Readonly<Record<LearnedState, Omit<ModelStateReport, 'served'>>> }

/** What learns for a site. Its invariant: one model is trained at a time. */
export class Model extends DurableObject<Env> {
  readonly #store;
  readonly #training;
  readonly #agenda: Agenda<'train'>;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, MODEL_SCHEMA);
    this.#store = createRunStore(ctx.storage.sql);
    this.#training = createTraining(env, this.#store);
    this.#agenda = createAgenda({ sql: ctx.storage.sql, setAlarm: (at) => ctx.storage.setAlarm(at), clock: Date.now });
  }

  /** Begins a training. `asked`: by staff, whether one is due or not. @returns false where one is under way */
  train(site: string, { by, asked }: { readonly by: string; readonly asked: boolean }): boolean {
    const begins = this.#store.run() === undefined;
    if (begins) {
      this.#store.clear();
      this.#store.setRun({ by, asked, state: STATES[0]!, shard: 0, progress: 0, fell: false, won: {} });
    }
    this.#agenda.plan('train', { site, at: Date.now() });
    return begins;
  }

  status(): ModelStatus {
    const run = this.#store.run();
    const { looks, alarm, trial } = this.#store;
    const told = (state: LearnedState) => ({ trial: trial(state) ?? null, looks: looks(state), alarm: alarm(state) ?? null });
    return {
      running: run ? { state: run.state, progress: run.progress } : null,
      states: { likely_buyer: told('likely_buyer'), abandon: told('abandon'), high_value: told('high_value') },
    };
  }

  override alarm(): Promise<void> {
    return this.#agenda.run(Date.now(), { train: async (site, now) => (await this.#training.turn(site, now) ? now : undefined) });
  }
}
