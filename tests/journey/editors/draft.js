// X, TikTok and others: Draft.js; on X its toolbar is a sibling of the editor.
import { Editor, EditorState, getDefaultKeyBinding } from "draft-js";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { isSendKey, post } from "./stage.js";

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
    keyBindingFn: (event) => (isSendKey(event.nativeEvent) ? "send" : getDefaultKeyBinding(event)),
    handleKeyCommand: (command) => {
      if (command !== "send") return "not-handled";
      post();
      return "handled";
    },
  });
}

createRoot(document.getElementById("editor")).render(createElement(Composer));
(X ?? document.querySelector("[data-e2e=post_video_button], [data-e2e=comment-post], #send")).addEventListener("click", post);
window.stage.editor = ".public-DraftEditor-content";
