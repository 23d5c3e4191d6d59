// A feed: every button of a post counts as sent what it says.
import "./stage.js";

window.stage.editor = "#editor";
document.getElementById("words").textContent = decodeURIComponent(location.hash.slice(1));
for (const button of document.querySelectorAll("button")) {
  button.addEventListener("click", () => window.stage.posts.push(button.textContent));
}
