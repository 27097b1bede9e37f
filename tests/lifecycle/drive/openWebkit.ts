import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { Drive } from './Drive.ts';

/** A port that was free a moment ago; the driver can't be asked to choose one. */
const findPort = (): Promise<number> => new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    server.close(() => found(port));
  });
});

/** A screen that nobody looks at. @returns its process and its name once it is there */
function openScreen(): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((opened, failed) => {
    screen.on('error', failed);
    screen.stdio[3]!.once('data', (told: Buffer) => opened({ screen, display: `:${told.toString().trim()}` }));
  });
}

/**
 * WebKitGTK, by plain WebDriver, one tab at a time. It is not Safari of iOS.
 * @throws Error when Debian's webkit2gtk-driver and xvfb are not there
 */
export async function openWebkit(): Promise<Drive> {
  const { screen, display } = await openScreen();
  const port = await findPort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: display } });
  const ask = async (method: string, path: string, body?: unknown): Promise<any> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const { value } = await answer.json() as { value: any };
    if (!answer.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
    return value;
  };
  const listening = async (): Promise<unknown> => ask('GET', '/status').catch(() => new Promise((again) => setTimeout(again, 50)).then(listening));
  await listening();
  // Nothing is waited for that a page may never do.
  const { sessionId, capabilities } = await ask('POST', '/session', { capabilities: { alwaysMatch: { pageLoadStrategy: 'none', 'webkitgtk:browserOptions': { args: ['--automation'] } } } });
  const end = (child: ChildProcess): Promise<unknown> => new Promise((ended) => {
    child.once('exit', ended);
    child.kill();
  });
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    open: async () => ({
      go: (url) => ask('POST', `/session/${sessionId}/url`, { url }),
      close: () => ask('POST', `/session/${sessionId}/url`, { url: 'about:blank' }),
    }),
    async close() {
      await ask('DELETE', `/session/${sessionId}`);
      await end(driver);
      await end(screen);
    },
  };
}
