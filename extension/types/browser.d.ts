/** `browser.*` as both browsers have it: Chromium has carried the name since 148. */
declare const browser: typeof chrome;

/** Chromium's live ranges over a textarea's value; Firefox has none yet. */
interface HTMLTextAreaElement {
  createValueRange?(
    start: number,
    end: number,
  ): AbstractRange & Pick<Range, "getClientRects" | "getBoundingClientRect">;
}

interface Element {
  /** Firefox, content scripts alone: a closed shadow root too. */
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
