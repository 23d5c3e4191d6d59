// Slate: it takes what is typed from `beforeinput` and draws the text itself.
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { createEditor, Node } from "slate";
import { withHistory } from "slate-history";
import { Editable, Slate, withReact } from "slate-react";
import { isSendKey, post } from "./stage.js";

const editor = withHistory(withReact(createEditor()));

function send(event) {
  if (!isSendKey(event.nativeEvent)) return;
  event.preventDefault();
  post();
}

const field = createElement(Editable, { "aria-label": "Reply", placeholder: "Reply", onKeyDown: send });
const initialValue = [{ type: "paragraph", children: [{ text: "" }] }];
createRoot(document.getElementById("editor")).render(createElement(Slate, { editor, initialValue }, field));
window.stage.model = () => editor.children.map((block) => Node.string(block)).join("\n");
window.stage.editor = "[data-slate-editor]";
document.getElementById("send").addEventListener("click", post);
