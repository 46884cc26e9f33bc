/** The look of the report: a light table, neutral grey, one quiet accent; the material is the hero. */

export const reportCss = `
:root{color-scheme:light dark;--table:#cfcfcf;--sheet:#dcdcdc;--ink:#161616;--quiet:#4c4c4c;--rule:#b4b4b4;--accent:#0b5a73;--error:#a3180c;--warning:#6f4a00}
@media (prefers-color-scheme:dark){:root{--table:#262626;--sheet:#303030;--ink:#ececec;--quiet:#b3b3b3;--rule:#4a4a4a;--accent:#7cc6de;--error:#ff9a8d;--warning:#e8b95c}}
*{box-sizing:border-box}body{margin:0;background:var(--table);color:var(--ink);font:14px/1.45 Archivo,system-ui,sans-serif;font-variant-numeric:tabular-nums}
a{color:inherit;text-underline-offset:.2em}a:hover{color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99em}.skip:focus{left:16px;top:8px}
header,main>section,footer{padding:24px clamp(16px,3vw,48px)}
header{border-bottom:1px solid var(--rule);display:grid;gap:8px 32px;grid-template-columns:1fr auto;align-items:end}
h1{margin:0;font-size:26px;line-height:1.15;font-weight:650;letter-spacing:-.01em}h2{margin:0 0 12px;font-size:14px;font-weight:650}h3{margin:0;font-size:14px;font-weight:650}
p{margin:0}.quiet{color:var(--quiet)}.figures{display:flex;flex-wrap:wrap;gap:4px 24px;margin:0;grid-column:1/-1}.figures div{display:flex;gap:6px}.figures dt{color:var(--quiet)}.figures dd{margin:0;font-weight:600}
main>section+section{border-top:1px solid var(--rule)}
.mark{font-weight:650}.error{color:var(--error)}.warning{color:var(--warning)}.sound{color:var(--accent)}
.group+.group{margin-top:16px}.findings{margin:6px 0 0;padding:0;list-style:none}.findings li{display:grid;grid-template-columns:7.5em 1fr;gap:0 12px;padding:7px 0;border-top:1px solid var(--rule)}.findings li>div{min-width:0;overflow-wrap:anywhere}.findings p+p{color:var(--quiet)}.findings .place{font-size:12px;color:var(--quiet);overflow-wrap:anywhere}
.units{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-end;margin:0;padding:0;list-style:none}.units img{display:block;max-width:100%;height:auto;background:var(--sheet)}.units p{font-size:12px;margin-top:5px}
.held{outline:2px solid var(--error);outline-offset:3px}
.assets{display:grid;gap:20px 16px;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr));margin:0;padding:0;list-style:none}.assets>li>a>img,.blank{display:block;width:100%;aspect-ratio:3/2;object-fit:contain;background:var(--sheet)}.assets>li>a{display:block;position:relative}.framing{position:absolute;inset:0;width:100%;height:100%;fill:none;stroke:#fff;stroke-width:2}.framing *{vector-effect:non-scaling-stroke}.framing .under{stroke:#000;stroke-width:5}.assets h3{margin-top:6px}.assets p{font-size:12px;color:var(--quiet)}.notes{margin:6px 0 0;padding:0;list-style:none;font-size:12px}.notes li+li{margin-top:4px}
.proofs{display:grid;gap:24px 20px;grid-template-columns:repeat(auto-fill,minmax(min(100%,520px),1fr));margin:0;padding:0;list-style:none}.pair{display:grid;grid-template-columns:1fr 1fr;gap:4px;align-items:end}.pair figure{margin:0}.pair img{display:block;max-width:100%;height:auto;max-height:340px;background:repeating-conic-gradient(var(--sheet) 0 25%,var(--table) 0 50%) 0 0/16px 16px}.pair figcaption{font-size:12px;color:var(--quiet);margin-top:3px}.proofs h3{margin-top:6px}.proofs p{font-size:12px}
details{font-size:12px;margin-top:4px}summary{cursor:pointer;min-height:24px;line-height:24px}.strip{display:grid;grid-template-columns:repeat(auto-fill,minmax(84px,1fr));gap:8px;margin:6px 0 0;padding:0;list-style:none}.strip img{display:block;width:100%;height:56px;object-fit:contain;background:var(--sheet)}
table{border-collapse:collapse;width:100%}td,th{padding:5px 12px 5px 0;border-top:1px solid var(--rule);text-align:left;vertical-align:top}td.number{text-align:right;white-space:nowrap}
.cuts{display:grid;gap:28px 20px;grid-template-columns:repeat(auto-fill,minmax(min(100%,520px),1fr));margin:0 0 28px;padding:0;list-style:none}.cuts>li{min-width:0}.cuts img{display:block;width:100%;height:auto;max-height:200px;object-fit:contain;object-position:left;background:var(--sheet);margin-top:6px}.cuts .wave{height:72px;object-fit:fill;background:#fff}.cuts h3,.cuts li{overflow-wrap:anywhere}.about{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,230px),1fr));gap:8px 20px;margin-top:8px;font-size:12px}.about ul{margin:0;padding:0;list-style:none}.about li+li{margin-top:3px}h4{margin:0;font-size:12px;font-weight:650}.wide{overflow-x:auto;margin:6px 0 24px}.wide table{min-width:36em}.wide th{font-weight:650;white-space:nowrap}.wide th.number{text-align:right}
input[type=search]{font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--rule);padding:7px 10px;width:min(100%,26em)}
footer{border-top:1px solid var(--rule);font-size:12px;color:var(--quiet)}@media print{input{display:none}}
`;

/** Keyboard first: / searches, j and k go from finding to finding. Without it everything is still there. */
export const reportScript = `
const items=[...document.querySelectorAll('.findings li')];const field=document.querySelector('input[type=search]');
field?.addEventListener('input',()=>{const wanted=field.value.toLowerCase();for(const item of items)item.hidden=!item.textContent.toLowerCase().includes(wanted)});
let at=-1;addEventListener('keydown',(event)=>{if(event.target===field&&event.key!=='Escape')return;if(event.key==='/'){event.preventDefault();field?.focus()}
if(event.key==='Escape'&&field){field.value='';field.dispatchEvent(new Event('input'));field.blur()}
if(event.key==='j'||event.key==='k'){const seen=items.filter((item)=>!item.hidden);if(!seen.length)return;at=Math.max(0,Math.min(seen.length-1,at+(event.key==='j'?1:-1)));seen[at].tabIndex=-1;seen[at].focus()}});
`;
