import { toJsonSchema } from '@valibot/to-json-schema';
import { ERRORS, type ErrorCode } from '@tactful/protocol';
import type { AnyRoute } from '../routes/route.ts';
import { WHO } from '../routes/WHO.ts';
import { VERSION } from '../version.ts';

/** Of what the parser goes by, its description. Checks written as functions have none; they stay in the parser. */
export const jsonSchemaOf = (schema: object): object => ('~standard' in schema ? toJsonSchema(schema as never, { errorMode: 'ignore' }) : schema);

const bearer = (description: string): object => ({ type: 'http', scheme: 'bearer', description });
const pathParameters = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);

function responsesOf({ docs: { answers: [status, words], type = 'application/json', errors = [] }, who, body }: AnyRoute): object {
  const ofBody: readonly ErrorCode[] = !body ? [] : body.as === 'text' ? ['body_too_large'] : ['body_too_large', 'body_too_deep', 'bad_json', 'invalid'];
  const codes = [...new Set<ErrorCode>([...WHO[who].errors, ...ofBody, ...errors, 'internal'])];
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].status);
  return {
    [status]: { description: words, ...(status === 304 ? {} : { content: { [type]: { schema: {} } } }) },
    ...Object.fromEntries([...byStatus].map(([at, rows]) => [at, {
      description: rows.map((code) => `${code}: ${ERRORS[code].message}`).join(' '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    }])),
  };
}

function operationOf(row: AnyRoute): object {
  const { path, body, docs: { does, query = {} }, who } = row;
  return {
    summary: does,
    tags: [path.startsWith('/v1/admin') ? 'staff' : who === 'secret' ? 'shop' : 'page'],
    description: `For ${WHO[who].means}.`,
    security: WHO[who].security,
    parameters: [
      ...pathParameters(path).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...Object.entries(query).map(([name, description]) => ({ name, in: 'query', required: name === 'key', description, schema: { type: 'string' } })),
    ],
    ...(body ? { requestBody: { required: true, content: { [body.as === 'text' ? 'text/plain' : 'application/json']: { schema: jsonSchemaOf(body.schema) } } } } : {}),
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
        userIdentity: bearer('A JWT (HS256) of the shop’s server, or the user’s id in base64url, a dot, and its HMAC-SHA256 in hex, by one of the site’s identity keys.'),
        deployToken: bearer('DEPLOY_TOKEN of the Worker.'), staffCookie: { type: 'apiKey', in: 'cookie', name: '__Host-tactful', description: 'Set by signing in. The role named in a list is the least that the person must have on the site.' },
        accessToken: { type: 'apiKey', in: 'header', name: 'cf-access-jwt-assertion', description: 'Set by Cloudflare Access, where it is set up. The role as above.' },
      },
    },
  };
}
