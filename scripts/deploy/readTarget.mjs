import { unstable_readConfig as readConfig } from 'wrangler';

const UNSET = /^[0-]*$/;
const databaseOf = ({ d1_databases: [database] = [] }) => database;

/**
 * What a deployment goes to, from wrangler.toml: production (the top of the file), or one of its environments.
 * Thrown: an environment that the file does not have, a database without its id, and one that is another environment's.
 * @param env its name; empty for production
 * @returns the Worker's `name`
 */
export function readTarget({ env = '', config = 'wrangler.toml' } = {}) {
  const read = (name) => readConfig({ config, env: name }, { hideWarnings: true });
  const environments = ['', ...read('').definedEnvironments];
  if (!environments.includes(env)) throw new Error(`${config} has no environment "${env}"; it has ${environments.slice(1).join(', ')}.`);
  const target = read(env);
  const { database_name: database, database_id: id } = databaseOf(target) ?? {};
  if (!database) throw new Error(`${config} gives ${env || 'production'} no database: [[${env && `env.${env}.`}d1_databases]] is missing.`);
  if (UNSET.test(id ?? '')) throw new Error(`${config} has no id for the database ${database} yet: npx wrangler d1 create ${database} prints it.`);
  const other = environments.find((name) => name !== env && databaseOf(read(name))?.database_id === id);
  if (other !== undefined) throw new Error(`${config} gives ${env || 'production'} the database of ${other || 'production'} (${id}).`);
  return { name: target.name };
}
