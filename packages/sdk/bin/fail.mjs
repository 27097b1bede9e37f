/** An error for people: a stable code, and what to do. */
export const fail = (code, message) => Object.assign(new Error(message), { code });

/** The codes of {@link fail}. */
export const CODES = ['bad_host', 'unreachable', 'bad_key', 'nothing_published', 'refused', 'not_a_configuration', 'bad_file', 'not_written'];
