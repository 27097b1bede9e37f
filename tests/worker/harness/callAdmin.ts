import { DEPLOY_TOKEN, type RunningWorker } from './startWorker.ts';

/** Calls a route of staff with the deploy token. */
export function callAdmin(running: Pick<RunningWorker, 'fetch'>, path: string, { method = 'GET', body, headers = {} }: {
  readonly method?: string; readonly body?: unknown; readonly headers?: Record<string, string>;
} = {}): Promise<Response> {
  return running.fetch(`/v1/admin/${path}`, {
    method, headers: { authorization: `Bearer ${DEPLOY_TOKEN}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
