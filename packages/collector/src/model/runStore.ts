import type { LearnedState, LearningState, Moment } from '@tactful/learner';
import type { EpochMs, ModelLook, ModelTrial } from '@tactful/protocol';
import type { Won } from './concludeTrial.ts';
import { AGENDA_SCHEMA } from '../store/createAgenda.ts';

/** Tables of a site's learning. `moments` and `fits` are of the state under way, and gone when it ends. */
export const MODEL_SCHEMA: readonly string[] = [
  `
  CREATE TABLE run (id INTEGER PRIMARY KEY CHECK (id = 1), json TEXT NOT NULL);
  CREATE TABLE moments (n INTEGER PRIMARY KEY, json TEXT NOT NULL);
  CREATE TABLE fits (n INTEGER PRIMARY KEY, json TEXT NOT NULL);
  CREATE TABLE looks (state TEXT NOT NULL, at INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (state, at)) WITHOUT ROWID;
  CREATE TABLE trials (state TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE alarms (state TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  `,
  AGENDA_SCHEMA,
];

/** A training under way. */
export interface Run {
  readonly by: string;
  /** Staff asked for it: it is trained whether it is due or not. */
  readonly asked: boolean;
  readonly state: LearnedState;
  /** The next shard that is asked for moments; undefined: all were. */
  readonly shard?: number;
  readonly progress: number;
  /** Whether what is served fell. */
  readonly fell: boolean;
  /** What is to be served when all states are through; null: the expert's. */
  readonly won: Readonly<Partial<Record<LearnedState, Won>>>;
  /** The version that what was won was judged beside. */
  readonly base?: number;
  /** All states are through. */
  readonly over?: boolean;
  /** The version that what was won is to be, stored or not, and to be published. */
  readonly publish?: number;
}

const LOOKS = 100, PER_ROW = 500;

/** Every statement about a site's learning. */
export function createRunStore(sql: SqlStorage) {
  const all = <T>(query: string, ...binds: SqlStorageValue[]): T[] => sql.exec(query, ...binds).toArray().map(({ json }) => JSON.parse(String(json)) as T);
  return {
    run: (): Run | undefined => all<Run>('SELECT json FROM run')[0],
    setRun(run: Run | undefined): void {
      if (run) sql.exec('INSERT INTO run (id, json) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json', JSON.stringify(run));
      else sql.exec('DELETE FROM run');
    },
    /** Of one shard; asked again they are the same. */
    setMoments(shard: number, moments: readonly Moment[]): void {
      for (let from = 0; from < moments.length; from += PER_ROW) {
        sql.exec('INSERT INTO moments (n, json) VALUES (?, ?) ON CONFLICT (n) DO UPDATE SET json = excluded.json', shard * 1_000 + from / PER_ROW, JSON.stringify(moments.slice(from, from + PER_ROW)));
      }
    },
    moments: (): Moment[] => all<Moment[]>('SELECT json FROM moments ORDER BY n').flat(),
    fits: (): LearningState => ({ fits: all<LearningState['fits'][number]>('SELECT json FROM fits ORDER BY n') }),
    /** Those from the number on have changed. */
    setFits({ fits }: LearningState, from: number): void {
      fits.slice(from).forEach((fit, at) => sql.exec('INSERT INTO fits (n, json) VALUES (?, ?) ON CONFLICT (n) DO UPDATE SET json = excluded.json', from + at, JSON.stringify(fit)));
    },
    /** Forgets what the state under way was learned from. */
    clear(): void {
      sql.exec('DELETE FROM moments');
      sql.exec('DELETE FROM fits');
    },
    looks: (state: LearnedState): ModelLook[] => all<ModelLook>('SELECT json FROM (SELECT at, json FROM looks WHERE state = ? ORDER BY at DESC LIMIT ?) ORDER BY at', state, LOOKS),
    addLook(state: LearnedState, look: ModelLook): void {
      sql.exec('INSERT INTO looks (state, at, json) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', state, look.at, JSON.stringify(look));
      sql.exec('DELETE FROM looks WHERE state = ?1 AND at < (SELECT at FROM looks WHERE state = ?1 ORDER BY at DESC LIMIT 1 OFFSET ?2)', state, LOOKS - 1);
    },
    trial: (state: LearnedState): ModelTrial | undefined => all<ModelTrial>('SELECT json FROM trials WHERE state = ?', state)[0],
    setTrial(state: LearnedState, trial: ModelTrial): void {
      sql.exec('INSERT INTO trials (state, json) VALUES (?, ?) ON CONFLICT (state) DO UPDATE SET json = excluded.json', state, JSON.stringify(trial));
    },
    alarm: (state: LearnedState): EpochMs | undefined => sql.exec('SELECT at FROM alarms WHERE state = ?', state).toArray().map((row) => Number(row['at']))[0],
    setAlarm(state: LearnedState, at: EpochMs | undefined): void {
      if (at === undefined) sql.exec('DELETE FROM alarms WHERE state = ?', state);
      else sql.exec('INSERT INTO alarms (state, at) VALUES (?, ?) ON CONFLICT DO NOTHING', state, at);
    },
  };
}
export type RunStore = ReturnType<typeof createRunStore>;
