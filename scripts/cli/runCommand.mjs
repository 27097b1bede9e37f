import { parseArgs } from 'node:util';

/**
 * Runs a command line: reads its options, prints what the command returns, and turns a failure into a message and exit code 1,
 * a misuse into the usage and exit code 2.
 */
export async function runCommand({ usage, options, run }) {
  let parsed;
  try {
    parsed = parseArgs({ options: { host: { type: 'string' }, json: { type: 'boolean' }, ...options }, allowPositionals: true });
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  try {
    const result = await run(parsed.positionals, parsed.values);
    if (result === undefined) {
      console.error(usage);
      process.exitCode = 2;
      return;
    }
    console.log(parsed.values.json ? JSON.stringify(result.json, null, 2) : result.text);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
