/** The page as one tree, across slots and shadow roots. browser-only: held by the journeys in every editor. */

/**
 * The node's parent as a person sees it: from a slotted child to its slot, from a shadow root to its host.
 * @param {Node} node
 * @returns {Node | null}
 */
export function above(node) {
  const slot = node instanceof Element ? node.assignedSlot : null;
  if (slot) {
    return slot;
  }
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}

/**
 * The nearest element from this one up that matches, through shadow roots.
 * @param {Node} node
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function nearest(node, selector) {
  /** @type {Node | null} */
  let at = node;
  while (at) {
    if (at instanceof HTMLElement && at.matches(selector)) {
      return at;
    }
    at = above(at);
  }
  return null;
}

/**
 * Whether `inner` stands in `outer`, or in a shadow root within it.
 * @param {Node} outer
 * @param {Node} inner
 * @returns {boolean}
 */
export function holds(outer, inner) {
  /** @type {Node | null} */
  let at = inner;
  while (at) {
    if (at === outer) {
      return true;
    }
    at = above(at);
  }
  return false;
}

/**
 * The first match in the element's own root and, where there is none, in the document.
 * @param {Element} element
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function around(element, selector) {
  const root = element.getRootNode();
  const inRoot = root instanceof ShadowRoot ? root.querySelector(selector) : null;
  const found = inRoot ?? element.ownerDocument.querySelector(selector);
  return found instanceof HTMLElement ? found : null;
}
