/** A request says by it what time it is, in ms of the epoch. */
export const CLOCK_HEADER = 'x-simulated-time';
