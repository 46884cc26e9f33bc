/** The look of the preview of banners: a light table whose table is the page that the banners will stand on. */

export const bannerCss = `
:root{color-scheme:light dark;--table:#d6d6d6;--sheet:#e2e2e2;--ink:#161616;--quiet:#4a4a4a;--rule:#b6b6b6;--accent:#0b5a73;--on:#fff;--error:#9d170b;--warning:#684500;--sound:#1b5631}
@media (prefers-color-scheme:dark){:root{--table:#242424;--sheet:#303030;--ink:#ececec;--quiet:#b5b5b5;--rule:#474747;--accent:#7cc6de;--on:#10212a;--error:#ff9a8d;--warning:#e8b95c;--sound:#8fd3a5}}
*{box-sizing:border-box}[hidden]{display:none!important}
html{scroll-padding:120px 0 96px}body{margin:0;background:var(--table);color:var(--ink);font:14px/1.4 Archivo,system-ui,sans-serif;font-variant-numeric:tabular-nums;padding-bottom:64px}
h1,h2,h3,p,dl,dd,ul,figure{margin:0;padding:0}ul{list-style:none}h1{font-size:20px;line-height:1.2;font-weight:650;letter-spacing:-.01em}h2,h3{font-size:14px;font-weight:650}
a{color:inherit;text-underline-offset:.2em}a:hover{color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}[tabindex="-1"]:focus{outline:0}
.quiet{color:var(--quiet)}.error{color:var(--error)}.warning{color:var(--warning)}.label{font-size:12px;color:var(--quiet)}.count{font-weight:400;color:var(--quiet);margin-left:.5em}
.skip{position:absolute;left:-99em}.skip:focus{left:16px;top:8px;z-index:9;background:var(--sheet);padding:6px 10px}
button,select,input[type=search]{font:inherit;color:inherit;background:none;border:1px solid var(--rule);border-radius:3px;padding:3px 9px;min-height:28px}
button{cursor:pointer}button:hover:enabled{border-color:currentColor}button:disabled{color:var(--quiet);cursor:default}button[aria-pressed=true]{background:var(--accent);border-color:var(--accent);color:var(--on)}
input[type=search],select{background:var(--sheet);width:100%}input[type=search]:focus-visible,select:focus-visible{outline-offset:0}
.top{display:flex;flex-wrap:wrap;gap:6px 24px;align-items:end;justify-content:space-between;padding:14px clamp(16px,2vw,28px) 12px;border-bottom:1px solid var(--rule)}.top p{font-size:12px}.get{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:center}
.desk{display:grid;grid-template-columns:216px minmax(0,1fr);align-items:start}
.rail{position:sticky;top:0;max-height:calc(100svh - 64px);overflow:auto;padding:14px 14px 24px clamp(16px,2vw,28px);font-size:13px}.rail summary{cursor:pointer;font-weight:650;min-height:24px}.find{display:block;margin-top:8px}.rail p{margin-top:8px}
.facet{margin-top:16px}.facet h2{font-size:12px;font-weight:400;color:var(--quiet);margin-bottom:3px}.facet h2::first-letter{text-transform:uppercase}
.facet button{display:flex;width:100%;justify-content:space-between;border-color:transparent;padding:2px 8px;margin:0 0 1px -8px;min-height:26px;text-align:left;overflow-wrap:anywhere}.facet button:hover{background:var(--sheet)}.facet button[aria-pressed=true]{background:var(--accent);color:var(--on)}.facet [aria-pressed=true] .count{color:inherit}.facet .empty{color:var(--quiet)}
main{min-width:0;border-left:1px solid var(--rule);min-height:calc(100svh - 130px);display:flex;flex-direction:column}
.bench{position:sticky;top:0;z-index:4;display:flex;flex-wrap:wrap;gap:6px 18px;align-items:center;padding:9px clamp(14px,1.6vw,24px);background:var(--table);border-bottom:1px solid var(--rule);font-size:13px}
.tally{min-width:8.5em}.tool{display:flex;align-items:center;gap:0}.tool .label{margin-right:7px}.tool button{border-radius:0;margin-left:-1px}.tool button:first-of-type{border-radius:3px 0 0 3px}.tool button:last-of-type{border-radius:0 3px 3px 0}.tool button[aria-pressed=true]{position:relative}
.table{flex:1;padding:20px clamp(14px,1.6vw,24px) 48px;background:var(--ground);color:var(--ink)}
[data-page=white] .table{--ground:#fff;--ink:#161616;--quiet:#565656;--rule:#d2d2d2;--sheet:#f1f1f1;--accent:#0b5a73;--on:#fff;--error:#a3180c;--warning:#6f4a00;--sound:#1d5c34}
[data-page=grey] .table{--ground:#cbcbcb;--ink:#141414;--quiet:#434343;--rule:#a9a9a9;--sheet:#d8d8d8;--accent:#084c62;--on:#fff;--error:#8f1409;--warning:#5c3d00;--sound:#174c2b}
[data-page=dark] .table{--ground:#1b1b1b;--ink:#ececec;--quiet:#b0b0b0;--rule:#434343;--sheet:#2a2a2a;--accent:#7cc6de;--on:#10212a;--error:#ff9a8d;--warning:#e8b95c;--sound:#8fd3a5}
.group{margin-bottom:30px}.group>h2{position:relative;padding-bottom:6px;margin-bottom:14px;border-bottom:1px solid var(--rule)}
.units{display:flex;flex-wrap:wrap;gap:26px 22px;align-items:flex-start}
.card{--s:1;max-width:100%;min-height:calc(var(--h)*var(--s)*1px + 90px);content-visibility:auto;contain-intrinsic-size:auto calc(var(--w)*var(--s)*1px) auto calc(var(--h)*var(--s)*1px + 96px);overflow-clip-margin:8px;width:max(calc(var(--w)*var(--s)*1px),168px)}
.stage{position:relative;width:calc(var(--w)*var(--s,1)*1px);height:calc(var(--h)*var(--s,1)*1px);overflow:hidden;background:var(--sheet);cursor:zoom-in}
.stage[data-show=storyboard]{width:auto;height:auto;max-width:100%}.stage[data-show=storyboard] .sheet{width:auto!important;height:auto!important;transform:none}.stage[data-show=storyboard] img{display:block;max-width:100%;height:auto}
.sheet{position:absolute;inset:0 auto auto 0;transform:scale(var(--s,1));transform-origin:0 0}.stage[data-show=storyboard] .sheet{position:static}
.sheet>*{position:absolute;inset:0;border:0;display:block}.stage[data-show=storyboard] .sheet>*{position:static}
.sheet iframe{opacity:0;transition:opacity .12s}.sheet.runs iframe{opacity:1}.sheet.runs .poster{visibility:hidden}.sheet.waits .poster{opacity:.35}
.stage[data-show=difference] iframe+iframe{mix-blend-mode:difference}.stage[data-show=difference] .sheet{isolation:isolate;background:#000}
.blank{display:grid;place-content:center;color:var(--quiet);font-size:12px;padding:4px;overflow:hidden;text-align:center}
.clicking .stage{cursor:pointer;outline:2px solid var(--accent);outline-offset:2px}
.caption{margin-top:7px;font-size:12px;max-width:max(calc(var(--w)*1px),168px)}.caption h3{font-size:12px;line-height:1.3}.caption>p{overflow-wrap:anywhere}.open{border:0;padding:0;min-height:24px;font-weight:650;text-align:left;overflow-wrap:anywhere}.open:hover{color:var(--accent);text-decoration:underline}
.caption h3{display:flex;gap:10px;align-items:center}.card h3::after{content:var(--zoomed,"");font-weight:400;color:var(--quiet);white-space:nowrap}
.chips{display:flex;flex-wrap:wrap;gap:0 10px}.chips li{white-space:nowrap;line-height:1.65}.chips a{display:inline-block;min-height:20px}.mark{font-weight:650}.chips .error,.chips .warning{font-weight:650}
.verdict{font-weight:650}.verdict.held{color:var(--error)}.verdict.warned{color:var(--warning)}.verdict.sound{color:var(--sound)}.changed{color:var(--accent);font-weight:650}
.verdict.held::before{content:"✗ "}.verdict.warned::before{content:"! "}.verdict.sound::before{content:"✓ "}
.card:has(.verdict.held) .stage{box-shadow:0 0 0 2px var(--ground),0 0 0 4px var(--error)}
.alone-head{display:flex;flex-wrap:wrap;gap:8px 20px;justify-content:space-between;align-items:baseline;margin-bottom:14px}.alone-head h2{font-size:18px;line-height:1.25;overflow-wrap:anywhere}.alone-head h2 .quiet{font-size:13px;font-weight:400;margin-left:12px}.tools{display:flex;gap:6px}
.alone-body{display:grid;grid-template-columns:minmax(0,1fr) 300px;gap:24px 36px;align-items:start}.tabs{display:flex;flex-wrap:wrap;margin-bottom:14px}.tabs button{border-radius:0;margin-left:-1px}.figures{display:flex;flex-wrap:wrap;gap:22px;align-items:flex-start}.figures figure{max-width:100%;flex:0 1 auto;min-width:min(100%,var(--fw,0px))}.figures figure:only-child{flex:1}figcaption{font-size:12px;color:var(--quiet);margin-top:5px}#alone .stage{cursor:default}.alone #shows,.alone .tally{display:none}.opened{margin-top:12px;font-size:13px;overflow-wrap:anywhere;min-height:1.4em}
.about{font-size:13px;border-left:1px solid var(--rule);padding-left:20px}.about h3{margin:18px 0 5px;font-size:13px}.about dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:3px 14px;margin-top:12px}.about dt{color:var(--quiet)}.about dt::first-letter{text-transform:uppercase}.url,.about dd,.files{overflow-wrap:anywhere}.notes li+li{margin-top:10px}.files li{line-height:1.8}.code{font-size:12px}
.deck{position:fixed;inset:auto 0 0;z-index:6;height:64px;display:flex;gap:10px;align-items:center;padding:0 clamp(12px,2vw,28px);background:var(--table);border-top:1px solid var(--rule)}
.round{width:36px;height:36px;padding:0;border-radius:50%;display:grid;place-content:center;flex:none;font-weight:650}.shape{display:block;width:12px;height:14px;background:currentColor;clip-path:polygon(8% 0,100% 50%,8% 100%)}[data-state=pause] .shape{clip-path:polygon(0 0,34% 0,34% 100%,66% 100%,66% 0,100% 0,100% 100%,0 100%)}.shape.again{clip-path:polygon(0 0,24% 0,24% 46%,100% 0,100% 100%,24% 54%,24% 100%,0 100%)}
.track{position:relative;flex:1;min-width:0;height:44px}.track input{position:absolute;left:0;right:0;bottom:4px;width:100%;height:22px;margin:0;appearance:none;background:none;cursor:pointer}.track input:focus-visible{outline-offset:0}
.track input::-webkit-slider-runnable-track{height:4px;border-radius:2px;background:linear-gradient(var(--accent),var(--accent)) 0/var(--at,0%) 100% no-repeat,var(--rule)}.track input::-moz-range-track{height:4px;border-radius:2px;background:linear-gradient(var(--accent),var(--accent)) 0/var(--at,0%) 100% no-repeat,var(--rule)}
.track input::-webkit-slider-thumb{appearance:none;width:14px;height:14px;margin-top:-5px;border-radius:50%;background:var(--accent);border:0}.track input::-moz-range-thumb{width:14px;height:14px;border-radius:50%;background:var(--accent);border:0}.track input:disabled{opacity:.5}
#ticks{position:absolute;inset:0 7px 22px}#ticks button{position:absolute;bottom:-6px;transform:translateX(-50%);border:0;padding:0;min-width:24px;min-height:26px;font-size:11px;line-height:1;color:var(--quiet);display:flex;align-items:flex-start;justify-content:center}#ticks button::after{content:"";position:absolute;left:50%;bottom:0;height:8px;border-left:1.5px solid var(--quiet)}#ticks span{display:block;max-width:90px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}#ticks button:hover,#ticks button:focus-visible{color:var(--ink);z-index:2}
.clock{display:grid;text-align:right;min-width:9.5em;font-size:13px;line-height:1.25}#time{font-weight:600}
#said{position:fixed;left:50%;bottom:76px;transform:translateX(-50%);z-index:7;max-width:min(92vw,70em);padding:8px 14px;background:var(--ink);color:var(--table);border-radius:3px;overflow-wrap:anywhere;visibility:hidden}#said.on{visibility:visible}
dialog{border:1px solid var(--rule);border-radius:4px;background:var(--sheet);color:var(--ink);padding:20px 24px;max-width:min(94vw,34em)}dialog::backdrop{background:rgb(0 0 0/.4)}dialog h2{margin-bottom:10px}.keys div{display:grid;grid-template-columns:9em 1fr;gap:12px;padding:4px 0;border-top:1px solid var(--rule)}kbd{font:inherit;font-weight:600;padding:1px 6px;border:1px solid var(--rule);border-radius:3px;background:var(--table)}dialog form{margin-top:14px}
@media (max-width:62rem){.desk{grid-template-columns:minmax(0,1fr)}.rail{position:static;max-height:none;padding-bottom:10px;border-bottom:1px solid var(--rule)}.rail #facets{display:flex;flex-wrap:wrap;gap:4px 24px}.facet button{display:inline-flex;width:auto;margin-left:0}main{border-left:0}.alone .rail{display:none}.alone-body{grid-template-columns:minmax(0,1fr)}.about{border-left:0;padding-left:0;border-top:1px solid var(--rule);padding-top:14px}}
@media (max-width:40rem){.bench{position:static;gap:8px 14px}.tool .label{display:none}.tally{min-width:100%}.clock{min-width:0}#loop{display:none}#ticks span{display:none}.deck{gap:7px}.round{width:34px;height:34px}.alone-head h2 .quiet{display:block;margin:0}}
@media (prefers-reduced-motion:reduce){.sheet iframe{transition:none}}
@media print{.rail,.bench,.deck{display:none}}
`;
