// A modal that keeps the focus: whatever is focused outside of it loses the focus to the editor at once.
import { isSendKey, post } from "./stage.js";

const dialog = document.querySelector("dialog");
const field = document.getElementById("editor");
dialog.showModal();
document.addEventListener("focusin", (event) => {
  if (!dialog.contains(event.target)) field.focus();
});
window.stage.model = () => field.value;
window.stage.editor = "#editor";
document.getElementById("send").addEventListener("click", post);
field.addEventListener("keydown", (event) => {
  if (!isSendKey(event)) return;
  event.preventDefault();
  post();
});
field.focus();
