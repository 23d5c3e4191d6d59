// A page with a box to comment in that stands in a frame, its button beside it in the frame.
import "./stage.js";

const frame = document.querySelector("iframe");
frame.addEventListener("load", () => {
  const { stage } = frame.contentWindow;
  window.stage.frame = () => frame;
  window.stage.model = () => stage.model();
  window.stage.posts = stage.posts;
  window.stage.editor = stage.editor;
});
frame.src = "/editable";
