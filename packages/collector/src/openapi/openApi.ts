import { ERRORS, type ErrorCode } from '@tactful/protocol';
import type { AnyRoute, Who } from '../routes/route.ts';
import { VERSION } from '../version.ts';

/** Errors that a route's guard can answer. */
const GUARD_ERRORS: Readonly<Record<Who, readonly ErrorCode[]>> = {
  anyone: [], site: ['bad_key'], page: ['bad_key', 'origin_not_allowed'], visitor: ['bad_key', 'origin_not_allowed', 'bad_visitor'],
  secret: ['bad_secret'], same_origin: ['forbidden'], staff: ['not_signed_in', 'forbidden'], site_staff: ['not_signed_in', 'forbidden', 'not_found'], deploy: ['not_signed_in', 'forbidden'],
};
const SECURITY: Readonly<Record<Who, readonly Record<string, readonly []>[]>> = {
  anyone: [], site: [{ siteKey: [] }], page: [{ siteKey: [] }], visitor: [{ siteKey: [], visitorToken: [] }], secret: [{ secretKey: [] }], same_origin: [],
  staff: [{ staffCookie: [] }, { deployToken: [] }], site_staff: [{ staffCookie: [] }, { deployToken: [] }], deploy: [{ deployToken: [] }],
};
const bearer = (description: string): object => ({ type: 'http', scheme: 'bearer', description });
const pathParameters = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);

function responsesOf({ answers: [status, words], who, body, errors = [] }: AnyRoute): object {
  const ofBody: readonly ErrorCode[] = !body ? [] : body.as === 'text' ? ['body_too_large'] : ['body_too_large', 'body_too_deep', 'bad_json', 'invalid'];
  const codes = [...new Set<ErrorCode>([...GUARD_ERRORS[who], ...ofBody, ...errors, 'internal'])];
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].status);
  return {
    [status]: { description: words, ...(status === 304 ? {} : { content: { 'application/json': { schema: {} } } }) },
    ...Object.fromEntries([...byStatus].map(([at, rows]) => [at, {
      description: rows.map((code) => `${code}: ${ERRORS[code].message}`).join(' '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    }])),
  };
}

function operationOf(row: AnyRoute): object {
  const { path, query = {}, body, does, who } = row;
  return {
    summary: does,
    tags: [path.startsWith('/v1/admin') ? 'staff' : who === 'secret' ? 'shop' : 'page'],
    security: SECURITY[who],
    parameters: [
      ...pathParameters(path).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...Object.entries(query).map(([name, description]) => ({ name, in: 'query', required: name === 'key', description, schema: { type: 'string' } })),
    ],
    ...(body ? { requestBody: { required: true, content: { [body.as === 'text' ? 'text/plain' : 'application/json']: { schema: body.schema } } } } : {}),
    responses: responsesOf(row),
  };
}

/** The interface as OpenAPI 3.1, from the route table, the error table and the schemas that parse. */
export function openApi(routes: readonly AnyRoute[]): object {
  const byPath = Map.groupBy(routes, ({ path }) => path.replace(/:(\w+)/g, '{$1}'));
  return {
    openapi: '3.1.0',
    info: { title: 'Tactful', version: VERSION, description: 'Collect, configure, offer. Errors: `{ error: { code, message, requestId, path?, issues? } }`; codes are stable.' },
    paths: Object.fromEntries([...byPath].map(([path, rows]) => [path, Object.fromEntries(rows.map((row) => [row.method.toLowerCase(), operationOf(row)]))])),
    components: {
      schemas: {
        Error: {
          type: 'object', required: ['error'],
          properties: {
            error: {
              type: 'object', required: ['code', 'message', 'requestId'],
              properties: {
                code: { enum: Object.keys(ERRORS) }, message: { type: 'string' }, requestId: { type: 'string' }, path: { type: 'string' },
                issues: { type: 'array', items: { type: 'object', required: ['code', 'path', 'message'], properties: { code: { type: 'string' }, path: { type: 'string' }, message: { type: 'string' } } } },
              },
            },
          },
        },
      },
      securitySchemes: {
        siteKey: { type: 'apiKey', in: 'query', name: 'key', description: 'Public: it names the site and authenticates nobody.' },
        secretKey: bearer('The site\'s secret key, `sk_…`; servers only.'), visitorToken: bearer('The token that the device keeps.'),
        deployToken: bearer('DEPLOY_TOKEN of the Worker.'), staffCookie: { type: 'apiKey', in: 'cookie', name: '__Host-tactful' },
      },
    },
  };
}
