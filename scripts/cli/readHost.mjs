/** Where the Worker is: `--host`, `TACTFUL_HOST`, or this machine at the port that `npm start` takes (`PORT`, 8787 unless said otherwise). */
export function readHost(given) {
  const { TACTFUL_HOST, PORT } = process.env;
  return given ?? (TACTFUL_HOST || `http://localhost:${PORT || 8787}`);
}
