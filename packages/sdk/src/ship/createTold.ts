import type { ShipCore } from './shipping.ts';

/**
 * Tells the page of conversions, each once.
 * @returns called when something urgent happened; quietly for an engine that has just begun, whose conversions were told before
 */
export function createTold(core: ShipCore): (quietly?: boolean) => void {
  const told = new Set<string>();
  return (quietly) => {
    for (const { id, campaign, outcome } of core.engine!.tally.exposures) {
      if (outcome != 'convert' || told.has(id)) continue;
      told.add(id);
      if (!quietly) core.emit('message:converted', { campaign });
    }
  };
}
