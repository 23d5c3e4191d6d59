// The only script that the browser starts by itself, at document_start. It listens at once, so that no listener of
// the page comes first, and hands on to main.js, which as a module takes some 25 ms to come. A classic script: a
// content script cannot be a module. browser-only: held by the journeys.
(() => {
  /** @typedef {{abort: AbortController, alive: () => boolean}} Running */
  const scope = /** @type {{postil?: Running}} */ (/** @type {unknown} */ (globalThis));
  const alive = () => {
    try {
      return Boolean(browser.runtime?.id);
    } catch {
      return false;
    }
  };
  if (scope.postil?.alive() && !scope.postil.abort.signal.aborted) {
    return; // put into an open tab that had it already
  }
  scope.postil?.abort.abort();
  const abort = new AbortController();
  /** Whether the page had begun without us, as in a tab that was open before. */
  const late = document.readyState !== "loading";
  scope.postil = { abort, alive };

  const TYPES = [
    "pointerdown",
    "click",
    "keydown",
    "keypress",
    "keyup",
    "focusin",
    "focusout",
    "beforeinput",
    "input",
    "compositionstart",
    "compositionend",
    "change",
    "drop",
    "paste",
  ];
  /** @type {((event: Event, path: EventTarget[]) => void) | null} */
  let hand = null;
  /** Events that came before main.js, with their path: it is gone once the event has passed. @type {[Event, EventTarget[]][]} */
  const early = [];
  const EARLY_MOST = 200;
  /** Milliseconds between two looks at whether the extension still runs: the question costs more than the rest. */
  const LOOK_MS = 500;

  let looked = -LOOK_MS;

  /** @param {Event} event */
  const seen = (event) => {
    const isDue = Math.abs(event.timeStamp - looked) >= LOOK_MS;
    looked = isDue ? event.timeStamp : looked;
    if (isDue && !alive()) {
      abort.abort(); // the extension was updated or removed: fall silent
    } else if (hand) {
      hand(event, event.composedPath());
    } else if (early.length < EARLY_MOST) {
      early.push([event, event.composedPath()]);
    }
  };
  const listen = () => {
    for (const type of TYPES) {
      window.addEventListener(type, seen, { capture: true, signal: abort.signal });
    }
  };
  listen();
  // `document.open()` takes every listener away, and the editors in frames of many blogs begin with it. Listening
  // twice with the same function is listening once.
  const observer = new MutationObserver(listen);
  observer.observe(document, { childList: true });
  abort.signal.addEventListener("abort", () => observer.disconnect(), { once: true });

  import(browser.runtime.getURL("content/main.js")).then(
    (main) => {
      hand = main.start(abort.signal, late);
      for (const [event, path] of early.splice(0)) {
        hand?.(event, path);
      }
    },
    () => abort.abort(), // no main, no notes: the page goes on as if we were not here
  );
})();
