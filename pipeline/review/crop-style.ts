/** The look of the crop sheet, on top of the report's light table. */

export const cropCss = `
body{padding-bottom:64px}.intro{grid-column:1/-1;max-width:70em}
.picture{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr);gap:24px clamp(16px,3vw,48px);align-items:start;content-visibility:auto;contain-intrinsic-size:auto 520px}
.picture h2 .quiet{font-weight:400}.whole{position:sticky;top:16px;max-width:calc(70svh*var(--shape))}
.stage{position:relative;background:var(--sheet);touch-action:none;cursor:crosshair;user-select:none;-webkit-user-select:none}.stage img{display:block;width:100%;height:100%}
.stage button{position:absolute;padding:0;border:0;background:none;font:inherit;cursor:grab}.stage button:active{cursor:grabbing}
.stage button:focus-visible{outline:3px solid #fff;outline-offset:2px;box-shadow:0 0 0 7px #000}
.point{width:32px;height:32px;margin:-16px;border-radius:50%}.point::before{content:"";position:absolute;inset:6px;border:2px solid #fff;border-radius:50%;box-shadow:0 0 0 1.5px #000,inset 0 0 0 1.5px #000}.point::after{content:"";position:absolute;inset:14px;border-radius:50%;background:#fff;box-shadow:0 0 0 1.5px #000}
.box,.outline{position:absolute;pointer-events:none}.box{outline:2px solid #fff;outline-offset:-1px;box-shadow:0 0 0 2px #000,inset 0 0 0 2px #000}
.outline{outline:1.5px dashed #fff;box-shadow:0 0 0 100vmax rgb(0 0 0/.45);clip-path:none}.stage{overflow:clip;overflow-clip-margin:20px}.stage.outlined{overflow:hidden}
.box>*{pointer-events:auto}.edge{position:absolute;cursor:move}.edge.top,.edge.bottom{left:0;right:0;height:14px}.edge.left,.edge.right{top:0;bottom:0;width:14px}.edge.top{top:-7px}.edge.bottom{bottom:-7px}.edge.left{left:-7px}.edge.right{right:-7px}
.stage .move,.stage .nw,.stage .se{width:24px;height:24px;margin:-12px}.stage .move{left:50%;top:0;cursor:move}.stage .nw{left:0;top:0;cursor:nwse-resize}.stage .se{left:100%;top:100%;cursor:nwse-resize}
.move::before,.nw::before,.se::before{content:"";position:absolute;inset:6px;background:#fff;border:1.5px solid #000}.move::before{inset:8px 2px;border-radius:5px}
.told{display:flex;flex-wrap:wrap;gap:0 20px;margin-top:10px;font-size:12px}.tools{margin-top:6px}
.tools button,.bar button{font:inherit;font-size:12px;color:inherit;background:var(--sheet);border:1px solid var(--rule);border-radius:3px;padding:5px 10px;min-height:30px;cursor:pointer}.tools button:hover,.bar button:hover:enabled{border-color:currentColor}
.crops{display:flex;flex-wrap:wrap;gap:20px 24px;align-items:flex-start;margin:0;padding:32px 0 0;list-style:none;font-size:12px}.crops li{--wide:min(156px*sqrt(var(--ratio)),220px*var(--ratio));width:max(136px,var(--wide));max-width:100%}
.crop{display:block;padding:0;border:0;cursor:pointer;position:relative;overflow:hidden;background:var(--sheet);aspect-ratio:var(--ratio);width:var(--wide);max-width:100%;margin-bottom:6px}.crop img{position:absolute;max-width:none;height:auto}
.crops strong{font-weight:600}.crops strong,.crops p{overflow-wrap:anywhere}.cut:empty,.apart:empty{display:none}.crop[aria-pressed=true]{outline:3px solid var(--accent);outline-offset:3px}.only{color:var(--accent);font-weight:600}.cut{font-weight:650}.crops li:has(.cut:not(:empty)) .crop{outline:2px solid var(--error);outline-offset:2px}
.bar{position:fixed;inset:auto 0 0;display:flex;gap:16px;align-items:center;justify-content:flex-end;padding:10px clamp(16px,3vw,48px);background:var(--table);border-top:1px solid var(--rule);z-index:5}.bar p{flex:1;min-width:0}.bar #save:enabled{background:var(--ink);color:var(--table);border-color:var(--ink);font-weight:600}.bar #save:disabled{cursor:default;color:var(--quiet)}
@media (max-width:60rem){.picture{grid-template-columns:minmax(0,1fr)}.whole{position:static;max-width:min(100%,calc(60svh*var(--shape)))}.crops{padding:0}}
`;
