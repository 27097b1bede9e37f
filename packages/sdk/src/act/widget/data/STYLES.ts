/** Data as a nested list. */
export const STYLES = `
.outline{max-height:240px;overflow:auto;padding:12px;border-radius:12px;background:var(--f);font-size:13px;line-height:20px}
.outline ul{list-style:none}
.outline li{unicode-bidi:isolate}
.outline ul ul{padding-inline-start:12px;border-inline-start:1px solid var(--l)}
.outline b{font-weight:400;color:var(--m)}
`;
