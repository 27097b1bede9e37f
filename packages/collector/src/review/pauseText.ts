import type { Pause } from '../store/pauseStore.ts';

/** In a few words for the list of versions and the audit log: which campaign, and what was wholly below zero. */
export function pauseText({ campaign, measure, difference, low, high }: Pause): string {
  const print = (value: number): string => (measure === 'value' ? value.toFixed(2) : (value * 100).toFixed(1));
  const [name, unit] = measure === 'value' ? ['value per visitor', ''] : ['conversion rate', ' points'];
  return `pause ${campaign}: ${name} ${print(difference)}${unit} (${print(low)} to ${print(high)})`;
}
