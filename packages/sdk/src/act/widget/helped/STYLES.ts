/** One line between a message and its foot. */
export const STYLES = `
.helped{display:grid;grid-gap:8px;grid-template-columns:minmax(0,1fr) auto auto;align-items:center;flex:none;padding:8px 20px;border-top:1px solid var(--l);font-size:13px;line-height:20px}
.main[hidden]~.helped{display:none}
.helped button{min-width:44px;min-height:32px;padding:5px 12px;border-color:var(--m);border-radius:8px;font-weight:600}
p.helped{display:block;padding:14px 20px}
@media(hover:hover){.helped button:hover{background:var(--f)}}
`;
