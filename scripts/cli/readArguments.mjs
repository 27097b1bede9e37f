import { parseArgs } from 'node:util';

/**
 * A command's arguments: `{ positionals, values }`. What it does not know, or more than `most` without a name, is a misuse:
 * the usage is printed, and the command ends with exit code 2.
 */
export function readArguments({ usage, options = {}, most = Infinity }) {
  try {
    const parsed = parseArgs({ options, allowPositionals: true });
    if (parsed.positionals.length > most) throw new Error(`There is more than it takes: ${parsed.positionals.slice(most).join(' ')}`);
    return parsed;
  } catch (error) {
    // The first sentence; what follows in Node's words is about another way to write it.
    console.error(`${error.message.split(/\.(?:\s|$)|\n/)[0]}.\n\n${usage}`);
    process.exit(2);
  }
}
