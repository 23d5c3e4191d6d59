/** Ink on paper: how notes look. Sizes in px that the browser's zoom scales; colours by the composer's own ground. browser-only. */

export const STYLE = `
:host {
  all: initial !important; position: fixed !important; inset: 0 !important; display: block !important;
  width: auto !important; height: auto !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
  overflow: visible !important; background: none !important; pointer-events: none !important;
  visibility: visible !important; opacity: 1 !important; z-index: 2147483647 !important; color-scheme: light dark;
  direction: ltr !important; unicode-bidi: isolate !important;
  --paper: light-dark(#fffdf8, #201f1c); --paper-2: light-dark(#f6f2e9, #2a2925);
  --ink: light-dark(#23211d, #f0ece2); --ink-2: light-dark(#625c52, #b3ab9d);
  --rule: light-dark(#e4ddcd, #3b3932); --focus: light-dark(#1f5fbf, #8bb8ff);
  --warning: light-dark(#b3361b, #ff8c6f); --warning-wash: light-dark(#fbeae5, #3a2520);
  --suggestion: light-dark(#8a5a00, #e8b64c); --suggestion-wash: light-dark(#fbf1da, #36301f);
  --note: light-dark(#2f5f8f, #8fbbe6); --note-wash: light-dark(#e8f0f8, #222e3a);
  --ok: light-dark(#2f6b45, #7fc79a); --edge: light-dark(#958d7d, #7d776a);
  --shadow: 0 1px 2px light-dark(rgb(35 33 29 / .08), rgb(0 0 0 / .5)), 0 8px 28px light-dark(rgb(35 33 29 / .16), rgb(0 0 0 / .5));
}
.on-light { color-scheme: light; } .on-dark { color-scheme: dark; }
* { box-sizing: border-box; }
.card, .chip { position: fixed; pointer-events: auto; color: var(--ink); background: var(--paper);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; text-align: start;
  border: 1px solid var(--rule); animation: appear 120ms ease-out; }
@keyframes appear { from { opacity: 0; } }
.card { width: min(392px, calc(100vw - 16px)); max-height: calc(100vh - 16px); overflow: auto; overscroll-behavior: contain;
  border-radius: 10px; box-shadow: var(--shadow); display: flex; flex-direction: column; }
.card.gate { width: min(560px, calc(100vw - 16px)); }
.list { overflow: auto; flex: 0 1 auto; }
.finding { border-inline-start: 3px solid var(--c); padding: 12px 14px 12px 13px; }
.finding + .finding { border-top: 1px solid var(--rule); }
h1 { font-size: 16px; line-height: 1.3; margin: 0; } h2 { font-size: 14px; line-height: 1.35; margin: 2px 0 3px; }
p { margin: 0 0 6px; } p:last-child { margin-bottom: 0; }
.warning { --c: var(--warning); --wash: var(--warning-wash); }
.suggestion { --c: var(--suggestion); --wash: var(--suggestion-wash); }
.notes { --c: var(--note); --wash: var(--note-wash); }
.plain-state { --c: var(--rule); --wash: var(--paper); }
.severity { color: var(--c); font-size: 12px; font-weight: 600; }
.clause, .unseen, .statement { font-size: 12px; color: var(--ink-2); } .statement { border-inline-start: 2px solid var(--rule); padding-inline-start: 8px; color: var(--ink); font-size: 13px; }
.aside { display: flex; gap: 4px; flex: 1 0 auto; } .aside .quiet { margin-inline-start: auto; }
.row { display: flex; gap: 8px; align-items: center; margin-top: 10px; flex-wrap: wrap; }
.more { display: flex; flex-direction: column; align-items: stretch; margin-top: 6px; border-top: 1px solid var(--rule); padding-top: 4px; }
.more[hidden] { display: none; } .more button { text-align: start; }
button, a { font: inherit; color: inherit; cursor: pointer; }
button { background: none; border: 1px solid var(--rule); border-radius: 7px; padding: 5px 10px; min-height: 32px; max-width: 100%; overflow-wrap: anywhere; }
button:hover { border-color: var(--ink-2); } button:active { background: var(--paper-2); }
.primary { background: var(--ink); border-color: var(--ink); color: var(--paper); font-weight: 600; }
.primary:hover { border-color: var(--ink); opacity: .92; } .primary:active { background: var(--ink-2); }
.plain { border-color: var(--edge); }
.quiet { border-color: transparent; color: var(--ink-2); padding: 5px 8px; min-width: 32px; }
.link { border: 0; padding: 0; min-height: 0; border-radius: 2px; text-decoration: underline; text-underline-offset: 2px; text-align: start; }
a { text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.foot { display: flex; justify-content: space-between; align-items: center; gap: 8px; flex: none; padding: 4px 8px 4px 14px;
  border-top: 1px solid var(--rule); font-size: 12px; color: var(--ink-2); background: var(--paper-2); }
.foot .pages { display: flex; align-items: center; gap: 4px; white-space: nowrap; } .foot .quiet { padding-inline: 4px; }
.gate header { padding: 14px 16px 0; } .gate .finding { margin: 10px 16px 0; border: 1px solid var(--rule); border-inline-start: 3px solid var(--c); border-radius: 8px; background: var(--wash); }
.gate .actions { display: flex; gap: 8px; justify-content: flex-end; align-items: center; flex-wrap: wrap; padding: 12px 16px 8px; }
.gate small { display: block; padding: 0 16px 14px; color: var(--ink-2); text-align: end; font-size: 12px; }
.chip { display: flex; align-items: center; justify-content: center; gap: 6px; min-width: 32px; min-height: 32px; padding: 0; border: 0; background: none; }
.chip span { display: flex; align-items: center; justify-content: center; gap: 5px; min-width: 24px; min-height: 24px; padding: 0 7px; font-size: 12px; font-weight: 600; line-height: 1;
  background: var(--paper); border: 1px solid var(--rule); border-inline-start: 3px solid var(--c); border-radius: 6px; box-shadow: 0 1px 3px rgb(0 0 0 / .12); }
.chip.ok span { --c: var(--rule); color: var(--ok); opacity: .8; } .chip.unchecked span { --c: var(--ink-2); color: var(--ink-2); font-weight: 500; }
.chip:hover span { border-color: var(--ink-2); }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.mirror { position: fixed; overflow: hidden; pointer-events: none; } .mirror div { color: transparent; }
@media (prefers-reduced-motion: reduce) { .card, .chip { animation: none; } }
@media (forced-colors: active) {
  .card, .chip span, button { border-color: CanvasText; } .finding { border-inline-start: 3px solid CanvasText; }
  .primary { forced-color-adjust: none; background: CanvasText; color: Canvas; }
}
`;
