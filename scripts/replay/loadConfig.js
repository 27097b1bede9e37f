import { readFileSync, readdirSync } from 'node:fs';
import { compile, localize, parseConfig } from '@tactful/protocol';
const RECIPES = new URL('../../packages/protocol/recipes/', import.meta.url);
/** All recipes as one configuration: lists follow each other, records lie over each other. */
function recipes() {
    var _a;
    const whole = {};
    for (const file of readdirSync(RECIPES).filter((name) => name.endsWith('.json'))) {
        const source = JSON.parse(readFileSync(new URL(file, RECIPES), 'utf8'));
        for (const [key, value] of Object.entries(source)) {
            const before = whole[key];
            if (Array.isArray(value))
                whole[key] = [...((_a = before) !== null && _a !== void 0 ? _a : []).filter((one) => !value.some((other) => other.id === one.id)), ...value];
            else
                whole[key] = typeof value === 'object' ? { ...before, ...value } : value;
        }
    }
    return whole;
}
/**
 * The configuration to play under: a file in source form, or the recipes. Everyone is held out, so that an exposure is a message
 * that would have been shown: it takes its slot until the page is left and charges all caps, and no visitor of the log answers it.
 * @throws Error naming each thing that is wrong with the file, with its path.
 */
export function loadConfig(file) {
    const parsed = parseConfig(file === undefined ? recipes() : JSON.parse(readFileSync(file, 'utf8')));
    if (!parsed.ok)
        throw new Error(parsed.issues.map(({ path, message }) => `${file !== null && file !== void 0 ? file : 'recipes'}: ${path}: ${message}`).join('\n'));
    return { ...localize(compile(parsed.value, { siteId: 'replay', salt: 'replay' }), 'en'), holdout: 1 };
}
//# sourceMappingURL=loadConfig.js.map