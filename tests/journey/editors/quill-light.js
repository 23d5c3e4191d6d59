// A forum with Quill in the page itself; Ctrl+Enter sends.
import Quill from "quill";
import { isSendKey, post } from "./stage.js";

const quill = new Quill("#editor", { modules: { toolbar: false } });
window.stage.model = () => quill.getText().replace(/\n$/, "");
window.stage.editor = ".ql-editor";
document.getElementById("send").addEventListener("click", post);
quill.root.addEventListener(
  "keydown",
  (event) => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
    post();
  },
  true,
);
