/**
 * The last good copy of what the helper said about policies, so that the policy can be read while the helper is away
 * and a page can be told the institution's name without asking. Public text, no draft.
 */

/**
 * @typedef {import("../shared/protocol.js").PolicyView} PolicyView
 * @typedef {import("../shared/protocol.js").PolicyAnswer} PolicyAnswer
 * @typedef {import("../shared/protocol.js").Words} Words
 * @typedef {{id: string, institution: Words, version: string}} PolicyName
 * @typedef {"en" | "nl"} Language
 * @typedef {(path: "/v1/hello" | "/v1/policy", question: unknown) => Promise<import("./helper.js").Answer | import("./helper.js").Failure>} Ask
 */

/** @param {Language} language @returns {string} */
const place = (language) => `policy-${language}`;

/**
 * The policy in force, from the helper or from the last time.
 * @param {Ask} ask
 * @param {string | null} id null: the helper's own default
 * @param {Language} language
 * @returns {Promise<PolicyAnswer>}
 */
export async function fetchPolicy(ask, id, language) {
  const answer = await ask("/v1/policy", { id, language });
  if (answer.ok) {
    await browser.storage.local.set({ [place(language)]: { id, view: answer.policy } });
    return { ok: true, policy: answer.policy, kept: false };
  }
  const kept = await keptPolicy(id, language);
  return kept ? { ok: true, policy: kept, kept: true } : answer;
}

/** @param {string | null} id @param {Language} language @returns {Promise<PolicyView | null>} without asking anybody */
export async function keptPolicy(id, language) {
  const stored = /** @type {Record<string, {id: string | null, view: PolicyView}>} */ (
    await browser.storage.local.get(place(language))
  );
  const kept = stored[place(language)];
  return kept && (id === null ? kept.id === null : kept.view.id === id) ? kept.view : null;
}

/** @param {Ask} ask @param {string} name what this browser calls itself @returns {Promise<PolicyName[]>} the policies installed */
export async function fetchPolicies(ask, name) {
  const answer = await ask("/v1/hello", { name });
  if (answer.ok) {
    await keepPolicies(answer.policies);
    return answer.policies;
  }
  return await keptPolicies();
}

/** @param {PolicyName[]} policies */
export async function keepPolicies(policies) {
  await browser.storage.local.set({ policies });
}

/** @returns {Promise<PolicyName[]>} */
export async function keptPolicies() {
  const stored = /** @type {{policies?: PolicyName[]}} */ (await browser.storage.local.get("policies"));
  return stored.policies ?? [];
}

/** @param {string | null} id @param {Language} language @returns {Promise<string>} the institution's name; "" where it is not known yet */
export async function institutionName(id, language) {
  const named = (await keptPolicies()).find((one) => one.id === id);
  return named?.institution[language] ?? (await keptPolicy(id, language))?.institution ?? "";
}

/** Nothing of the helper's is left after "Forget". */
export async function dropKept() {
  await browser.storage.local.remove([place("en"), place("nl"), "policies"]);
}
