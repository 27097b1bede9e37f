/** Buttons, links, fields and what stands at the foot. A press is at least 24 pixels high, the primary one 44. */
export const CONTROLS = `
button,a,input,textarea{font:inherit;color:inherit}
button,a,summary{cursor:pointer}
button{margin:0;padding:0;border:1px solid transparent;background:none}
:focus{outline:2px solid var(--i);outline-offset:2px}
:focus:not(:focus-visible){outline:0}
[aria-disabled=true]{cursor:default;opacity:.65}
.svg{width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round;display:block;flex:none}
.icon{flex:none;display:grid;place-items:center;width:32px;height:32px;margin-top:-4px;border-radius:8px;color:var(--m)}
.primary,.second,.reply{display:block;width:100%;min-height:44px;padding:9px 16px;border:1px solid transparent;border-radius:12px;font-weight:600;line-height:24px;text-align:center;text-decoration:none}
.primary{background:var(--a);color:var(--o)}
.second,.reply{border-color:var(--l);background:var(--s)}
.foot{min-height:32px;padding:0 6px;border-radius:8px;font-size:12px;line-height:16px;color:var(--m)}
@media(hover:hover){.primary:hover,.launcher:hover{filter:brightness(1.08)}.icon:hover,.second:hover,.reply:hover,.foot:hover{background:var(--f);color:var(--i)}}
.stack{display:grid;grid-gap:12px;min-width:0}
.row{display:grid;grid-gap:8px;grid-template-columns:1fr 1fr}
.row button{padding:9px 8px;font-size:14px}
.note{font-size:13px;color:var(--m)}
.error{font-size:13px;font-weight:400;color:var(--bad)}
.tag{flex:none;margin:2px 4px 0;padding:0 8px;border-radius:12px;background:var(--f);color:var(--m);font-size:12px;line-height:20px}
.error:empty,.note:empty{display:none}
summary{font-size:13px;min-height:24px;color:var(--m);border-radius:4px}
`;
