// Facebook, Threads and others: Lexical, by itself or in the hands of another file; the send button may be a div.
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { $getRoot, COMMAND_PRIORITY_HIGH, createEditor, KEY_ENTER_COMMAND } from "lexical";
import { isSendKey, post } from "./stage.js";

/** @param {HTMLElement} element becomes an editor, the one that the stage speaks of */
export function mount(element) {
  const editor = createEditor({
    namespace: "stage",
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(element);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => {
      if (!event || !isSendKey(event)) return false;
      event.preventDefault();
      post();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
  window.stage.model = () => editor.getEditorState().read(() => $getRoot().getTextContent().replaceAll("\n\n", "\n"));
}

const element = document.getElementById("editor");
if (element) {
  mount(element);
  window.stage.editor = "#editor";
}
document.getElementById("send")?.addEventListener("click", post);
