// The composer becomes a modal: everything beside it is inert, and whatever gets the focus outside of it loses it to
// the editor at once.
window.stage.waiting = true;

function trap() {
  const editor = window.stage.editor && window.stage.find();
  if (!editor) return void requestAnimationFrame(trap);
  const box = (window.stage.frame() ?? editor).closest(".box");
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-modal", "true");
  for (let at = box; at !== document.body; ) {
    const parent = at.parentNode;
    for (const one of parent.children) one.inert ||= one !== at;
    at = parent.host ?? parent;
  }
  document.addEventListener("focusin", (event) => event.composedPath().includes(box) || editor.focus(), true);
  editor.focus();
  window.stage.waiting = false;
}

trap();
