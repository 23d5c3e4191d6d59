/**
 * Tells when an element has been pushed elsewhere by what the page put above it, which neither scrolls nor resizes
 * anything. The browser's own observer does the looking: no timer, and no layout is read. browser-only: held by the journeys.
 */

/**
 * @param {HTMLElement} element
 * @param {() => void} moved
 * @param {AbortSignal} signal
 */
export function onMoved(element, moved, signal) {
  const page = element.ownerDocument;
  /** @type {IntersectionObserver | null} */
  let observer = null;

  /**
   * Observe it in a frame just as large as itself: it leaves that as soon as it moves.
   * @param {DOMRectReadOnly} at @param {number} share of it that is not cut off by what holds it
   */
  function watch(at, share) {
    observer?.disconnect();
    if (at.width === 0 || at.height === 0) {
      return;
    }
    const { clientWidth, clientHeight } = page.documentElement;
    const margin = [at.top, clientWidth - at.right, clientHeight - at.bottom, at.left]
      .map((inset) => `${-Math.floor(inset)}px`)
      .join(" ");
    let first = true;
    observer = new IntersectionObserver(
      ([entry]) => {
        const isFirst = first;
        first = false;
        const now = entry?.intersectionRatio ?? share;
        if (!entry || now === share) {
          return;
        }
        if (!isFirst) {
          moved();
          watch(entry.boundingClientRect, 1);
        } else if (now > 0) {
          watch(entry.boundingClientRect, now); // partly cut off: from now on that is its place
        }
      },
      { root: page, rootMargin: margin, threshold: share },
    );
    observer.observe(element);
  }

  signal.addEventListener("abort", () => observer?.disconnect(), { once: true });
  watch(element.getBoundingClientRect(), 1);
}
