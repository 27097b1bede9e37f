import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, localize, parseConfig, type DeviceConfig } from '@tactful/protocol';
import { readJson } from '../cli/readJson.mjs';

const RECIPES = new URL('../../packages/protocol/recipes/', import.meta.url);
type Source = Record<string, unknown>;

/** The recipes that a shop begins with: those that the wanted rate was set for. */
export const FIRST_RECIPES = ['checkout-stall', 'feature-struggle', 'exit-offer', 'cart-hesitation'] as const;

/** Recipes as one configuration: lists follow each other, records lie over each other. */
function merged(names: readonly string[]): Source {
  const whole: Source = {};
  for (const file of names.map((name) => `${name}.json`)) {
    const source = readJson(fileURLToPath(new URL(file, RECIPES))) as Source;
    for (const [key, value] of Object.entries(source)) {
      const before = whole[key];
      if (Array.isArray(value)) whole[key] = [...((before as { id: unknown }[] | undefined) ?? []).filter((one) => !value.some((other) => other.id === one.id)), ...value];
      else whole[key] = typeof value === 'object' ? { ...(before as object), ...value } : value;
    }
  }
  return whole;
}

/**
 * The configuration to play under: a file in source form, or recipes, all unless some are named. Everyone is held out, so that an exposure is a message
 * that would have been shown: it takes its slot until the page is left and charges all caps, and no visitor of the log answers it.
 * @throws Error naming each thing that is wrong with the file, with its path.
 */
export function loadConfig(file?: string, recipes?: readonly string[]): DeviceConfig {
  const all = readdirSync(RECIPES).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const parsed = parseConfig(file === undefined ? merged(recipes ?? all) : readJson(file));
  if (!parsed.ok) throw new Error(parsed.issues.map(({ path, message }) => `${file ?? 'recipes'}: ${path}: ${message}`).join('\n'));
  const config = localize(compile(parsed.value, { siteId: 'replay', salt: 'replay' }), 'en');
  return { ...config, holdout: 1 };
}
