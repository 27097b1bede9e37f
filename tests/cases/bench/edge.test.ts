import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { judgeEdge, ratio } from '../../bench/edge/judgeEdge.ts';
import type { EdgeFigures } from '../../bench/edge/measureEdge.ts';
import { openClient, type Call } from '../../bench/edge/openClient.ts';

const figures = (name: string, rounds: EdgeFigures['rounds'], more: Partial<EdgeFigures> = {}): EdgeFigures => ({ name, perSecond: 0, p50: 0, p99: 0, cpu: 0, odd: 0, rounds, ...more });
const empty = figures('empty Worker', [{ perSecond: 1_000, cpu: 1 }, { perSecond: 500, cpu: 2 }, { perSecond: 900, cpu: 1 }]);
const bare = figures('one bare Durable Object write', [{ perSecond: 500, cpu: 2 }, { perSecond: 100, cpu: 9 }, { perSecond: 400, cpu: 2 }]);
const one = figures('intake, 1 summary', [{ perSecond: 300, cpu: 2 }, { perSecond: 300, cpu: 4 }, { perSecond: 240, cpu: 2.1 }]);

it('compares within each round, whatever the machine did meanwhile', () => {
  expect([ratio(one, bare, 'perSecond'), ratio(one, empty, 'cpu')]).toEqual([0.6, 2]);
});

it('holds the budgets to the figure, and none beyond', () => {
  const many = (rowsPerSecond: number): EdgeFigures => figures('intake, 20 summaries', [], { rowsPerSecond });
  const judged = (rows: number, intake: EdgeFigures, p99: number): boolean[] => judgeEdge([empty, bare, intake, many(rows)], p99).map(({ holds }) => holds);
  expect(judged(8_000, one, 100)).toEqual([true, true, true, true]);
  const worse = figures('intake, 1 summary', one.rounds.map(({ perSecond, cpu }) => ({ perSecond: perSecond - 1, cpu: cpu + 0.01 })));
  expect(judged(7_999, worse, 100.1)).toEqual([false, false, false, false]);
});

let server: Server;
const heard: string[] = [];
beforeAll(() => new Promise<void>((resolve) => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => { body += chunk; }).on('end', () => {
      heard.push(`${request.method} ${request.url} ${request.headers['origin']} ${body}`);
      response.writeHead(request.url === '/3' ? 429 : 202).end('{}');
    });
  }).listen(0, '127.0.0.1', resolve);
}));
afterAll(() => new Promise((resolve) => { server.close(resolve); }));

it('sends so many a second, each once and with its own body, and tells every answer', async () => {
  const client = openClient(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  const make = (n: number): Call => ({ method: 'POST', path: `/${n}`, headers: { origin: 'https://shop.example.com' }, body: `body ${n}` });
  const { times, statuses, unsent } = await client.drip(make, { ms: 500, perSecond: 40 });
  client.close();
  expect(times.length + unsent).toBe(20);
  expect(heard.toSorted()).toEqual(Array.from(times, (_time, n) => `POST /${n} https://shop.example.com body ${n}`).toSorted());
  expect(statuses).toEqual({ 202: times.length - 1, 429: 1 });
});
