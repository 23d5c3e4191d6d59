/** The popup: is this page checked, as whom am I posting, what does my policy say, whom do I ask. browser-only: tests/journey/test_own_pages.py opens it. */

import { accountKey } from "../shared/account.js";
import { byId, translate } from "../shared/element.js";
import { loadWords, sayIn } from "../shared/words.js";
import { ask, askFront, findTab, STARTING_MS, takeClause } from "./background.js";
import { renderContacts } from "./contacts.js";
import { renderAccount, renderState, renderTitle } from "./head.js";
import { goToClause, renderPolicy } from "./policy.js";
import { renderPost } from "./post.js";
import { renderReminders } from "./reminders.js";
import { stateOf } from "./state.js";
import { wireTabs } from "./tabs.js";

/** @typedef {import("../shared/protocol.js").PolicyAnswer} PolicyAnswer */

const life = new AbortController();
window.addEventListener("pagehide", () => life.abort(), { signal: life.signal });

const showTab = wireTabs(byId("tabs"), life.signal);
const { tab, alone } = await findTab();
document.documentElement.classList.toggle("alone", alone);
byId("options").addEventListener("click", () => leaveTo(() => browser.runtime.openOptionsPage()), {
  signal: life.signal,
});

byId("pause").addEventListener("click", () => then(ask("pause", { tab: tab ?? 0, paused: true })), {
  signal: life.signal,
});

/** @type {PolicyAnswer} */
let policy = { ok: false, reason: "helper-away" };
let rendered = new AbortController();

/** @param {() => unknown} go somewhere else; a popup closes by itself, a tab of its own stays */
async function leaveTo(go) {
  await go();
  if (!alone) {
    window.close();
  }
}

/** @param {Promise<unknown>} change something was changed: read everything anew */
async function then(change) {
  await change;
  await refresh();
}

/** @param {string} clause */
function readClause(clause) {
  showTab("tab-policy");
  const search = /** @type {HTMLInputElement} */ (byId("search"));
  search.value = "";
  search.dispatchEvent(new Event("input"));
  goToClause(clause);
}

/** Ask for a permission: the browser's question may close the popup, so the background acts on the answer. @param {string} origin */
async function allow(origin) {
  const granted = await browser.permissions.request({ origins: [`${origin}/*`] });
  if (granted) {
    await then(ask("switch-on", { origin }));
  }
}

async function refresh() {
  const [overview, first] = await Promise.all([ask("overview", { tab }), askFront(tab)]);
  const { language, page, setup } = overview;
  const front = first ?? (page?.on ? await askFront(tab, STARTING_MS) : null);
  const say = sayIn(await loadWords(language));
  const view = policy.ok ? policy.policy : null;
  const topics = front?.findings.map(({ topic }) => topic) ?? [];
  const origin = page?.origin ?? "";
  const focused = document.activeElement?.id;
  translate(say, language);
  renderTitle(view, say);
  renderState(stateOf(overview, front), page?.host ?? "", say, {
    toggle: (on) => then(ask(on ? "switch-on" : "switch-off", { origin })),
    act: (deed) =>
      ({
        connect: () =>
          leaveTo(() =>
            browser.tabs.create({ url: browser.runtime.getURL("options/options.html#connection") }),
          ),
        allow: () => then(browser.permissions.request({ origins: ["http://127.0.0.1/*"] })),
        "switch-on": () => allow(`${new URL(origin).protocol}//${page?.host}`),
        resume: () => then(ask("pause", { tab: tab ?? 0, paused: false })),
        retry: () => start(),
      })[deed](),
  });
  const { handle = null, site: id = "any" } = front?.report ?? {};
  const site = accountKey(id, page?.host ?? "");
  const kind = handle === null ? "personal" : (setup.settings.accounts[site]?.[handle]?.kind ?? "personal");
  renderAccount(page?.on && handle ? { handle, kind } : null, say, (as) =>
    then(ask("account", { site, handle: handle ?? "", as })),
  );
  renderPost(front, view, say, language, (topic) =>
    leaveTo(() => browser.tabs.sendMessage(tab ?? 0, { kind: "show", topic })),
  );
  rendered.abort();
  rendered = new AbortController();
  renderPolicy(policy, say, language, rendered.signal);
  renderContacts(policy, topics, say);
  renderReminders(overview.reminders, view?.version ?? "", say, language, {
    change: (topic, change) => then(ask("reminder", { topic, ...change })),
    read: readClause,
  });
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  return front;
}

async function start() {
  policy = await ask("policy");
  const front = await refresh();
  const clause = await takeClause();
  if (clause) {
    readClause(clause);
  } else if (location.hash === "#reminders") {
    showTab("tab-reminders"); // a notification led here
  } else if (!byId("tabs").querySelector("[aria-selected=true]")) {
    showTab(clause === null && (front?.findings.length ?? 0) > 0 ? "tab-post" : "tab-policy");
  }
}

await start();
