import { readFileSync } from 'node:fs';
import { page, table } from './table.mjs';

const source = (file) => readFileSync(new URL(`../../packages/sdk/src/${file}`, import.meta.url), 'utf8');
/** The text from one line to the next closing brace at its margin. */
const block = (text, start) => text.slice(text.indexOf(start), text.indexOf('\n}', text.indexOf(start)));
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Each member with the docstring above it; a member without one has none. */
const members = (text, pattern) => [...text.matchAll(new RegExp(`(?: {2}/\\*\\* (.+?) \\*/\\n)? {2}${pattern}`, 'g'))];

const LEAD = `What a page can set, say and hear. The tables come from the sources of the SDK; types of arguments and answers are in the package's \`.d.ts\` files.`;

const found = {
  option: () => members(block(source('options.ts'), 'export const OPTIONS'), '(\\w+): (text|oneOf|flag|as)'),
  verb: () => members(block(source('verbs.ts'), 'export interface Tactful '), '(?:readonly )?(\\w+)(.*);'),
  event: () => members(block(source('events.ts'), 'export interface TactfulEvents'), "'([\\w:]+)': (.*);"),
};

const options = () => found.option().map(([, meaning, name, reader]) => [`\`${name}\``, reader === 'as' ? '' : `\`data-${kebab(name)}\``, meaning ?? '']);
const verbs = () => found.verb().map(([, meaning, name, signature]) => [`\`${name}${signature}\``, meaning ?? '']);
const events = () => found.event().map(([, , name, detail]) => [`\`${name}\``, detail === 'undefined' ? '' : `\`${detail.replaceAll('readonly ', '')}\``]);

/** The names of what a page can set, say and hear, by their kind. */
export const pageNames = () => Object.fromEntries(Object.entries(found).map(([kind, find]) => [kind, find().map(([, , name]) => name)]));

export function pagePage() {
  return page('On the page', LEAD,
    `## Options\n\nOf \`data-…\`, \`window.tactfulConfig\` and \`init()\` the later wins. What can't be read is as if it were not given.\n\n${table(['option', 'attribute', 'meaning'], options())}`,
    `## Verbs\n\n\`tactful('verb', …)\` before and after loading, or methods of what \`init()\` returns. None throws.\n\n${table(['verb', 'meaning'], verbs())}`,
    `## Events\n\nBy \`on(event, run)\`, which answers how to stop, and as the DOM event \`tactful:<event>\` on \`window\`.\n\n${table(['event', 'detail'], events())}`);
}
