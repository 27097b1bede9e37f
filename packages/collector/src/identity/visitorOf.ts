import { sha256 } from '../secret/sha256.ts';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const CHARS = 22;

/** The visitor who holds a token: its hash (001). Undefined for what is no token. */
export const visitorOf = async (token: string): Promise<string | undefined> => (TOKEN.test(token) ? (await sha256(token)).slice(0, CHARS) : undefined);
