import { fail } from './fail.mjs';

const PATIENCE_MS = 15_000;
/** The largest answer that is read: a configuration is at most 1 MiB, the largest file far less. */
const MOST_BYTES = 8 * 1_048_576;

/** Asks the collector, once. @returns status and bytes */
export async function ask(host, path) {
  if (!URL.canParse(host) || !/^https?:$/.test(new URL(host).protocol)) throw fail('bad_host', `${host} is no address such as https://cx.example.com`);
  const address = new URL(host.replace(/\/+$/, '') + path);
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS), headers: { accept: '*/*' } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (bytes.length > MOST_BYTES) throw new Error('it answers with too much');
    return { status: answer.status, bytes };
  } catch (error) {
    throw fail('unreachable', `${address.origin} gave no answer (${error.cause?.code ?? error.name}: ${error.cause?.message ?? error.message})`);
  }
}
