// A page with window-capture listeners of its own, registered before anything else of the page runs.
import { isSendKey, post } from "./stage.js";

const field = () => document.getElementById("editor");
window.stage.model = () => field().value;
window.stage.editor = "#editor";
window.addEventListener("click", (event) => event.composedPath().some((node) => node.id === "send") && post(), true);
window.addEventListener(
  "keydown",
  (event) => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    post();
  },
  true,
);
