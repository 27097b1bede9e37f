/**
 * Names that the page's files use among themselves and that nobody else ever sees, with what the minified files call them. What a
 * version belong together, so a short form may change with any version.
 */
export const INTERNAL_NAMES = {
  shipping: 'a',
  stages: 'b',
  settings: 'd',
  revalidate: 'e',
  setConsent: 'f',
  whenReady: 'g',
  submitted: 'h',
  containing: 'i',
  followed: 'j',
  follows: 'l',
  keepRequest: 'm',
  withCaps: 'n',
  sensors: 'o',
  guest: 'p',
  traits: 'r',
  unsure: 's',
  remembered: 't',
  looks: 'u',
  urgent: 'w',
  stale: 'y',
  shadows: 'z',
  prepared: 'A',
  snapshot: 'B',
};
