/** Words and, in Chinese, phrases that ask rather than tell what about. */
const ASKING = new Set(('i d im a an the is are am it do does did you your we my me can could would will to of in on for at and or please want need like have has there what which who this that with be cant not s m '
  + 'هل ما هو هي من في علي عن لو سمحت اريد احتاج لي عندكم لديكم يمكن يمكنني الان').split(' '));
const ASKING_WIDE = /请问|請問|我想要?|想要|可以|怎么|怎麼|什么|什麼|你们|你們|现在|現在|这个|這個|[我你能会會要有是的了吗嗎呢呀把]/g;

/**
 * A text as it is compared: compatibility forms, case, accents, Arabic vowels, elongation and spellings of one letter folded, digits
 * in ASCII, one blank between words; without the words that only ask, where others are left.
 */
export function plainText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFD').replace(/[\p{M}\u0640'’]/gu, '').replace(/ى/g, 'ي').replace(/ة/g, 'ه')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return plain.replace(ASKING_WIDE, ' ').split(' ').filter((word) => word && !ASKING.has(word)).join(' ') || plain;
}
