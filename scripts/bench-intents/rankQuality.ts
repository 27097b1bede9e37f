/** The area under the ROC curve: how often one that is scores above one that is not; ties count half. */
export function rankQuality(rows: readonly { readonly score: number; readonly is: boolean }[]): number {
  const sorted = [...rows].sort((one, other) => one.score - other.score);
  const positives = sorted.filter(({ is }) => is).length;
  let [wins, below, from] = [0, 0, 0];
  while (from < sorted.length) {
    const tied = sorted.slice(from).findIndex(({ score }) => score !== sorted[from]!.score);
    const group = sorted.slice(from, tied < 0 ? sorted.length : from + tied);
    const are = group.filter(({ is }) => is).length;
    wins += are * (below + (group.length - are) / 2);
    below += group.length - are;
    from += group.length;
  }
  return wins / (positives * (sorted.length - positives));
}
