import { readFileSync } from 'node:fs';

const MODULES = new URL('../node_modules/', import.meta.url);

/** A file of a peer's package, as its users' pages load it. */
export const published = (path: string): string => readFileSync(new URL(path, MODULES), 'utf8');

/** The version of a peer that is installed. */
export const versionOf = (name: string): string => JSON.parse(published(`${name}/package.json`)).version as string;
