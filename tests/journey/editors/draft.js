// X: Draft.js, its toolbar a sibling of the editor, Ctrl+Enter sends.
import { Editor, EditorState, getDefaultKeyBinding } from "draft-js";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { post } from "./stage.js";

function Composer() {
  const [state, setState] = useState(() => EditorState.createEmpty());
  window.stage.model = () => state.getCurrentContent().getPlainText();
  return createElement(Editor, {
    editorState: state,
    onChange: setState,
    ariaLabel: "Post text",
    webDriverTestID: "tweetTextarea_0",
    placeholder: "What is happening?!",
    keyBindingFn: (event) => (event.key === "Enter" && (event.ctrlKey || event.metaKey) ? "send" : getDefaultKeyBinding(event)),
    handleKeyCommand: (command) => {
      if (command !== "send") return "not-handled";
      post();
      return "handled";
    },
  });
}

createRoot(document.getElementById("editor")).render(createElement(Composer));
document.querySelector("[data-testid=tweetButtonInline]").addEventListener("click", post);
window.stage.editor = "[data-testid=tweetTextarea_0]";
