import { campaign, deviceConfig } from '../../browser/harness/deviceConfig.ts';
import { serveCollector } from '../../browser/harness/serveCollector.ts';
import { servePages } from '../../browser/harness/servePages.ts';
import type { Drive } from '../drive/Drive.ts';
import { playInPage, type Patience } from './playInPage.ts';
import type { Tampering } from './TAMPERINGS.ts';

/** What became of a page that was tampered with. */
export interface Verdict {
  readonly tampering: Tampering;
  /** Uncaught errors, rejections and what a verb threw; or that the page never came to an end. */
  readonly errors: readonly string[];
  /** Globals, what hangs on them and on their prototypes that are not as the page had left them while Tactful ran, but what it may change. */
  readonly changed: readonly string[];
  /** The same after `destroy()`. */
  readonly left: readonly string[];
  /** It did its duty: was ready, showed its message, and its summary came. */
  readonly alive: boolean;
}

/** What is wrong with it, in words; nothing where the promise held. */
export const faultsOf = ({ tampering, errors, changed, left, alive }: Verdict): readonly string[] => [
  ...errors, ...changed.map((name) => `changed ${name}`), ...left.map((name) => `left ${name} changed`), ...(tampering.works && !alive ? ['did not do its duty'] : []),
];

/** What Playwright lays into Firefox; our one name; what is patched where a browser has no Navigation API; the queue that is listened to, and told of messages. */
const OURS = /^((window\.)?__pw_\w+(\.\w+)?|window\.tactful|history\.(push|replace)State|dataLayer\.(push|length|\d+))( is gone)?$/;
/** A page that says nothing for so long hangs, in milliseconds. */
const HANGS = 60_000;
const CONFIG = deviceConfig({ campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }])] });

/**
 * Plays each tampering on a page of its own.
 * @param at how many pages at once
 * @param patience with pages on which Tactful may be silent
 */
export async function playHostile(drive: Drive, tamperings: readonly Tampering[], { at = 1, patience = { ready: 500, shown: 500, sent: 120 }, step = () => {} }: {
  at?: number; patience?: Patience; step?(): void;
} = {}): Promise<readonly Verdict[]> {
  const collector = await serveCollector(CONFIG);
  const told = new Map<string, (lines: string) => void>();
  const site = await servePages((request, response) => {
    const n = new URL(request.headers.referer ?? site.origin + request.url).searchParams.get('n') ?? '';
    if (request.path === '/verdict') {
      told.get(n)?.(request.body);
      return response.writeHead(204).end();
    }
    const tampering = tamperings[Number(n)];
    if (request.path !== '/' || !tampering) return response.writeHead(404).end();
    const waits = tampering.works ? { ready: HANGS / 4, shown: HANGS / 4, sent: HANGS / 4 } : patience;
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><html lang="en"><head><title>Shop</title>
<script>(${playInPage})(function () { ${tampering.script} }, ${tampering.late ?? false}, ${JSON.stringify(waits)})</script>
<script async src="${collector.origin}/tactful.js" crossorigin="anonymous" data-key="pk_${n}" data-consent="granted"></script></head>
<body><h1>Shop</h1><form><label>Name <input></label><button>Pay</button></form></body></html>`);
  });
  const play = async (tampering: Tampering, n: number): Promise<Verdict> => {
    const tab = await drive.open();
    const lines = new Promise<string>((resolve) => {
      const late = setTimeout(() => resolve('the page never came to an end'), HANGS);
      told.set(String(n), (body) => {
        clearTimeout(late);
        resolve(body);
      });
    });
    await tab.go(`${site.origin}/?n=${n}`);
    const [errors = '', changed = '', left = '', ready, shown] = (await lines).split('\n');
    await tab.close();
    const list = (line: string): string[] => line.split('\t').filter((word) => word && !OURS.test(word));
    const sent = collector.received.some(({ path, query }) => path === '/v1/summaries' && new URLSearchParams(query).get('key') === `pk_${n}`);
    step();
    return { tampering, errors: errors.split('\t').filter(Boolean), changed: list(changed), left: list(left), alive: ready === 'true' && shown === 'true' && sent };
  };
  const verdicts: Verdict[] = [];
  const waiting = [...tamperings.entries()];
  try {
    await Promise.all(Array.from({ length: at }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) verdicts[next[0]] = await play(next[1], next[0]);
    }));
    return verdicts;
  } finally {
    await Promise.all([collector.close(), site.close()]);
  }
}
