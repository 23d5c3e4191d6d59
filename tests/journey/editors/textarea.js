// Mastodon: a React-controlled textarea; Ctrl+Enter calls the handler without a submit event.
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { isSendKey, post } from "./stage.js";

function Compose() {
  const [text, setText] = useState("");
  window.stage.model = () => text;
  return createElement("textarea", {
    className: "autosuggest-textarea__textarea",
    value: text,
    placeholder: "What's on your mind?",
    "aria-label": "What's on your mind?",
    onChange: (event) => setText(event.target.value),
    onKeyDown: (event) => {
      if (!isSendKey(event.nativeEvent)) return;
      event.preventDefault();
      post();
    },
  });
}

createRoot(document.getElementById("editor")).render(createElement(Compose));
document.querySelector("form.compose-form").addEventListener("submit", (event) => {
  event.preventDefault();
  post();
});
window.stage.editor = "textarea";
