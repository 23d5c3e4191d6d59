/** The options: everything is saved as it is set. browser-only: tests/journey/test_own_pages.py opens it. */

import { byId, translate } from "../shared/element.js";
import { loadWords, sayIn } from "../shared/words.js";
import { renderAccounts } from "./accounts.js";
import { ask, tell } from "./background.js";
import { renderConnection } from "./connection.js";
import { renderHours } from "./hours.js";
import { renderMuted, renderNotify, renderReminders } from "./lists.js";
import { renderSites } from "./sites.js";
import { renderYou } from "./you.js";

const life = new AbortController();
window.addEventListener("pagehide", () => life.abort(), { signal: life.signal });

/** @returns {Promise<Map<string, string>>} topic -> title */
async function topicTitles() {
  const answer = await ask("policy");
  return new Map(answer.ok ? Object.entries(answer.policy.titles ?? {}) : []);
}

/** The browser asks the person; a no changes nothing. @param {boolean} on */
async function setNotify(on) {
  const may = !on || (await browser.permissions.request({ permissions: ["notifications"] }));
  return may ? await ask("save-settings", { settings: { notify: on } }) : { ok: false };
}

/** Read and show everything anew; what had the focus has it again. */
async function refresh() {
  const [overview, answer, titles] = await Promise.all([
    ask("overview", { tab: null }),
    ask("settings"),
    topicTitles(),
  ]);
  const { language, setup } = answer;
  const say = sayIn(await loadWords(language));
  const focused = document.activeElement?.id;
  /** @param {Promise<{ok: boolean}>} doing */
  const change = async (doing) => {
    const { ok } = await doing;
    await refresh();
    tell(say(ok ? "options_saved" : "options_failed"));
  };
  /** @param {Partial<import("../shared/settings.js").Settings>} settings */
  const save = (settings) => change(ask("save-settings", { settings }));
  translate(say, language);
  renderConnection(overview.helper, { say, language, again });
  renderYou(answer, say, save);
  renderSites(answer, say, change);
  renderAccounts(setup.settings, say, change);
  renderHours(setup.settings.hours, say, language, (hours) =>
    ask("save-settings", { settings: { hours } }).then(({ ok }) =>
      tell(say(ok ? "options_saved" : "options_failed")),
    ),
  );
  renderMuted(setup.settings.muted, titles, say, change);
  renderReminders(overview.reminders, say, change);
  renderNotify(setup.settings.notify, say, (on) => change(setNotify(on)));
  byId("version").textContent = say("about_version", browser.runtime.getManifest().version);
  if (focused) {
    document.getElementById(focused)?.focus();
  }
}

/** The helper was paired or forgotten: its list of policies is another. */
async function again() {
  await ask("policies");
  await refresh();
}

await again();
document.getElementById(location.hash.slice(1))?.scrollIntoView();
