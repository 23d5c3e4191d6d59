/** A notification of the system when a reminder is due: only where the person has switched it on, and once a reminder. */

import { wordKey } from "../shared/words.js";

/** @typedef {import("./reminders.js").Reminder} Reminder */

const ID = "reminders";
const TOLD = "told";
const PAGE = "popup/popup.html#reminders";

/**
 * Say what is due and was not said yet. What is no longer due is said anew the next time.
 * @param {readonly Reminder[]} due
 * @param {import("../shared/words.js").Say} say
 */
export async function notify(due, say) {
  const topics = due.map(({ topic }) => topic);
  const { [TOLD]: before } = await browser.storage.session.get(TOLD);
  const told = /** @type {string[]} */ (before ?? []);
  await browser.storage.session.set({ [TOLD]: topics });
  const fresh = topics.filter((topic) => !told.includes(topic));
  if (fresh.length > 0 && (await isAllowed())) {
    await browser.notifications.create(ID, {
      type: "basic",
      iconUrl: browser.runtime.getURL("icons/icon-128.png"),
      title: say("popup_title"),
      message: fresh.map((topic) => say(wordKey("reminder", topic))).join("\n"),
    });
  }
}

/** @returns {Promise<boolean>} */
async function isAllowed() {
  return await browser.permissions.contains({ permissions: ["notifications"] });
}

/** A press on it opens the reminders. Without the permission there is nothing to listen to. */
export function onNotificationPressed() {
  browser.notifications?.onClicked.addListener(openReminders);
}

/** @param {string} id */
async function openReminders(id) {
  if (id === ID) {
    await browser.tabs.create({ url: browser.runtime.getURL(PAGE) });
  }
}
