import { createServer, type AddressInfo, type Server } from 'node:net';

/** Takes a port of this machine; 0 for any that is free. Nothing when it is taken. */
export function takePort(port: number): Promise<Server | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(undefined));
    server.listen(port, '127.0.0.1', () => done(server));
  });
}

const give = (server: Server): Promise<void> => new Promise((done) => void server.close(() => done()));

/** The first of three free ports in a row. */
export async function findPort(): Promise<number> {
  for (;;) {
    const first = (await takePort(0))!;
    const { port } = first.address() as AddressInfo;
    const others = await Promise.all([port + 1, port + 2].map(takePort));
    await Promise.all([first, ...others].map((server) => server && give(server)));
    if (others.every(Boolean) && port < 65_000) return port;
  }
}
