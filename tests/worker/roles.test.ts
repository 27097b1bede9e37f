import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStaffStore } from '../../packages/collector/src/store/staffStore.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite } from './harness/makeSite.ts';
import { signIn, type Signed } from './harness/signIn.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

const PASSWORD = 'correct horse battery', OTHER = 'another long password';
let running: RunningWorker;
let ann: Signed;
beforeAll(async () => {
  running = await startWorker();
  for (const id of ['a', 'b', 'x']) await makeSite(running, { id });
  await add('ann@example.com', ['a', 'b']);
  await add('xu@example.com', ['x']);
  ann = await signIn(running, { email: 'ann@example.com', password: PASSWORD });
});
afterAll(() => running.close());

const add = async (email: string, sites: readonly string[], more: object = {}): Promise<void> =>
  expect((await callAdmin(running, 'staff', { method: 'POST', body: { email, password: PASSWORD, sites, ...more } })).status).toBe(201);
const put = async (by: Signed, site: string, email: string, body: object): Promise<unknown> => {
  const response = await by(`sites/${site}/staff/${encodeURIComponent(email)}`, { method: 'PUT', body });
  const answer = await response.json() as { error?: { code: string; path?: string } };
  return answer.error ? `${response.status} ${answer.error.code} ${answer.error.path ?? ''}`.trim() : answer;
};
const rolesOf = async (who: Signed): Promise<object> =>
  Object.fromEntries(((await (await who('me')).json()) as { sites: { id: string; role: string }[] }).sites.map(({ id, role }) => [id, role]));

it('keeps what accounts from before could do: they are owners', () => {
  const db = new DatabaseSync(':memory:');
  const migrate = (name: string): void => db.exec(readFileSync(`packages/collector/migrations/${name}`, 'utf8'));
  migrate('0001_control_plane.sql');
  db.exec(`INSERT INTO sites VALUES ('s', 'S', 'pk_s', 'h', '[]', 'salt', 4, 0, 1);
    INSERT INTO staff VALUES ('old@example.com', '', 1, '', 0, 1); INSERT INTO staff_sites (email, site) VALUES ('old@example.com', 's');
    INSERT INTO audit (at, by, site, action, detail) VALUES (1, 'old@example.com', 's', 'publish', 'version 1')`);
  migrate('0002_roles.sql');
  expect(db.prepare('SELECT role FROM staff_sites').all()).toEqual([{ role: 'owner' }]);
  expect(db.prepare('SELECT role FROM audit').all()).toEqual([{ role: '' }]);
  db.exec("INSERT INTO staff VALUES ('new@example.com', '', 1, '', 0, 1); INSERT INTO staff_sites (email, site) VALUES ('new@example.com', 's')");
  expect(db.prepare("SELECT role FROM staff_sites WHERE email = 'new@example.com'").get()).toEqual({ role: 'viewer' });
  expect(() => db.exec("UPDATE staff_sites SET role = 'root'")).toThrow(/CHECK/);
});

it('makes an owner of an account for which the deploy token names no role, and no more of it than is named', async () => {
  expect(await rolesOf(ann)).toEqual({ a: 'owner', b: 'owner' });
  await add('vic@example.com', ['a', 'x'], { role: 'viewer' });
  expect(await rolesOf(await signIn(running, { email: 'vic@example.com', password: PASSWORD }))).toEqual({ a: 'viewer', x: 'viewer' });
  expect((await callAdmin(running, 'staff', { method: 'POST', body: { email: 'v@example.com', password: PASSWORD, sites: ['a'], role: 'root' } })).status).toBe(422);
});

it('lets an owner make an account, change its role and take it off, which holds at the next call', async () => {
  expect(await put(ann, 'a', ' Ed@Example.com', { role: 'editor' })).toBe('422 invalid password');
  expect(await put(ann, 'a', 'ed@example.com', { role: 'root', password: PASSWORD })).toBe('422 invalid role');
  expect(await put(ann, 'a', 'nobody', { role: 'viewer', password: PASSWORD })).toBe('422 invalid email');
  expect(await put(ann, 'a', ' Ed@Example.com', { role: 'editor', password: PASSWORD })).toEqual({ email: 'ed@example.com', role: 'editor' });
  const ed = await signIn(running, { email: 'ed@example.com', password: PASSWORD });
  const halt = async (): Promise<number> => (await ed('sites/a/halt', { method: 'POST', body: { halt: false } })).status;
  expect([await halt(), (await ed('sites/a/staff')).status]).toEqual([200, 403]);
  expect(await put(ann, 'a', 'ed@example.com', { role: 'agent' })).toEqual({ email: 'ed@example.com', role: 'agent' });
  expect([await halt(), (await ed('sites/a/requests')).status]).toEqual([403, 200]);
  expect(await put(ann, 'b', 'ed@example.com', { role: 'owner' })).toEqual({ email: 'ed@example.com', role: 'owner' });
  expect(await rolesOf(ed)).toEqual({ a: 'agent', b: 'owner' });
  expect(await (await ann('sites/a/staff')).json()).toEqual([{ email: 'ann@example.com', role: 'owner' }, { email: 'ed@example.com', role: 'agent' }, { email: 'vic@example.com', role: 'viewer' }]);
  expect([(await ann('sites/a/staff/ed%40example.com', { method: 'DELETE' })).status, (await ann('sites/a/staff/ed%40example.com', { method: 'DELETE' })).status]).toEqual([200, 404]);
  expect([(await ed('sites/a/overview')).status, await rolesOf(ed)]).toEqual([403, { b: 'owner' }]);
});

