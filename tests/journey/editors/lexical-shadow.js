// Lexical within an open shadow root, its button beside it.
import { mount } from "./lexical.js";
import { post } from "./stage.js";

const root = document.getElementById("composer").shadowRoot;
mount(root.querySelector("[role=textbox]"));
root.querySelector("button").addEventListener("click", post);
window.stage.editor = "[role=textbox]";
