import { createServer } from 'node:net';

const DEFAULT = 8787;

/** The three ports in a row: `PORT` is the Worker's. */
export function readPorts(given = process.env.PORT) {
  const worker = given === undefined || given === '' ? DEFAULT : Number(given);
  if (!Number.isInteger(worker) || worker < 1 || worker > 65_533) throw new Error(`PORT has to be a whole number from 1 to 65533; it is "${given}".`);
  return { worker, shop: worker + 1, saas: worker + 2 };
}

const isTaken = (port, host) => new Promise((done) => {
  const probe = createServer();
  probe.once('error', (error) => done(error.code === 'EADDRINUSE'));
  probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(false)));
});

/** A port of this machine that nothing listens on. */
export const findPort = () => new Promise((done, fail) => {
  const probe = createServer();
  probe.once('error', fail);
  probe.listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

/** @throws Error that names the port that is taken and the way out. */
export async function assertFree(ports) {
  for (const [name, port] of Object.entries(ports)) {
    if ((await isTaken(port, '127.0.0.1')) || (await isTaken(port, '::1'))) {
      throw new Error(`Port ${port} (for the ${name}) is taken. Stop what runs there, or choose others: PORT=${ports.worker + 100} npm start takes ${ports.worker + 100} to ${ports.worker + 102}.`);
    }
  }
}
