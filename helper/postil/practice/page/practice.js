// The practice page: fills the composer from an example, shows what was posted, keeps nothing.

const WORDS = {
  en: {
    title: "Practise with Postil",
    lead: "Type a post, or take one of the five below. Nothing leaves this computer, and nothing is kept.",
    you: "You",
    account: "your own account",
    photo: "Add a photo",
    send: "Post",
    try: "Five posts to try",
    sent: "Posted here (and nowhere else)",
    placeholder: "What would you like to share?",
    alt: "Describe the photo",
    other: "Nederlands",
    examples: [
      "Long day on the ward. The lady in bed 4, 82, is finally going home after three weeks with us. Proud of this team!",
      "On behalf of UMC Utrecht: we strongly disagree with this new law.",
      "Missed this morning's lecture? Here are the slides and my recording of it.",
      "Our group supervisor is such an idiot, I can't believe they let him near students.",
      "Proud to start my internship at @umcutrecht today 🎉",
    ],
  },
  nl: {
    title: "Oefenen met Postil",
    lead: "Typ een bericht, of neem een van de vijf hieronder. Niets verlaat deze computer en er wordt niets bewaard.",
    you: "Jij",
    account: "je eigen account",
    photo: "Foto toevoegen",
    send: "Plaatsen",
    try: "Vijf berichten om te proberen",
    sent: "Hier geplaatst (en nergens anders)",
    placeholder: "Wat wil je delen?",
    alt: "Beschrijf de foto",
    other: "English",
    examples: [
      "Lange dag op de afdeling. De mevrouw op kamer 12, 82 jaar, mag na drie weken eindelijk naar huis. Trots op dit team!",
      "Namens het UMC Utrecht: wij nemen hier afstand van.",
      "College gemist vanochtend? Hier zijn de slides en mijn opname ervan.",
      "Onze werkgroepbegeleider is echt een idioot, dat ze die op studenten loslaten.",
      "Trots dat ik vandaag mag beginnen aan mijn stage bij @umcutrecht 🎉",
    ],
  },
};

const post = /** @type {HTMLTextAreaElement} */ (document.getElementById("post"));
const pictures = /** @type {HTMLElement} */ (document.getElementById("pictures"));
let language = navigator.language.startsWith("nl") ? "nl" : "en";

function fill(text) {
  post.focus();
  post.value = text;
  post.dispatchEvent(new Event("input", { bubbles: true }));
}

function show() {
  const words = WORDS[language];
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-words]")) element.textContent = words[element.dataset.words];
  document.getElementById("language").textContent = words.other;
  post.placeholder = words.placeholder;
  post.setAttribute("aria-label", words.send);
  const items = words.examples.map((text) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => fill(text));
    item.append(button);
    return item;
  });
  document.getElementById("examples").replaceChildren(...items);
}

document.getElementById("language").addEventListener("click", () => {
  language = language === "en" ? "nl" : "en";
  show();
});

document.getElementById("photo").addEventListener("change", (event) => {
  for (const file of event.target.files) {
    const figure = document.createElement("figure");
    const image = document.createElement("img");
    image.src = URL.createObjectURL(file);
    image.alt = "";
    const alt = document.createElement("input");
    alt.setAttribute("aria-label", WORDS[language].alt);
    alt.placeholder = WORDS[language].alt;
    alt.addEventListener("input", () => {
      image.alt = alt.value;
    });
    figure.append(image, alt);
    pictures.append(figure);
  }
  event.target.value = "";
});

document.getElementById("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!post.value.trim()) return;
  const item = document.createElement("li");
  item.textContent = post.value;
  document.getElementById("sent").prepend(item);
  document.getElementById("sent-section").hidden = false;
  pictures.replaceChildren();
  fill("");
});

show();
