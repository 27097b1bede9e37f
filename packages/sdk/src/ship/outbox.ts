import { writeJson } from '@tactful/engine';
import { LIMITS, type EpochMs, type IntakeAnswer, type Milliseconds, type Summary } from '@tactful/protocol';
import type { ShipCore } from './shipping.ts';

export interface Outbox {
  /** Keeps the newest summary of a part, in place of the one before. Resolves when it is committed. */
  keep(summary: Summary): Promise<unknown>;
  /** Sends all that is kept, but of the part that has just begun: it was sent at the exit of the page before, and will be again with what changes now. */
  send(but?: string): Promise<void>;
  /**
   * Sends one at once while the page goes away, whatever else is on its way: what waits now waits for the visitor's next page.
   * It is kept as well, so what arrives twice changes nothing. False: the collector wants to be left alone, or another of these is on
   * its way, for what survives a page is the whole site's to share.
   */
  sendAtExit(summary: Summary): boolean;
}

const RETRY_MS: Milliseconds = 5_000, LONGEST_RETRY_MS: Milliseconds = 600_000;
/** The collector is left alone for no longer than this, whatever it says. */
const LONGEST_WAIT_MS: Milliseconds = 3_600_000;
/** A request without an answer is given up after this time. */
const PATIENCE_MS: Milliseconds = 15_000;

/** What the device does on a status: the error table's `client` column, in fewer bytes (a test holds the two together). */
export const reaction = (status: number): 'retry' | 'split' | 'drop' =>
  status == 413 ? 'split' : status == 429 || status >= 500 || status < 400 ? 'retry' : 'drop';

/** What a proxy, or a collector of another day, answers with a 202 has let nothing in. */
const isAnswer = (answer: any): answer is IntakeAnswer => answer && [answer.rejected, answer.superseded].every(Array.isArray);

const nameOf = ({ session, part }: Summary): string => 's:' + session + part;

/**
 * One entry per part, replaced in place. An entry leaves only when the collector has it (or refuses it for good, which is
 * counted) and it has not changed since, so nothing is lost and repeating changes nothing. Requests to a person that could
 * not be delivered (`r:<id>`) wait here too.
 * @param random 0 inclusive to 1 exclusive
 */
