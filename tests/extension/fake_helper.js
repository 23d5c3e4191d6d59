/** A helper for tests: the other end of the seal, with WebCrypto, so that what travels can be looked at. */

import { encode, hex } from "../../extension/src/background/seal.js";

export const SECRET = Uint8Array.from({ length: 32 }, (_, at) => at);

async function derive(info, salt, bits) {
  const base = await crypto.subtle.importKey("raw", SECRET, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: encode(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, bits));
}

const aes = (raw, usage) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, [usage]);

/** What `fetch` answers: `answer(path, plain)` gives the JSON; `seen` collects what was opened. */
export function fakeHelper(answer, { port = 28417, seen = [] } = {}) {
  return async (url, { body }) => {
    const path = new URL(url).pathname;
    const kid = await derive("postil/1 key id", new Uint8Array(0), 64);
    const time = new DataView(body.buffer).getBigUint64(9);
    const nonce = body.slice(17, 29);
    const bound = (direction, ...rest) =>
      encode(["postil/1", direction, "POST", path, port, hex(kid), ...rest].join("\n"));
    const request = await aes(await derive("postil/1 request", kid, 256), "decrypt");
    const plain = new Uint8Array(
      await crypto.subtle.decrypt(
        { name: "AES-GCM", iv: nonce, additionalData: bound("request", time) },
        request,
        body.slice(29),
      ),
    );
    seen.push({ path, plain });
    const said = await answer(path, plain);
    const key = await aes(await derive("postil/1 answer", kid, 256), "encrypt");
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: "AES-GCM", iv, additionalData: bound("answer", hex(nonce), time) },
      key,
      encode(JSON.stringify(said)),
    );
    const whole = new Uint8Array(13 + sealed.byteLength);
    whole[0] = 1;
    whole.set(iv, 1);
    whole.set(new Uint8Array(sealed), 13);
    return new Response(whole, { status: 200 });
  };
}
