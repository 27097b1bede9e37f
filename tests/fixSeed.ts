import fc from 'fast-check';

/**
 * Properties draw the same cases on every run, so that a red run means a change and not a throw of dice.
 * `FC_SEED=7 npm test -- unit cases` looks at others.
 */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_121) });
