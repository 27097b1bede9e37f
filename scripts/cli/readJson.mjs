import { readText } from './readText.mjs';

/**
 * What a JSON file holds.
 * @throws Error that names the file: it is not there, is not JSON, or is nested so deeply that it can't be sent on.
 */
export function readJson(file) {
  const text = readText(file);
  try {
    const value = JSON.parse(text);
    // Reading takes any depth, writing does not.
    JSON.stringify(value);
    return value;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof RangeError ? 'it is nested too deeply' : error.message}`, { cause: error });
  }
}
