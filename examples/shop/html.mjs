const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that came from outside, made harmless in HTML. */
export const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

/** Data for the page's script; `<` is written so that nothing can end the element early. */
export const embed = (value) => JSON.stringify(value).replace(/</g, '\\u003c');
