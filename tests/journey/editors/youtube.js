// YouTube: a plain contenteditable; Ctrl+Enter sends.
import { isSendKey, post } from "./stage.js";

const field = document.getElementById("contenteditable-root");
window.stage.model = () => [...field.childNodes].map((node) => node.textContent).join("\n");
window.stage.editor = "#contenteditable-root";
document.querySelector("#submit-button button").addEventListener("click", post);
field.addEventListener("keydown", (event) => {
  if (!isSendKey(event)) return;
  event.preventDefault();
  post();
});
