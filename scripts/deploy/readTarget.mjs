import { unstable_readConfig as readConfig } from 'wrangler';

const UNSET = /^[0-]*$/;
/** What it keeps or counts in, by kind; each is one in the whole account. */
const storesOf = ({ d1_databases = [], r2_buckets = [], queues: { producers = [], consumers = [] } = {}, analytics_engine_datasets: datasets = [], ratelimits = [] }) => ({
  database: d1_databases.map(({ database_id }) => database_id),
  bucket: r2_buckets.map(({ bucket_name }) => bucket_name),
  queue: [...producers, ...consumers].map(({ queue }) => queue),
  dataset: datasets.map(({ binding, dataset = binding }) => dataset),
  quota: ratelimits.map(({ namespace_id }) => namespace_id),
});

/**
 * What a deployment goes to, from wrangler.toml: production (the top of the file), or one of its environments.
 * Thrown: an environment that the file does not have, a database without its id, and a store that is another environment's.
 * @param env its name; empty for production
 * @returns the Worker's `name`
 */
export function readTarget({ env = '', config = 'wrangler.toml' } = {}) {
  const read = (name) => readConfig({ config, env: name }, { hideWarnings: true });
  const environments = ['', ...read('').definedEnvironments];
  if (!environments.includes(env)) throw new Error(`${config} has no environment "${env}"; it has ${environments.slice(1).join(', ')}.`);
  const target = read(env);
  const { database_name: database, database_id: id } = target.d1_databases?.[0] ?? {};
  if (!database) throw new Error(`${config} gives ${env || 'production'} no database: [[${env && `env.${env}.`}d1_databases]] is missing.`);
  if (UNSET.test(id ?? '')) throw new Error(`${config} has no id for the database ${database} yet: npx wrangler d1 create ${database} prints it.`);
  const own = Object.entries(storesOf(target));
  for (const other of environments.filter((name) => name !== env)) {
    const others = storesOf(read(other));
    for (const [kind, names] of own) {
      const shared = names.find((one) => others[kind].includes(one));
      if (shared !== undefined) throw new Error(`${config} gives ${env || 'production'} the ${kind} of ${other || 'production'} (${shared}).`);
    }
  }
  return { name: target.name };
}
