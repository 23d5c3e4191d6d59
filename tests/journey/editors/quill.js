// LinkedIn: Quill inside the open shadow root of #interop-outlet; Ctrl+Enter is a new line.
import Quill from "quill";
import { post } from "./stage.js";

const outlet = document.getElementById("interop-outlet");
const root = outlet.attachShadow({ mode: "open" });
const template = document.getElementById("share-box");
root.append(template.content.cloneNode(true));
const quill = new Quill(root.querySelector(".ql-container-here"), { modules: { toolbar: false }, placeholder: "What do you want to talk about?" });
window.stage.model = () => quill.getText().replace(/\n$/, "");
window.stage.root = root;
window.stage.editor = ".ql-editor";
root.querySelector(".share-actions__primary-action").addEventListener("click", post);
