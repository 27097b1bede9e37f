/**
 * Progress on stderr: a bar that redraws on a terminal, a line every tenth otherwise.
 * @param unit of what is counted, in the plural; a line names it with the total
 */
export function createBar(total: number, unit: string): { step(n: number): void; to(share: number): void; end(): void } {
  const { stderr } = process;
  let done = 0;
  let told = -1;
  return {
    to(share) { this.step(share * total - done); },
    step(n) {
      done += n;
      const share = Math.floor((done / total) * (stderr.isTTY ? 100 : 10));
      if (share === told) return;
      told = share;
      if (stderr.isTTY) stderr.write(`\r${'█'.repeat(share / 2).padEnd(50, '░')} ${share} %`);
      else stderr.write(`${share * 10} % of ${total.toLocaleString('en-US')} ${unit}\n`);
    },
    end: () => { if (stderr.isTTY) stderr.write('\n'); },
  };
}
