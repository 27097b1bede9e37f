/** The chat: bubbles, replies, the form's end, and the launcher that brings it back. */
export const TALK = `
.talk{grid-gap:16px}
.says{justify-self:start;max-width:88%;padding:8px 14px;border-radius:16px;background:var(--f)}
.mine{justify-self:end;background:var(--a);color:var(--o)}
.talk>.stack{grid-gap:8px}
.reply{border-color:var(--a)}
.done{justify-items:center;padding:24px 0}
.done p{text-align:center}
.done .svg{width:48px;height:48px;padding:12px;border-radius:28px;background:var(--f);color:var(--good)}
.launcher{display:grid;place-items:center;width:56px;height:56px;border-radius:28px;background:var(--a);color:var(--o);border-color:transparent}
.launcher .svg{width:26px;height:26px}
`;
