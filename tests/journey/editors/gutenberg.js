// WordPress's block editor: a frame of a blob, in it one editing host a paragraph; the button stands in the page.
import { post } from "./stage.js";

const PAGE = `<!doctype html><html class="block-editor-iframe__html" lang="en"><body class="block-editor-iframe__body editor-styles-wrapper"
  style="margin:8px;font:16px/1.45 system-ui,sans-serif"><div class="is-root-container block-editor-block-list__layout"></div></body></html>`;
const frame = document.querySelector("iframe[name=editor-canvas]");
/** What each block holds, kept apart from the page, as the block editor does. @type {Map<Element, string>} */
const blocks = new Map();

function addBlock() {
  const page = frame.contentDocument;
  const block = page.createElement("p");
  block.className = "block-editor-rich-text__editable block-editor-block-list__block wp-block-paragraph rich-text";
  Object.assign(block, { contentEditable: "true", role: "document", ariaMultiLine: "true", ariaLabel: "Block: Paragraph" });
  block.style.whiteSpace = "pre-wrap";
  blocks.set(block, "");
  block.addEventListener("input", () => blocks.set(block, block.textContent));
  block.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    addBlock().focus();
  });
  page.querySelector(".is-root-container").append(block);
  return block;
}

frame.addEventListener("load", () => {
  addBlock();
  window.stage.frame = () => frame;
  window.stage.model = () => [...blocks.values()].join("\n");
  window.stage.editor = ".block-editor-rich-text__editable:last-child";
});
frame.src = URL.createObjectURL(new Blob([PAGE], { type: "text/html" }));
document.querySelector(".editor-post-publish-button").addEventListener("click", post);
