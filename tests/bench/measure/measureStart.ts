import type { BenchStage } from '../serve/openStage.ts';
import { measureLoad, type Load } from './measureLoad.ts';

/** So many loads of each subject, in turns: what the machine does meanwhile meets all of them. */
export async function measureStart(stage: BenchStage, names: readonly string[], rounds: number, say: (what: string) => void): Promise<Map<string, Load[]>> {
  const loads = new Map<string, Load[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    say(`first loads, round ${round + 1} of ${rounds}`);
    for (const name of names) loads.get(name)!.push(await measureLoad(stage, name));
  }
  return loads;
}
