/** One bin of a calibration plot. */
export interface CalibrationBin {
  readonly sessions: number;
  /** The mean probability that was said. */
  readonly said: number;
  /** The share that was. */
  readonly was: number;
}

/** Probabilities in `bins` equally wide bins beside what came of them; empty bins are left out. */
export function calibration(probabilities: ArrayLike<number>, labels: ArrayLike<number>, bins = 10): CalibrationBin[] {
  const sums = Array.from({ length: bins }, () => ({ sessions: 0, said: 0, was: 0 }));
  for (let row = 0; row < probabilities.length; row++) {
    const bin = sums[Math.min(bins - 1, Math.floor(probabilities[row]! * bins))]!;
    bin.sessions++;
    bin.said += probabilities[row]!;
    bin.was += labels[row]!;
  }
  return sums.filter(({ sessions }) => sessions).map(({ sessions, said, was }) => ({ sessions, said: said / sessions, was: was / sessions }));
}

/** The expected calibration error: how far said and was are apart, each bin by its sessions. 0 to 1. */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const sessions = bins.reduce((sum, bin) => sum + bin.sessions, 0);
  return bins.reduce((sum, bin) => sum + bin.sessions * Math.abs(bin.said - bin.was), 0) / sessions;
}
