const WIDTH = 32;

/** A bar that grows in place on a terminal, and a line for each tenth elsewhere. */
export function createProgress({ total, out = process.stdout }) {
  let tenth = 0;
  return (done, note = '') => {
    if (out.isTTY) {
      const filled = Math.round((done / total) * WIDTH);
      out.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total} ${note}\x1b[K${done === total ? '\n' : ''}`);
    } else if (Math.floor((done * 10) / total) > tenth) {
      tenth = Math.floor((done * 10) / total);
      out.write(`${done}/${total} ${note}\n`);
    }
  };
}
