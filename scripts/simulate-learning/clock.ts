/** The Worker's clock in a simulation: it stands where a request or the schedule set it, and never goes back. */
let now = 0;
const machine = Date.now;
Date.now = () => now;

export const setClock = (at: number): void => { now = Math.max(now, at); };

/** The machine's own time, by which the platform wakes objects. */
export const machineNow = (): number => machine();
