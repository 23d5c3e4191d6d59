// WordPress's classic editor: TinyMCE 4, whose text is the body of a frame of its own; the button stands in the page.
import tinymce from "tinymce/tinymce";
import "tinymce/themes/modern/theme";
import { post } from "./stage.js";

tinymce.init({
  selector: "#content",
  skin: false,
  content_css: false,
  content_style: "body { font: 16px/1.45 system-ui, sans-serif; }",
  body_class: "content post-type-post mceContentBody",
  menubar: false,
  toolbar: false,
  statusbar: false,
  branding: false,
  height: 420,
  setup: (editor) =>
    editor.on("init", () => {
      window.stage.frame = () => document.getElementById("content_ifr");
      window.stage.model = () => [...editor.getBody().children].map((one) => one.textContent.replaceAll("\u00A0", " ")).join("\n");
      window.stage.editor = "body";
    }),
});
document.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  post();
});
