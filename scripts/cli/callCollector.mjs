import { readHost } from './readHost.mjs';
import { readToken } from './readToken.mjs';

/** What holds for every command; the table's own words are for whoever calls over HTTP. */
const WORDS = { not_signed_in: 'The Worker does not take this deploy token; it is read from DEPLOY_TOKEN, else, for a Worker on this machine, from .dev.vars.' };

/** What went wrong, for people: the code, its words, and each issue at its path. */
function describe({ code, message: general, path, issues, requestId }, words) {
  const own = words[code] ?? WORDS[code];
  const message = (typeof own === 'function' ? own(path) : own) ?? general;
  const lines = (issues ?? []).map((issue) => `  ${issue.path || '(whole file)'}: ${issue.code}: ${issue.message}`);
  return [`${code}: ${message}${path && own === undefined && lines.length === 0 ? ` (${path})` : ''}`, ...lines, `  request ${requestId}`].join('\n');
}

/**
 * Calls the Worker's HTTP interface with the deploy token. `body` is written as JSON; `json` is it already. `words` says what an error's code means here: a sentence, or a function of its path.
 * @throws Error with the code and every issue, when it answers an error or nothing that can be read.
 */
export async function callCollector(path, { host, method = 'GET', body, json = body === undefined ? undefined : JSON.stringify(body), headers = {}, words = {} } = {}) {
  const base = readHost(host);
  const response = await fetch(new URL(path, base), {
    method,
    headers: { authorization: `Bearer ${readToken(base)}`, ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(json === undefined ? {} : { body: json }),
  }).catch((error) => { throw new Error(`${base} does not answer: ${error.cause?.message ?? error.message}. Start it (npm start), or name another by --host URL or PORT.`); });
  const text = await response.text();
  let answer;
  try { answer = JSON.parse(text); } catch { throw new Error(`${base} answered ${response.status} with something that is not JSON`); }
  if (!response.ok) throw new Error(answer?.error?.code ? describe(answer.error, words) : `${base} answered ${response.status}`);
  return answer;
}
