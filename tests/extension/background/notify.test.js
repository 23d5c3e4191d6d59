import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { notify, onNotificationPressed } from "../../../extension/src/background/notify.js";
import { fakeBrowser } from "../fake_browser.js";

const DUE = [{ topic: "moderate-comments" }, { topic: "privacy-settings" }];
const say = (key) => `<${key}>`;
let shown;
let pressed;
let asked;

beforeEach(() => {
  ({ asked } = fakeBrowser());
  shown = [];
  pressed = [];
  browser.permissions.contains = async () => true;
  browser.notifications = {
    create: async (_id, what) => void shown.push(what.message),
    onClicked: { addListener: (listener) => void pressed.push(listener) },
  };
});

test("what is due is said once, and again when it comes round again", async () => {
  await notify(DUE.slice(0, 1), say);
  await notify(DUE.slice(0, 1), say);
  assert.deepEqual(shown, ["<reminder_moderate_comments>"]);
  await notify(DUE, say);
  assert.deepEqual(shown.slice(1), ["<reminder_privacy_settings>"]);
  await notify([], say);
  await notify(DUE, say);
  assert.equal(shown.at(-1), "<reminder_moderate_comments>\n<reminder_privacy_settings>");
});

test("without the permission nothing is shown and nothing is listened to", async () => {
  browser.permissions.contains = async () => false;
  await notify(DUE, say);
  assert.deepEqual(shown, []);
  delete browser.notifications;
  onNotificationPressed();
});

test("a press on it opens the reminders, and on another nothing", async () => {
  onNotificationPressed();
  await pressed[0]("another");
  assert.deepEqual(asked.opened, []);
  await pressed[0]("reminders");
  assert.match(asked.opened[0], /popup\.html#reminders$/);
});