export function createOutbox(core: ShipCore, random: () => number, answered: (answer: IntakeAnswer) => void): Outbox {
  const { scope, net, storage, settings: { key }, now, lost } = core;
  let tries = 0;
  let notBefore: EpochMs = 0;
  let busy: Promise<void> | undefined;
  let next: (() => Promise<void>) | undefined;
  /** Until when, at most, what left with a page is on its way. */
  let leaving: EpochMs = 0;
  const granted = (): boolean => core.consent == 'granted';
  const maySend = (): boolean => granted() && now() >= notBefore;
  const soon = (path: string, init: RequestInit): Promise<Response | undefined> => scope.upTo(PATIENCE_MS, net(path, init));
  const statusOf = (response: Response | undefined): number => response ? response.status : 0;
  /** @param response of the collector, or what stands before it: it may ask to be left alone for so many seconds, or until a date */
  const later = (response: Response | undefined): void => {
    const wait: any = response && response.headers.get('retry-after');
    const delay = Math.max(Math.min(wait * 1_000 || Date.parse(wait) - now() || 0, LONGEST_WAIT_MS), Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** tries++) * (0.5 + random()));
    notBefore = now() + delay;
    // What the collector asked for holds for the pages to come, too; where nobody answered they may try for themselves.
    if (wait && granted()) void storage.set('wait', notBefore);
    scope.after(delay, () => void alone(drain));
  };
  /**
   * Takes an entry out, unless a later `seq` is kept by now; true if it went. Once consent is gone all is erased, and a
   * database that is touched then would be there again.
   */
  const letGo = async (name: string, seq?: number): Promise<boolean> => granted() && storage.take(name, (kept) => !(kept.seq > seq!));
  const post = async (sessions: readonly Summary[], keepalive: boolean): Promise<void> => {
    if (!sessions[0] || !maySend()) return;
    let response: Response | undefined;
    let answer: IntakeAnswer | undefined;
    try {
      // Nothing after that time: the next line throws.
      response = (await soon('summaries', { method: 'POST', body: writeJson({ v: 1, key, sentAt: now() + (core.engine ? core.engine.offset : 0), sessions }), keepalive, ...(keepalive && { signal: null }) }))!;
      const read: unknown = response.ok && JSON.parse((await scope.upTo(PATIENCE_MS, response.text()))!);
      if (isAnswer(read)) answer = read;
    } catch (_error) {
      // No network, blocked, or an answer cut short: tried again.
    }
    const does = !answer && reaction(statusOf(response));
    if (does == 'retry') return later(response);
    if (does == 'split' && sessions[1]) {
      const half = sessions.length >> 1;
      await post(sessions.slice(0, half), keepalive);
      return post(sessions.slice(half), keepalive);
    }
    tries = 0;
    const refused = (answer ? answer.rejected : sessions).length;
    if (refused) lost('refused', refused);
    for (const sent of sessions) await letGo(nameOf(sent), sent.seq);
    if (answer) answered(answer);
  };
  /** Requests to a person, each alone; as long as the collector takes none of them, they wait as summaries do. */
  const ask = async (requests: readonly [name: string, request: unknown][]): Promise<void> => {
    for (const [name, request] of requests) {
      if (!maySend()) return;
      const answer = await soon('requests', { method: 'POST', body: writeJson(request) });
      const status = statusOf(answer);
      if (status != 202) {
        if (reaction(status) == 'retry') return later(answer);
        lost('refused');
      }
      await letGo(name);
    }
  };
  const drain = async (but?: string): Promise<void> => {
    if (!granted()) return;
    const requests: [string, unknown][] = [];
    const waiting: Summary[] = [];
    const kept = await storage.all();
    const wait = kept.get('wait');
    if (wait - now() < LONGEST_WAIT_MS) notBefore = Math.max(notBefore, wait);
    for (const [name, value] of kept) {
      if (name[1] != ':') continue;
      // What is left of a request that was delivered.
      if (!value) await letGo(name);
      else if (name[0] == 'r') requests.push([name, value]);
      else if (value.part != but) waiting.push(value);
    }
    waiting.sort((one, other) => other.startedAt - one.startedAt);
    let batch: Summary[] = [];
    let total = 0, size = 0, count = 0;
    for (const summary of waiting) {
      const { length } = writeJson(summary);
      total += length;
      if (++count > LIMITS.outboxSessions || total > LIMITS.outboxBytes) {
        if (await letGo(nameOf(summary), summary.seq)) lost('outbox');
        continue;
      }
      size += length;
      if (size > LIMITS.bodyBytes - 1_024 || batch.length == LIMITS.sessionsPerBody) {
        await post(batch, false);
        batch = [];
        size = length;
      }
      batch.push(summary);
    }
    await post(batch, false);
    await ask(requests);
  };
  /** One at a time; what is asked for meanwhile is done after it. */
  const alone = (asked: () => Promise<void>): Promise<void> => {
    next = asked;
    return busy = busy || (async () => {
      while (next) {
        const work = next;
        next = undefined;
        try {
          await work();
        } catch (_error) {
          // A request that found no network: it stays where it is.
        }
      }
      busy = undefined;
    })();
  };
  return {
    keep: (summary) => storage.set(nameOf(summary), summary),
    send: (but) => alone(() => drain(but)),
    sendAtExit(summary) {
      if (now() < leaving || !maySend()) return false;
      leaving = now() + PATIENCE_MS;
      const work = async (): Promise<void> => {
        await post([summary], true);
        leaving = 0;
      };
      void (busy ? work() : alone(work));
      return true;
    },
  };
}
