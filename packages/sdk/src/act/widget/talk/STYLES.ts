/** The chat: bubbles, replies, the form, and the launcher that brings it back; videos. */
export const STYLES = `
.talk{grid-gap:16px}
.says{justify-self:start;max-width:88%;padding:8px 14px;border-radius:16px;background:var(--f)}
.mine{justify-self:end;background:var(--a);color:var(--o)}
.talk>.stack{grid-gap:8px}
.reply{border-color:var(--a)}
.done{justify-items:center;padding:24px 0}
.done p{text-align:center}
.done .svg{width:48px;height:48px;padding:12px;border-radius:28px;background:var(--f);color:var(--good)}
.ask{grid-template-columns:1fr auto;grid-gap:4px 8px;padding-top:16px;border-top:1px solid var(--l)}
.ask .second{width:auto;margin-top:24px;align-self:start}
.ask .note{grid-column:1/-1}
.launcher{display:grid;place-items:center;width:56px;height:56px;border-radius:28px;background:var(--a);color:var(--o);border-color:transparent}
.launcher .svg{width:26px;height:26px}
h3{font-weight:600}
.field,.field label{display:grid;grid-gap:4px;font-size:13px;font-weight:600}
.field input,.field textarea{width:100%;min-height:44px;margin:0;padding:9px 12px;border:1px solid var(--m);border-radius:12px;background:var(--s);font-size:16px;font-weight:400;line-height:24px;resize:vertical}
.field [aria-invalid=true]{border-color:var(--bad)}
.check{display:flex;align-items:flex-start;font-size:13px;min-height:24px}
.check input{flex:none;width:20px;height:20px;margin:0;margin-inline-end:8px;accent-color:var(--a)}
.film{min-height:min-content;border-radius:12px;overflow:hidden}
.film video{display:block;width:100%;max-height:320px;aspect-ratio:auto 16/9;background:#000}
.film .note{padding:8px 12px}
.poster{position:relative;display:block;width:100%;padding-top:56.25%;background:linear-gradient(135deg,var(--a),#14171f);border:0}
.poster img{position:absolute;top:0;left:0;width:100%;height:100%;object-fit:cover}
.poster .svg{position:absolute;top:50%;left:50%;width:56px;height:56px;margin:-28px;padding:16px;border-radius:28px;background:rgba(16,18,26,.72);color:#fff;fill:currentColor}
.poster:focus{outline-offset:-4px;outline-color:#fff;box-shadow:inset 0 0 0 6px #14171f}
`;
