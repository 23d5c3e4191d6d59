// Facebook, Threads and others: Lexical in a dialog; the send button is a div with a role.
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { $getRoot, COMMAND_PRIORITY_HIGH, createEditor, KEY_ENTER_COMMAND } from "lexical";
import { isSendKey, post } from "./stage.js";

const element = document.getElementById("editor");
const editor = createEditor({
  namespace: "stage",
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(element);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
window.stage.model = () => editor.getEditorState().read(() => $getRoot().getTextContent().replaceAll("\n\n", "\n"));
window.stage.editor = "#editor";
document.getElementById("send")?.addEventListener("click", post);
editor.registerCommand(
  KEY_ENTER_COMMAND,
  (event) => {
    if (!event || !isSendKey(event) || "noKey" in element.dataset) return false;
    event.preventDefault();
    post();
    return true;
  },
  COMMAND_PRIORITY_HIGH,
);
