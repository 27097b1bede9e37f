/** Questions and their answers. */
export const STYLES = `
.done{justify-items:center;padding:24px 0}
.done p{text-align:center}
.done .svg{width:48px;height:48px;padding:12px;border-radius:28px;background:var(--f);color:var(--good)}
fieldset{min-width:0;margin:0;padding:0;border:0}
legend{padding:0;margin-bottom:12px;font-weight:600}
.option{display:flex;align-items:center;min-height:44px;padding:9px 14px;border:1px solid var(--l);border-radius:12px;cursor:pointer}
.option input{flex:none;width:20px;height:20px;margin:0;margin-inline-end:12px;accent-color:var(--a)}
.scale{display:grid;grid-gap:6px;grid-template-columns:repeat(6,1fr)}
.n5{grid-template-columns:repeat(5,1fr)}
.point{position:relative}
.point input{position:absolute;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.point>span{display:grid;place-items:center;min-height:44px;border:1px solid var(--m);border-radius:10px;font-variant-numeric:tabular-nums}
.point :checked+span{background:var(--a);border-color:var(--a);color:var(--o);font-weight:600}
@media(forced-colors:active){.point :checked+span{forced-color-adjust:none;background:Highlight;border-color:Highlight;color:HighlightText}}
.point :focus-visible+span{outline:2px solid var(--i);outline-offset:2px}
.ends{display:flex;justify-content:space-between;font-size:13px;color:var(--m)}
`;
