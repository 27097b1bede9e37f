const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/**
 * An origin as browsers send it, from an address as people paste it: `HTTPS://Shop.example.com:443/` is `https://shop.example.com`.
 * @throws Error that names what is none.
 */
export function readOrigin(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  if (bare && (url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.includes(url.hostname)))) return url.origin;
  throw new Error(`"${text}" is no origin of pages: scheme and host, as https://shop.example.com, without a path; http only on this machine.`);
}
