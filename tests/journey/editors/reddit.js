// Reddit: Lexical slotted into a composer of its own, in a form whose submit button stands in a shadow root within a
// shadow root.
import "./lexical.js";
import { post } from "./stage.js";

/** @param {string} name of the element @param {string} template what stands in its shadow root */
function define(name, template) {
  const parts = document.getElementById(template).content;
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({ mode: "open" }).append(parts.cloneNode(true));
      }
    },
  );
}

define("r-post-form-submit-button", "submit-parts");
define("shreddit-composer", "composer-parts");
define("r-post-composer-form", "form-parts");
document
  .querySelector("r-post-composer-form")
  .shadowRoot.querySelector("r-post-form-submit-button")
  .shadowRoot.querySelector("button")
  .addEventListener("click", post);