it.each([
  ['%E0%A4%A@example.com', 200], ['a%00b@example.com', 422], ['a%2Fb@example.com', 200], [`${'a'.repeat(250)}@example.com`, 422], ['%40', 422], ['%20', 422], ['a%7F%1Bb@example.com', 422],
  ['%3Cimg%20src%3Dx%3E@example.com', 422], ['%27%3B--@example.com', 200], ['%F0%9F%92%A9@example.com', 200], ['__proto__@example.com', 200],
])('takes %s in an address for what it is: %i', async (email, status) => {
  const call = async (method: string, body?: object): Promise<number> => (await ann(`sites/b/staff/${email}`, { method, ...(body && { body }) })).status;
  expect([await call('PUT', { role: 'viewer', password: PASSWORD }), await call('DELETE'), await call('DELETE')]).toEqual([status, status === 200 ? 200 : 404, 404]);
});

it('leaves nobody without an owner by their own hand', async () => {
  expect(await put(ann, 'a', 'Ann@example.com', { role: 'viewer' })).toBe('409 conflict email');
  expect((await ann('sites/a/staff/ann%40example.com', { method: 'DELETE' })).status).toBe(409);
});

it('gives an owner no way to an account of others: neither its password nor their site', async () => {
  expect(await put(ann, 'a', 'xu@example.com', { role: 'viewer' })).toBe('409 conflict email');
  expect(await put(ann, 'a', 'xu@example.com', { role: 'viewer', password: OTHER })).toBe('409 conflict email');
  // Vic is on this site and on another's: the role here is Ann's to change, the password is not.
  expect(await put(ann, 'a', 'vic@example.com', { role: 'agent', password: OTHER })).toBe('409 conflict password');
  expect(await put(ann, 'a', 'vic@example.com', { role: 'agent' })).toEqual({ email: 'vic@example.com', role: 'agent' });
  expect(await rolesOf(await signIn(running, { email: 'vic@example.com', password: PASSWORD }))).toEqual({ a: 'agent', x: 'viewer' });
  // Whose last site was taken away may have a password that somebody else chose.
  expect(await put(ann, 'a', 'gone@example.com', { role: 'viewer', password: PASSWORD })).toEqual({ email: 'gone@example.com', role: 'viewer' });
  await ann('sites/a/staff/gone%40example.com', { method: 'DELETE' });
  const xu = await signIn(running, { email: 'xu@example.com', password: PASSWORD });
  expect(await put(xu, 'x', 'gone@example.com', { role: 'viewer' })).toBe('422 invalid password');
  expect(await put(xu, 'x', 'gone@example.com', { role: 'viewer', password: OTHER })).toEqual({ email: 'gone@example.com', role: 'viewer' });
  await expect(signIn(running, { email: 'gone@example.com', password: PASSWORD })).rejects.toThrow('bad_credentials');
});

it('asks again in the statement itself, where an account came to another site meanwhile', async () => {
  const { DB } = await running.worker.getEnv() as { DB: D1Database };
  const staff = createStaffStore(DB);
  const hash = { salt: 'AAAAAAAAAAAAAAAAAAAAAA==', iterations: 1, hash: 'x' };
  const grant = { site: 'a', role: 'editor', owned: ['a', 'b'], now: Date.now() } as const;
  const before = await staff.find('xu@example.com');
  expect(await staff.grant({ ...grant, email: 'xu@example.com', password: hash })).toBe(false);
  expect(await staff.grant({ ...grant, email: 'xu@example.com' })).toBe(false);
  expect(await staff.find('xu@example.com')).toEqual(before);
  expect(await staff.grant({ ...grant, email: 'vic@example.com', password: hash })).toBe(false);
  await staff.remove('vic@example.com', 'a');
  await staff.remove('vic@example.com', 'x');
  expect(await staff.grant({ ...grant, email: 'vic@example.com' })).toBe(false);
  expect(await staff.grant({ ...grant, email: 'vic@example.com', password: hash })).toBe(true);
});
