/**
 * The page as one tree, across slots, shadow roots and frames of the same origin. What stands in another frame is made
 * by that frame's own classes, so nothing here asks `instanceof`. browser-only: held by the journeys in every editor.
 */

const ELEMENT = 1;
const DOCUMENT = 9;

/** @param {unknown} node @returns {node is HTMLElement} of whichever frame */
export function isElement(node) {
  return /** @type {Partial<Node> | null} */ (node)?.nodeType === ELEMENT;
}

/**
 * The node's parent as a person sees it: from a slotted child to its slot, from a shadow root to its host, from a
 * document to the frame that shows it.
 * @param {Node} node
 * @returns {Node | null}
 */
export function above(node) {
  if (isElement(node) && node.assignedSlot) {
    return node.assignedSlot;
  }
  if (node.nodeType === DOCUMENT) {
    return /** @type {Document} */ (node).defaultView?.frameElement ?? null; // null, too, in a page of another origin
  }
  return node.parentNode ?? /** @type {{host?: Element}} */ (node).host ?? null;
}

/**
 * The nearest element from this one up that matches, through shadow roots and frames.
 * @param {Node} node
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function nearest(node, selector) {
  /** @type {Node | null} */
  let at = node;
  while (at) {
    if (isElement(at) && at.matches(selector)) {
      return at;
    }
    at = above(at);
  }
  return null;
}

/**
 * Whether `inner` stands in `outer`, or in a shadow root or a frame within it.
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
 * The first match in the element's own root and, where there is none, in the document, then in those around it.
 * @param {Element} element
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function around(element, selector) {
  /** @type {Element | null | undefined} */
  let at = element;
  while (at) {
    const root = /** @type {ParentNode} */ (/** @type {unknown} */ (at.getRootNode()));
    const found = root.querySelector?.(selector) ?? at.ownerDocument.querySelector(selector);
    if (found) {
      return /** @type {HTMLElement} */ (found);
    }
    at = at.ownerDocument.defaultView?.frameElement;
  }
  return null;
}
