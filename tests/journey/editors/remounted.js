// A page that goes elsewhere without loading: its first composer, with a draft in it, is taken away, and another comes.
import { mount } from "./lexical.js";
import { post } from "./stage.js";

const SETTLED_MS = 500;
const main = document.querySelector("main");

function show() {
  main.replaceChildren(document.getElementById("composer").content.cloneNode(true));
  const element = main.querySelector("[role=textbox]");
  mount(element);
  main.querySelector("button").addEventListener("click", post);
  return element;
}

show().focus();
document.execCommand("insertText", false, "An older draft");
setTimeout(() => {
  history.pushState({}, "", `/elsewhere${location.search}`);
  show();
  window.stage.editor = "[role=textbox]";
}, SETTLED_MS);
