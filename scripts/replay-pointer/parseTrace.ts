import type { Sample, Trace } from './Trace.ts';

const HEADER = 'client timestamp,button,state,x,y';
const BUTTONS: readonly string[] = ['NoButton', 'Left', 'Right', 'Other'];
const STATES: readonly string[] = ['Move', 'Drag', 'Pressed', 'Released'];

/**
 * Reads one recording in SapiMouse's form (CSV, one sample a line).
 * @throws an Error that names the line when a line is not such a sample, or when time goes back.
 */
export function parseTrace(name: string, csv: string): Trace {
  const lines = csv.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  if (lines[0] !== HEADER) throw new Error(`${name}: the first line is not "${HEADER}".`);
  let latest = -Infinity;
  const samples = lines.slice(1).map((line, index): Sample => {
    const [time, button = '', state = '', ...place] = line.split(',');
    const [at, x, y] = [time, ...place].map(Number) as [number, number, number];
    const sound = [at, x, y].every(Number.isInteger) && BUTTONS.includes(button) && STATES.includes(state) && place.length === 2 && at >= latest;
    if (!sound) throw new Error(`${name}, line ${index + 2}: "${line}" is not a sample.`);
    latest = at;
    return { at, button, state, x, y } as Sample;
  });
  return { name, samples };
}
