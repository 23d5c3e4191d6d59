// Two composers at once: a draft stands in the one, and the other is written in.
import { isSendKey, post } from "./stage.js";

const other = document.getElementById("other");
other.focus();
document.execCommand("insertText", false, "A quiet day");
window.stage.others = [];
document.getElementById("send-other").addEventListener("click", () => window.stage.others.push(other.value));
const field = document.getElementById("editor");
window.stage.model = () => [...field.childNodes].map((node) => node.textContent).join("\n");
window.stage.editor = "#editor";
document.getElementById("send").addEventListener("click", post);
field.addEventListener("keydown", (event) => {
  if (!isSendKey(event)) return;
  event.preventDefault();
  post();
});
