import type { BenchStage } from '../serve/openStage.ts';
import { measureLoads, measureSession, type Sent, type Session } from './measureSession.ts';
import { summarizeSessions, type SessionFigures } from './summarizeSessions.ts';

/** So many sessions in a single page with each subject, in turns, and one as twelve page loads. The first name is what the others are above. */
export async function measureSessions(stage: BenchStage, names: readonly string[], rounds: number, say: (what: string) => void): Promise<Map<string, SessionFigures>> {
  const sessions = new Map<string, Session[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      say(`session ${round + 1} of ${rounds}, one load: ${name}`);
      sessions.get(name)!.push(await measureSession(stage, name));
    }
  }
  const loads = new Map<string, Sent>();
  for (const name of names) {
    say(`session, twelve loads: ${name}`);
    loads.set(name, await measureLoads(stage, name));
  }
  return new Map(names.map((name) => [name, summarizeSessions(sessions.get(name)!, sessions.get(names[0]!)!, loads.get(name)!)]));
}
