import type { Parsed } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { checkConfig } from './checkConfig.ts';
import { configuration, type ConfigSource } from './configuration.ts';
import { parseWith } from './parseWith.ts';

/**
 * Reads a configuration as authors write it: first its shape, then, if that is sound, what only the whole can tell (names that
 * nothing has, ids taken twice, texts without the default language). Everything wrong comes with a code and a path.
 * @param input a JSON value. Never throws.
 */
export function parseConfig(input: unknown): Parsed<ConfigSource> {
  const parsed = parseWith(configuration, input, LIMITS.configDepth);
  if (!parsed.ok) return parsed;
  const issues = checkConfig(parsed.value);
  return issues.length ? { ok: false, issues } : parsed;
}
