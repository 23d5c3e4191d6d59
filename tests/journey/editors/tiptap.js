// Bluesky, LinkedIn's comments: TipTap. On Bluesky Ctrl+Enter sends from within the editor's own key handler.
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { isSendKey, post } from "./stage.js";

const editor = new Editor({
  element: document.getElementById("editor"),
  extensions: [StarterKit],
  editorProps: {
    attributes: { "aria-label": "Rich-Text Editor", role: "textbox" },
    handleKeyDown: (_view, event) => {
      if (!isSendKey(event)) return false;
      post();
      return true;
    },
  },
});
window.stage.model = () => editor.getText({ blockSeparator: "\n" });
window.stage.editor = ".ProseMirror";
document.querySelector("[data-testid=composerPublishBtn], #send").addEventListener("click", post);
