// What every page of the stage offers to a test: the posts that went out, and the editor's own model.
window.stage = { posts: [], model: () => "", editor: "" };

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

/** @param {KeyboardEvent} event */
export function isSendKey(event) {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing;
}
