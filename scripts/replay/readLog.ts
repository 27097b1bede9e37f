import { createReadStream, existsSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { LogParser, LogSession } from './LogSession.ts';
import { parseCoveo } from './parseCoveo.ts';
import { parseOtto } from './parseOtto.ts';
import { parseRees } from './parseRees.ts';

/** The parser for a log that begins with this line; the second value says whether the line itself is data. */
function parserOf(first: string): readonly [LogParser, boolean] {
  if (/^\{\s*"session"\s*:/.test(first)) return [parseOtto(), true];
  if (first.startsWith('event_time,event_type')) return [parseRees(first), false];
  if (first.startsWith('event_sequence')) return [parseCoveo(), false];
  throw new Error('This is no log that replay knows: OTTO (jsonl), REES46 (csv) or Coveo (csv), each also as .gz.');
}

/**
 * Reads a log, session by session, without holding it whole.
 * @param step hears how many bytes of the file were read.
 * @param passedOver hears the number of each line that says nothing that can be read.
 * @throws Error with a plain sentence when the file is missing, empty, unknown, or no longer what its first line said.
 */
export async function* readLog(file: string, step: (bytes: number) => void, passedOver: (line: number) => void = () => undefined): AsyncGenerator<LogSession> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}. Logs are not part of the repository; give the path of one you have.`);
  const raw = createReadStream(file);
  raw.on('data', (chunk) => step(chunk.length));
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  let parser: LogParser | undefined;
  let number = 0;
  let wrong = '';
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++;
      if (!line) continue;
      wrong = `Line ${number} of ${file} is not what the first one promised.`;
      let data = true;
      if (!parser) [parser, data] = parserOf(line);
      const sessions = data ? parser.line(line) : [];
      wrong = '';
      if (sessions) yield* sessions;
      else passedOver(number);
    }
  } catch (error) {
    if (!parser && wrong) throw error;
    throw new Error(wrong || `${file} can't be read: ${(error as Error).message}`);
  }
  if (!parser) throw new Error(`${file} is empty.`);
  yield* parser.end();
}

/** Size of a log in bytes, as it lies on the disk. */
export const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);
