/** What the popup, the options and `scripts/start` may ask: settings, pairing, the state of things. */

import { PORT } from "../shared/protocol.js";
import { changeSettings } from "../shared/settings.js";
import { paintDot } from "./badge.js";
import { withAccount } from "./fill.js";
import { askHelper } from "./helper.js";
import { dropKept, fetchPolicies, fetchPolicy, keepPolicies, keptPolicies, keptPolicy } from "./kept.js";
import { readLine } from "./line.js";
import { isPaused, pause } from "./memory.js";
import { notify } from "./notify.js";
import { forgetPairing, keepPairing, loadPairing } from "./pairing.js";
import { listReminders, settleReminder, startReminders } from "./reminders.js";
import { ask, currentSay, currentSetup, ownName } from "./scene.js";
import { deriveKeys } from "./seal.js";
import { removeSite, shippedPatterns, standOf, switchOff, switchOn, tellTabs } from "./sites.js";

/**
 * @typedef {import("../shared/requests.js").Requests} Requests
 * @typedef {import("../shared/requests.js").HelperState} HelperState
 */

const HELPER = { origins: ["http://127.0.0.1/*"] };

/** @returns {Promise<HelperState>} */
async function helperState() {
  const pairing = await loadPairing();
  if (!pairing) {
    return { state: "not-paired" };
  }
  const paired = { name: pairing.name, since: pairing.since };
  if (!(await browser.permissions.contains(HELPER))) {
    return { state: "no-permission", paired };
  }
  const health = await askHelper(pairing, "/v1/health", {});
  return health.ok
    ? { state: "ok", paired, version: health.version, problems: health.rules?.problems ?? 0 }
    : { state: health.reason, paired };
}

/** @type {Requests} */
export const REQUESTS = {
  "helper-state": helperState,

  async pair({ line }) {
    const read = await readLine(String(line ?? ""), PORT);
    if ("problem" in read) {
      return { ok: false, reason: read.problem };
    }
    const name = ownName();
    const keys = await deriveKeys(read.secret);
    const hello = await askHelper(keys, "/v1/hello", { name });
    if (!hello.ok) {
      return hello;
    }
    await keepPairing({ ...keys, name, since: Date.now() });
    await keepPolicies(hello.policies);
    const { setup, language } = await currentSetup();
    await fetchPolicy(ask, setup.settings.institution, language);
    await tellTabs();
    return { ok: true, name };
  },

  async forget() {
    await forgetPairing();
    await dropKept();
    await tellTabs();
    return { ok: true };
  },

  async overview({ tab }) {
    const { setup, language } = await currentSetup();
    const page = tab === null ? null : await browser.tabs.get(tab).catch(() => null);
    const stand = standOf(setup, shippedPatterns(), page?.url);
    return {
      setup,
      language,
      helper: await helperState(),
      page: stand && tab !== null ? { ...stand, paused: await isPaused(tab) } : null,
      reminders: listReminders(
        setup.settings,
        await keptPolicy(setup.settings.institution, language),
        Date.now(),
      ),
    };
  },

  async settings() {
    const { setup, language } = await currentSetup();
    return { setup, language, shipped: shippedPatterns(), policies: await keptPolicies() };
  },

  async "save-settings"({ settings }) {
    const kept = await changeSettings(({ locked }) => {
      const open = Object.entries({ ...settings }).filter(
        ([name]) => !(/** @type {string[]} */ (locked).includes(name)),
      );
      return Object.fromEntries(open);
    });
    return { ok: Object.keys(kept).length > 0 };
  },

  async policies() {
    return await fetchPolicies(ask, ownName());
  },

  async policy() {
    const { setup, language } = await currentSetup();
    const answer = await fetchPolicy(ask, setup.settings.institution, language);
    await lookAtReminders();
    return answer;
  },

  async account({ site, handle, as }) {
    await changeSettings(({ settings }) => withAccount(settings, site, handle, as && { kind: as }));
    return { ok: true };
  },

  async unmute({ topic }) {
    await changeSettings(({ settings }) => ({ muted: settings.muted.filter((one) => one !== topic) }));
    return { ok: true };
  },

  async "switch-on"({ origin }) {
    return { ok: await switchOn(String(origin)) };
  },

  async "switch-off"({ origin }) {
    await switchOff(String(origin));
    return { ok: true };
  },

  async "remove-site"({ pattern }) {
    await removeSite(String(pattern));
    return { ok: true };
  },

  async pause({ tab, paused }) {
    await pause(tab, paused);
    await tellTabs();
    return { ok: true };
  },

  async reminder({ topic, ...what }) {
    const { setup, language } = await currentSetup();
    const policy = await keptPolicy(setup.settings.institution, language);
    await changeSettings(({ settings }) => settleReminder(settings, policy, topic, what, Date.now()));
    return { ok: true };
  },
};

/** Give every reminder its starting point; where one is due show the dot and, if the person wants that, say it. */
export async function lookAtReminders() {
  const { setup, language } = await currentSetup();
  const policy = await keptPolicy(setup.settings.institution, language);
  await changeSettings(({ settings }) => startReminders(settings, policy, Date.now()) ?? {});
  const { settings } = (await currentSetup()).setup;
  const due = listReminders(settings, policy, Date.now()).filter((one) => one.due);
  await paintDot(due.length > 0);
  await notify(settings.notify ? due : [], await currentSay());
}
