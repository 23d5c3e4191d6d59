/**
 * What is put into a post beside its text. The file itself goes to the background alone, for what can be seen in it;
 * where that fails, what is in it is unknown. browser-only: held by the journeys.
 */

import { ask } from "./ask.js";
import { keepsFiles } from "./pictures.js";

/**
 * @typedef {import("./composers.js").Composer} Composer
 * @typedef {import("./composers.js").Picture} Picture
 */

const KINDS = Object.freeze({ image: "image", video: "video", audio: "audio" });

/** Bytes; the helper takes 24 MiB and no more. */
const LARGEST = 24 * 1024 * 1024 - 4096;

/** Milliseconds for which a file waits for its composer: some sites show one only after the picture was chosen. */
const WAIT_MS = 180_000;

/**
 * @param {object} parts
 * @param {import("./composers.js").Composers} parts.composers
 * @param {(composer: Composer) => void} parts.changed
 */
export function createAttachments({ composers, changed }) {
  /** @type {Picture[]} */
  let waiting = [];

  /** @param {Picture} picture @param {File} file @param {() => void} done */
  async function look(picture, file, done) {
    if (picture.facts.kind !== "image" || file.size > LARGEST) {
      return;
    }
    /** @type {import("../shared/protocol.js").MediaAnswer | null} */
    const answer = await ask({ kind: "media", file });
    if (answer?.ok) {
      picture.facts.faces = answer.faces;
      picture.facts.place = answer.place;
      done();
    }
  }

  /** @param {readonly File[]} files @param {Composer | null} composer @param {HTMLInputElement | null} input */
  function add(files, composer, input = null) {
    for (const file of files) {
      /** @type {Picture} */
      const picture = {
        facts: { kind: kindOf(file.type), name: file.name, alt: null, faces: null, place: null },
        at: Date.now(),
        input: input && new WeakRef(input),
        file,
      };
      (composer?.pictures ?? waiting).push(picture);
      look(picture, file, () => {
        const owner = composer ?? composers.live().find(({ pictures }) => pictures.includes(picture));
        if (owner) {
          changed(owner);
        }
      });
    }
    if (composer && files.length > 0) {
      changed(composer);
    }
  }

  /** What stood in a form's field is chosen no longer. @param {HTMLInputElement} input @param {Composer | null} composer */
  function forget(input, composer) {
    const left = (composer?.pictures ?? waiting).filter((picture) => picture.input?.deref() !== input);
    if (composer && left.length < composer.pictures.length) {
      composer.pictures = left;
      changed(composer);
    } else if (!composer) {
      waiting = left;
    }
  }

  return Object.freeze({
    /** A file was chosen. @param {readonly EventTarget[]} path */
    change(path) {
      const [input] = path;
      if (input instanceof HTMLInputElement && input.type === "file" && input.files) {
        const composer = composers.about(input)[0] ?? composers.front();
        const keeps = keepsFiles(input);
        if (keeps) {
          forget(input, composer);
        }
        add([...input.files], composer, keeps ? input : null);
      }
    },
    /** Files were dropped or pasted. @param {DragEvent | ClipboardEvent} event @param {readonly EventTarget[]} path */
    brought(event, path) {
      const data = "dataTransfer" in event ? event.dataTransfer : event.clipboardData;
      const files = event.type === "paste" && isWords(data) ? [] : [...(data?.files ?? [])];
      const [at] = path;
      if (files.length > 0) {
        add(
          files,
          composers.at(path) ?? (at instanceof Node ? composers.about(at)[0] : null) ?? composers.front(),
        );
      }
    },
    /** A composer was met: what was chosen just before is its own. @param {Composer} composer */
    adopt(composer) {
      const now = Date.now();
      composer.pictures.push(...waiting.filter((picture) => now - picture.at < WAIT_MS));
      waiting = [];
    },
  });
}

/** Office programs put a picture of the words beside the words, and what is pasted is the words. @param {DataTransfer | null} data */
function isWords(data) {
  return Boolean(data?.getData("text/plain") && data.getData("text/html"));
}

/** @param {string} type as the file says @returns {import("../shared/protocol.js").Attachment["kind"]} */
function kindOf(type) {
  const [family = ""] = type.split("/");
  return family in KINDS ? KINDS[/** @type {keyof typeof KINDS} */ (family)] : "document";
}
