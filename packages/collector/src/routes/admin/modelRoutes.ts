import type { ModelReport } from '@tactful/protocol';
import { docs } from '#docs';
import { changed } from '../../answer/changed.ts';
import { refuse } from '../../answer/refuse.ts';
import { modelStub } from '../../model/modelStub.ts';
import { publishModel } from '../../model/publishModel.ts';
import { TRAINING_TASK } from '../../model/trainAll.ts';
import { byOf } from '../../staff/byOf.ts';
import { createModelStore } from '../../store/modelStore.ts';
import { route } from '../route.ts';
import { adminBodies, type ModelRollbackBody } from './adminBodies.ts';

const modelRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/model', who: 'viewer',
  docs: docs({ does: 'What was learned: versions, and of each state the last training, quality and drift over time, what drives it, and its alarm.', answers: [200, 'ModelReport'] }),
  async handle(c) {
    const { id } = c.get('site');
    const models = createModelStore(c.env.DB);
    const [keptOut, status, stored, rows, scheduledAt] = await Promise.all([models.isKeptOut(id), modelStub(c.env, id).status(), models.live(id), models.versions(id), models.lastRun(TRAINING_TASK)]);
    const live = keptOut ? null : stored, versions = keptOut ? rows.map((row) => ({ ...row, live: false })) : rows;
    const states = Object.fromEntries(Object.entries(status.states).map(([state, own]) => {
      const { version, quality, importance } = live?.learned[state as keyof typeof live.learned] ?? {};
      return [state, { ...own, served: version === undefined || !quality || !importance ? null : { version, quality, importance } }];
    }));
    return c.json({ live: live?.version ?? 0, keptOut, running: status.running, scheduledAt, versions, states } satisfies ModelReport);
  },
});

const trainRoute = route({
  method: 'POST', path: '/v1/admin/sites/:site/model/train', who: 'editor', action: 'train_model',
  docs: docs({
    does: 'Trains every state now, and publishes what is surely better; `started` is false where a training is under way, or learning is kept out.',
    answers: [202, '{ started }'],
  }),
  async handle(c) {
    const { id } = c.get('site');
    const started = !await createModelStore(c.env.DB).isKeptOut(id) && await modelStub(c.env, id).train(id, { by: byOf(c.get('caller')), asked: true });
    if (!started) changed(c);
    return c.json({ started }, 202);
  },
});

const modelRollbackRoute = route<ModelRollbackBody>({
  method: 'POST', path: '/v1/admin/sites/:site/model/rollback', who: 'editor', action: 'roll_back_model',
  body: { as: 'json', ...adminBodies.modelRollback },
  docs: docs({
    does: 'Serves an earlier model, or with 0 the experts’ scores alone: publishes the live source anew with it, so devices have it within a minute.',
    answers: [200, '{ live }'], errors: ['not_found'],
  }),
  async handle(c, { version }) {
    const { id } = c.get('site');
    const models = createModelStore(c.env.DB), before = (await models.live(id))?.version ?? 0;
    if (!await models.point(id, version)) return refuse(c, 'not_found', { path: 'version' });
    const note = `model ${version}: rolled back`;
    try {
      await publishModel(c.get('stores'), { site: id, by: byOf(c.get('caller')), note, now: Date.now() });
    } catch (error) {
      // Devices have what they had: nobody is told otherwise.
      await models.point(id, before);
      throw error;
    }
    changed(c, { detail: note });
    return c.json({ live: version });
  },
});

export const modelRoutes = [modelRoute, trainRoute, modelRollbackRoute];
