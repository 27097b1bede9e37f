/** Release of `@tactful/sdk` that this is built with; a test holds it to package.json. */
export const VERSION = '0.1.0';
