import { readFileSync } from 'node:fs';

/**
 * A text file without the byte order mark that some editors put first.
 * @throws Error in plain words that names the file.
 */
export function readText(file) {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Error(error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} can't be read: ${error.message}`, { cause: error });
  }
}
