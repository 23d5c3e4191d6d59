// Any site: a plain textarea in a form and a plain contenteditable, whichever the page has.
import { isSendKey, post } from "./stage.js";

const field = document.getElementById("editor");
window.stage.model = () => ("value" in field ? field.value : [...field.childNodes].map((node) => node.textContent).join("\n"));
window.stage.editor = "#editor";
const form = field.closest("form");
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  post();
});
document.getElementById("send")?.addEventListener("click", post);
field.addEventListener("keydown", (event) => {
  if (!isSendKey(event)) return;
  event.preventDefault();
  post();
});
