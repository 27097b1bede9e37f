import { TEXTS } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { words } from './words.ts';

it('fills the slots', () => expect(words(TEXTS.en, 'sent_reply', { contact: 'a@b.c' })).toBe('We will get back to you at a@b.c.'));
it('leaves a slot that nobody fills', () => expect(words(TEXTS.en, 'sent_reply')).toContain('{contact}'));
it('does not read slots out of what it fills in', () => expect(words({ sent_reply: '{contact}' }, 'sent_reply', { contact: '{contact}$&' })).toBe('{contact}$&'));
it('says the key where a word is missing', () => expect(words({}, 'your_data')).toBe('your data'));
