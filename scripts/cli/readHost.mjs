import { readPorts } from '../start/ports.mjs';

/**
 * Where the Worker is: `--host`, `TACTFUL_HOST`, or this machine at the port that `npm start` takes (`PORT`, 8787 unless said otherwise).
 * @throws Error that names what is no address.
 */
export function readHost(given) {
  const [name, host] = given === undefined ? ['TACTFUL_HOST', process.env.TACTFUL_HOST] : ['--host', given];
  if (given === undefined && !host) return `http://localhost:${readPorts().worker}`;
  if (!/^https?:\/\//i.test(host) || !URL.canParse(host)) throw new Error(`${name} takes an address with its scheme, as https://cx.example.com; it is "${host}".`);
  return host;
}
