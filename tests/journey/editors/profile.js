// Settings and sign-in pages: plain fields, a password that can be shown, and a button that saves.
import { post } from "./stage.js";

const field = document.getElementById("editor");
const secret = document.getElementById("secret");
window.stage.model = () => field.value ?? "";
window.stage.editor = "#editor";
document.querySelector("[data-testid=Profile_Save_Button]")?.addEventListener("click", post);
document.getElementById("show")?.addEventListener("click", () => {
  secret.type = secret.type === "password" ? "text" : "password";
});
document.querySelector("form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  post();
});
