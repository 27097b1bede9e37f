import { setTimeout as pause } from 'node:timers/promises';

/** Asks again where the answer says to come back within `mostSeconds`, after that time, as a device does. */
export async function patiently(ask: () => Promise<Response>, mostSeconds = 10): Promise<Response> {
  for (;;) {
    const response = await ask();
    const wait = response.status === 429 ? Number(response.headers.get('retry-after')) : Infinity;
    if (wait > mostSeconds) return response;
    await response.arrayBuffer();
    await pause(wait * 1_000);
  }
}
