// The list of earlier conversations: beside the chat on a wide window, in a dialog on a narrow one.
import { askBack } from "./dialogs.js";
import { titleOf } from "./naming.js";
import * as store from "./store.js";
import { say } from "./words.js";

const byId = (id) => document.getElementById(id);
const shelf = byId("shelf");
const dialog = byId("shelf-dialog");
const wide = matchMedia("(min-width: 68rem)");

export class Shelf {
  /** `on` is told what was chosen: open(id), fresh(), renamed(id), removed(ids). */
  constructor(on) {
    this.on = on;
    byId("open-shelf").addEventListener("click", () => dialog.showModal());
    byId("close-shelf").addEventListener("click", () => dialog.close());
    byId("new").addEventListener("click", () => this.leave(() => on.fresh()));
    byId("clear").addEventListener("click", () => this.clear());
    byId("earlier").addEventListener("click", (event) => this.pressed(event));
    wide.addEventListener("change", () => this.place());
    store.onChange(() => this.draw());
    this.place();
    this.draw();
  }

  place() {
    if (wide.matches) dialog.close();
    (wide.matches ? byId("shelf-place") : dialog).append(shelf);
  }

  draw() {
    const conversations = store.all();
    byId("earlier").replaceChildren(...conversations.map(entry));
    byId("none-earlier").hidden = conversations.length > 0;
    byId("clear").hidden = conversations.length === 0;
  }

  leave(act) {
    dialog.close();
    act();
  }

  pressed(event) {
    const button = event.target.closest("button");
    const id = button?.closest("li").dataset.id;
    if (!id) return;
    if (button.dataset.do === "rename") this.rename(id);
    else if (button.dataset.do === "delete") this.remove(id);
    else this.leave(() => this.on.open(id));
  }

  async rename(id) {
    const conversation = store.load(id);
    const named = await askBack({ title: say("renameTitle"), yes: say("renameYes"), value: titleOf(conversation) });
    if (named) {
      conversation.title = named;
      store.save(conversation);
      this.on.renamed(conversation);
      this.draw();
    }
    this.focus(id, "rename");
  }

  async remove(id) {
    const words = say("deleteWords", { title: titleOf(store.load(id)) });
    if (await askBack({ title: say("deleteTitle"), words, yes: say("deleteYes") })) this.drop([id]);
    else this.focus(id, "delete");
  }

  async clear() {
    const ids = store.all().map((conversation) => conversation.id);
    const words = say("clearWords", { count: ids.length });
    if (await askBack({ title: say("clearTitle"), words, yes: say("clearYes") })) this.drop(ids);
  }

  drop(ids) {
    const kept = ids.map((id) => store.load(id)?.kept).filter(Boolean);
    ids.forEach(store.remove);
    for (const id of kept) fetch(`/kept/${id}`, { method: "DELETE" }).catch(() => {});
    this.on.removed(ids);
    this.draw();
    byId("new").focus();
  }

  focus(id, what) {
    byId("earlier").querySelector(`[data-id="${id}"] [data-do="${what}"]`)?.focus();
  }
}

function entry(conversation) {
  const item = byId("earlier-template").content.firstElementChild.cloneNode(true);
  const title = titleOf(conversation);
  item.dataset.id = conversation.id;
  const [open, rename, remove] = item.querySelectorAll("button");
  open.querySelector("span").textContent = title;
  if (conversation.id === store.currentId()) open.setAttribute("aria-current", "true");
  rename.querySelector("span").textContent = say("rename", { title });
  remove.querySelector("span").textContent = say("delete", { title });
  return item;
}
