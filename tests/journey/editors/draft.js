// X: Draft.js, its toolbar a sibling of the editor, Ctrl+Enter sends. TikTok: the same editor, and no key that sends.
import { Editor, EditorState, getDefaultKeyBinding } from "draft-js";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { post } from "./stage.js";

const X = document.querySelector("[data-testid=tweetButtonInline]");

function Composer() {
  const [state, setState] = useState(() => EditorState.createEmpty());
  window.stage.model = () => state.getCurrentContent().getPlainText();
  return createElement(Editor, {
    editorState: state,
    onChange: setState,
    ariaLabel: "Post text",
    webDriverTestID: X ? "tweetTextarea_0" : undefined,
    placeholder: "What is happening?!",
    keyBindingFn: (event) => (X && event.key === "Enter" && (event.ctrlKey || event.metaKey) ? "send" : getDefaultKeyBinding(event)),
    handleKeyCommand: (command) => {
      if (command !== "send") return "not-handled";
      post();
      return "handled";
    },
  });
}

createRoot(document.getElementById("editor")).render(createElement(Composer));
(X ?? document.querySelector("[data-e2e=post_video_button]")).addEventListener("click", post);
window.stage.editor = ".public-DraftEditor-content";
