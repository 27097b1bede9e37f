/** Serves everything until it is told to stop. Started by `scripts/start.mjs` under Node 24, after the build. */
import { startSaas } from '../../examples/saas/server.mjs';
import { startShop } from '../../examples/shop/server.mjs';
import { createLock } from './createLock.mjs';
import { keepSecrets } from './keepSecrets.mjs';
import { readPorts } from './ports.mjs';
import { provisionDemo } from './provisionDemo.mjs';
import { startWorker } from './startWorker.mjs';

const running = [];
const lock = createLock();
let stopping;
const stop = (code) => (stopping ??= (async () => {
  await Promise.allSettled(running.toReversed().map((close) => close()));
  lock.leave();
  process.exit(code);
})());

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));

const pagesOf = (port) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`];

try {
  const ports = readPorts();
  lock.join();
  process.env.DEPLOY_TOKEN = keepSecrets().DEPLOY_TOKEN;
  const worker = await startWorker({ port: ports.worker, started: (pid) => lock.join(pid) });
  running.push(worker.stop);
  const { staff, secrets } = await provisionDemo({ host: worker.host, origins: { demo: pagesOf(ports.shop), 'demo-saas': pagesOf(ports.saas) } });
  const shop = await startShop({ port: ports.shop, host: worker.host, key: 'pk_demo', secret: secrets.demo });
  running.push(shop.close);
  const saas = await startSaas({ port: ports.saas, host: worker.host, key: 'pk_demo_saas' });
  running.push(saas.close);
  console.log(`
  Shop      ${shop.origin}
  SaaS      ${saas.origin}
  Console   ${worker.host}/console/
            ${staff.email}
            ${staff.password}

  Data is kept in .tactful/ between runs. The Worker's log is .tactful/worker.log.
  Ctrl-C ends all of it.
`);
  const code = await worker.ended;
  if (!stopping) {
    console.error(`The Worker ended by itself (${code}); see .tactful/worker.log.`);
    await stop(1);
  }
} catch (error) {
  if (!stopping) console.error(error.message);
  await stop(1);
}
