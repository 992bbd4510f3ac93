// The question box: typing, editing the last question, and what keeps a text from being asked.
import * as store from "./store.js";
import { limit, say } from "./words.js";

const byId = (id) => document.getElementById(id);
const box = byId("box");
const FADE = 28; // pixels above the question box in which text fades

export class Composer {
  constructor({ submit, stop }) {
    this.editing = false;
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      submit(box.value);
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        byId("composer").requestSubmit();
      }
      if (event.key === "Escape" && this.editing) this.leaveEditing();
    });
    box.addEventListener("input", () => {
      this.problem("");
      this.fit();
      if (!this.editing) store.setDraft(box.value);
    });
    byId("stop").addEventListener("click", stop);
    new ResizeObserver(() => this.keepClear()).observe(byId("composer"));
    byId("stop-editing").addEventListener("click", () => this.leaveEditing());
  }

  /** What keeps this text from being asked now; empty if nothing does. */
  troubleWith(question, waiting) {
    if (waiting) return say("oneAtATime");
    if (!question) return say("empty");
    // Characters as the server counts them: an emoji is one.
    const length = [...question].length;
    if (length > limit) {
      const shown = [length, limit].map((number) => number.toLocaleString("en-GB"));
      return say("tooLong", { length: shown[0], limit: shown[1] });
    }
    return /[\p{L}\p{N}]/u.test(question) ? "" : say("noWords");
  }

  problem(words) {
    byId("problem").textContent = words;
    box.toggleAttribute("aria-invalid", Boolean(words));
  }

  full(isFull) {
    if (isFull) this.problem(say("full"));
  }

  busy(isBusy) {
    byId("send").hidden = isBusy;
    byId("stop").hidden = !isBusy;
  }

  /** Take the last question up again; null ends it. */
  edit(question) {
    this.editing = question !== null;
    byId("editing").hidden = !this.editing;
    if (this.editing) this.begin(question);
  }

  leaveEditing() {
    this.edit(null);
    this.restore(store.draft());
    this.focus();
  }

  begin(text) {
    this.restore(text);
    this.focus();
    box.setSelectionRange(text.length, text.length);
  }

  restore(text) {
    box.value = text;
    this.fit();
  }

  clear() {
    this.restore("");
    store.setDraft("");
  }

  focus() {
    box.focus();
  }

  /** What gets the focus comes to stand above the question box, never behind it. */
  keepClear() {
    const form = byId("composer");
    const inFront = getComputedStyle(form).position === "sticky";
    document.documentElement.style.scrollPaddingBottom = inFront ? `${form.offsetHeight + FADE}px` : "";
  }

  /** As high as its text, up to a third of the window. */
  fit() {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight + 4, innerHeight / 3)}px`;
  }
}
