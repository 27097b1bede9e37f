/** The network that an address belongs to: /24 of IPv4, /48 of IPv6. Undefined for what is no address. */
export function addressPrefix(address: string): string | undefined {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address);
  if (v4) return v4[1];
  if (!address.includes(':') || !/^[0-9a-f:]+$/i.test(address)) return undefined;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const all = tail === undefined ? groups : [...groups, ...Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0'), ...rest];
  return all.length === 8 ? all.slice(0, 3).map((group) => group.replace(/^0+(?=.)/, '')).join(':') : undefined;
}
