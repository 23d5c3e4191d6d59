/** Registers every listener, at once, as a worker must; does no work itself. browser-only: tests/journey starts it. */

import { NAMES } from "../shared/settings.js";
import { forgetTab } from "./memory.js";
import { onNotificationPressed } from "./notify.js";
import { ALARM, setAlarm } from "./reminders.js";
import { lookAtReminders } from "./requests.js";
import { route } from "./router.js";
import { registerSites, startEverywhere, switchOn, tellTabs } from "./sites.js";

/** Settings that no page acts on. */
const OURS = new Set(["reminders", "read"]);

// Chromium alone: content scripts see no settings. Firefox has no such switch, and nothing secret is kept there.
browser.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });

browser.runtime.onMessage.addListener((message, sender, answer) => {
  route(message, sender).then(answer, () => answer({ ok: false, reason: "problem" }));
  return true; // the answer comes later
});

browser.runtime.onInstalled.addListener(async () => {
  await setAlarm();
  await startEverywhere();
});

browser.runtime.onStartup.addListener(async () => {
  await setAlarm();
  await registerSites();
  await lookAtReminders();
});

// A host permission is asked for by a click in the popup, which may be closed by the browser's question.
browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
  onNotificationPressed(); // the permission for it may have come just now
  for (const pattern of origins) {
    await switchOn(pattern.replace(/\/\*$/, ""));
  }
});

browser.permissions.onRemoved.addListener(registerSites);

onNotificationPressed();

browser.alarms.onAlarm.addListener(async ({ name }) => {
  if (name === ALARM) {
    await lookAtReminders();
  }
});

browser.tabs.onRemoved.addListener(forgetTab);

browser.storage.onChanged.addListener(async (changes, area) => {
  const changed = area === "local" ? NAMES.filter((name) => name in changes) : [];
  if (area === "managed" || changed.some((name) => !OURS.has(name))) {
    await tellTabs();
  }
  if (changed.length > 0) {
    await lookAtReminders();
  }
});
