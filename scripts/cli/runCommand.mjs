import { readArguments } from './readArguments.mjs';

/**
 * Runs a command line against the Worker: reads its options, prints what the command returns (`{ text, json, failure }`), and turns
 * a failure into a message and exit code 1, a misuse (nothing returned) into the usage and exit code 2.
 */
export async function runCommand({ usage, options, run }) {
  const { positionals, values } = readArguments({ usage, options: { host: { type: 'string' }, json: { type: 'boolean' }, ...options } });
  try {
    const result = await run(positionals, values);
    if (result === undefined) {
      console.error(usage);
      process.exitCode = 2;
      return;
    }
    console.log(values.json ? JSON.stringify(result.json, null, 2) : result.text);
    if (result.failure !== undefined) throw new Error(result.failure);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
