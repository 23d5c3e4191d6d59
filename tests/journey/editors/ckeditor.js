// CKEditor 5: it takes what is typed from `beforeinput`, too.
import { ClassicEditor, Essentials, Paragraph } from "ckeditor5";
import "ckeditor5/ckeditor5.css";
import { isSendKey, post } from "./stage.js";

const settings = { licenseKey: "GPL", plugins: [Essentials, Paragraph], toolbar: [] };
ClassicEditor.create(document.getElementById("editor"), settings).then((editor) => {
  const words = (block) => [...block.getChildren()].map((node) => node.data ?? "").join("");
  window.stage.model = () => [...editor.model.document.getRoot().getChildren()].map(words).join("\n");
  window.stage.editor = ".ck-editor__editable";
  editor.editing.view.document.on(
    "keydown",
    (info, data) => {
      if (!isSendKey(data.domEvent)) return;
      data.preventDefault();
      info.stop();
      post();
    },
    { priority: "highest" },
  );
});
document.getElementById("send").addEventListener("click", post);
