// What every page of the stage offers to a test: the posts that went out, and the editor's own model.
// `frame` finds the frame that the editor stands in, where it stands in one.
window.stage = { posts: [], model: () => "", editor: "", frame: () => null };

/** The window that the editor stands in, and where its corner is in the viewport. */
window.stage.view = () => window.stage.frame()?.contentWindow ?? window;
window.stage.corner = () => {
  const frame = window.stage.frame();
  const box = frame?.getBoundingClientRect();
  return box ? [box.left + frame.clientLeft, box.top + frame.clientTop] : [0, 0];
};

/** The editor, through open shadow roots. */
window.stage.find = () => {
  const look = (root) =>
    root.querySelector(window.stage.editor || "none") ??
    [...root.querySelectorAll("*")].map((one) => one.shadowRoot && look(one.shadowRoot)).find(Boolean) ??
    null;
  return look(window.stage.view().document);
};

/** Sends what the editor's model holds, once a call, as the site would. */
export function post() {
  window.stage.posts.push(window.stage.model());
  const list = document.getElementById("sent");
  if (list) {
    const item = document.createElement("li");
    item.textContent = `Post ${window.stage.posts.length} sent`;
    list.append(item);
  }
}

/** What sends here: `data-key` of the page says "enter" (without Shift) or "none"; else Enter with Ctrl or Cmd. @param {KeyboardEvent} event */
export function isSendKey(event) {
  const { key } = document.documentElement.dataset;
  if (event.key !== "Enter" || event.isComposing || key === "none") return false;
  return key === "enter" ? !event.shiftKey : event.ctrlKey || event.metaKey;
}
