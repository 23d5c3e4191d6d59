// LinkedIn: Quill inside the open shadow root of #interop-outlet; Ctrl+Enter is a new line.
import Quill from "quill";
import { post } from "./stage.js";

const outlet = document.getElementById("interop-outlet");
const root = outlet.attachShadow({ mode: "open" });
const template = document.getElementById("share-box");
root.append(template.content.cloneNode(true));
const quill = new Quill(root.querySelector(".ql-container-here"), { modules: { toolbar: false }, placeholder: "What do you want to talk about?" });
// Quill asks the document for the selection, which ends at the shadow root's host: let it ask the root, as LinkedIn's does.
const selection = () => (root.getSelection ? root.getSelection() : document.getSelection());
quill.selection.hasFocus = () => root.activeElement === quill.root;
quill.selection.getNativeRange = () => {
  const native = selection();
  return native && native.rangeCount > 0 ? quill.selection.normalizeNative(native.getRangeAt(0)) : null;
};
window.stage.model = () => quill.getText().replace(/\n$/, "");
window.stage.root = root;
window.stage.editor = ".ql-editor";
root.querySelector(".share-actions__primary-action").addEventListener("click", post);
