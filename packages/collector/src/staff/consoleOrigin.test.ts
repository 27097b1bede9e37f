import { expect, it } from 'vitest';
import { consoleOrigin } from './consoleOrigin.ts';

const ASKED = 'https://tactful.example.workers.dev/v1/admin/login';

it.each([
  [undefined, 'https://tactful.example.workers.dev'], ['', 'https://tactful.example.workers.dev'],
  ['https://cx.example.com', 'https://cx.example.com'], ['https://CX.example.com/console/', 'https://cx.example.com'], ['http://localhost:8787', 'http://localhost:8787'],
])('with %j pinned, staff write from %s', (pinned, origin) => {
  expect(consoleOrigin(pinned, ASKED)).toBe(origin);
});

it.each(['cx.example.com', 'cx.example.com:8787', 'localhost:8787', 'data:text/html,x', 'file:///console', 'null'])('takes %j for no address of a console', (pinned) => {
  expect(() => consoleOrigin(pinned, ASKED)).toThrow(`CONSOLE_ORIGIN is no address such as https://cx.example.com: ${pinned}`);
});
