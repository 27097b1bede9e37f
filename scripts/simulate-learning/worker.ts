/** Not deployed: the Worker as it is, by a clock that the simulation moves. The clock comes first, for what follows may keep `Date.now` as it loads. */
import { machineNow, setClock } from './clock.ts';
import worker, { Model as RealModel, Profile as RealProfile, SiteDesk as RealDesk, SiteShard as RealShard } from '../../packages/collector/src/index.ts';
import { CLOCK_HEADER } from './CLOCK_HEADER.ts';

export { Offer } from '../../packages/collector/src/index.ts';

type Binding = 'MODEL' | 'PROFILE' | 'DESK' | 'SHARD';
type Alarmed = new (ctx: DurableObjectState, env: any) => { alarm(): Promise<void> };

/** Alarms that are not due yet, by object. The platform would wait for the machine's clock. */
const waiting = new Map<string, { readonly binding: Binding; readonly at: number }>();

/** The class as it is; its alarms ring by the simulation's clock. */
function byClock<Real extends Alarmed>(binding: Binding, real: Real): Real {
  return class extends (real as Alarmed) {
    constructor(ctx: DurableObjectState, env: unknown) {
      const { storage } = ctx, id = String(ctx.id);
      const ring = storage.setAlarm.bind(storage);
      storage.setAlarm = async (at) => {
        waiting.delete(id);
        if (Number(at) <= Date.now()) await ring(machineNow());
        else waiting.set(id, { binding, at: Number(at) });
      };
      super(ctx, env);
    }

    /** Its alarm is due. */
    ring(): Promise<void> {
      return this.alarm();
    }
  } as unknown as Real;
}

export const Model = byClock('MODEL', RealModel);
export const Profile = byClock('PROFILE', RealProfile);
export const SiteDesk = byClock('DESK', RealDesk);
export const SiteShard = byClock('SHARD', RealShard);

async function ringDue(env: Env): Promise<void> {
  for (const [id, { binding, at }] of waiting) {
    if (at > Date.now()) continue;
    waiting.delete(id);
    const namespace = env[binding] as unknown as DurableObjectNamespace;
    await (namespace.get(namespace.idFromString(id)) as unknown as { ring(): Promise<void> }).ring();
  }
}

export default {
  ...worker,
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    setClock(Number(request.headers.get(CLOCK_HEADER)));
    await ringDue(env);
    return worker.fetch(request, env, ctx);
  },
  async scheduled(controller: ScheduledController, env: Env): Promise<void> {
    setClock(controller.scheduledTime);
    await ringDue(env);
    await worker.scheduled(controller, env);
  },
};
