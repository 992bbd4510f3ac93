// What is more comfortable with scripts. Every page of the desk works without them.

const json = { Accept: "application/json" };
const parsed = async (answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status)));

// What the page says first is where reading begins.
document.querySelector("[data-told]")?.focus({ preventScroll: false });

// A form is sent once, and says that it is at work.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    form.ariaBusy = "true";
    if (form.dataset.busy) say(event.submitter ?? form, form.dataset.busy);
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

function say(beside, words) {
  const told = document.createElement("span");
  told.role = "status";
  told.className = "soft";
  beside.after(told);
  told.textContent = words;
  return told;
}

// Answers are edited in place: what was marked stays marked until the text changes, then it is checked anew.
const reply = document.getElementById("reply");
let unsaved = false;

function changed() {
  unsaved = true;
  for (const note of document.querySelectorAll("[data-unsaved]")) note.hidden = false;
}

async function check(sheet, area, under) {
  const text = area.value;
  const asked = new FormData();
  asked.set("csrf", reply.elements.csrf.value);
  asked.set("question", sheet.dataset.check);
  asked.set("text", text);
  try {
    const found = await parsed(await fetch(reply.dataset.checkAt, { method: "POST", body: asked, headers: json }));
    if (area.value !== text) return;
    // Both are drawn by the server, from text that it has escaped.
    under.innerHTML = found.lit;
    document.getElementById(`marks-${sheet.dataset.check}`).innerHTML = found.marks;
  } catch {
    // It is checked again when it is saved.
  }
}

for (const sheet of document.querySelectorAll(".sheet")) {
  const area = sheet.querySelector("textarea");
  const under = sheet.querySelector(".under");
  let soon = 0;
  area.addEventListener("input", () => {
    under.textContent = area.value;
    if (!sheet.dataset.check) return;
    clearTimeout(soon);
    soon = setTimeout(() => check(sheet, area, under), 500);
  });
}
if (reply) {
  for (const field of reply.elements) field.addEventListener("input", changed);
  reply.addEventListener("submit", () => (unsaved = false));
  addEventListener("beforeunload", (event) => unsaved && event.preventDefault());
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    reply.requestSubmit(document.querySelector('.decide button[value="save"]'));
  });
}

// Who else is here, and whether somebody was faster.
const watched = document.querySelector("[data-watch]");
if (watched) {
  const words = watched.querySelector("[data-others]");
  const look = async () => {
    if (document.hidden) return;
    try {
      const now = await parsed(await fetch(watched.dataset.watch, { headers: json }));
      const others = now.others.join(", ");
      if (String(now.version) !== watched.dataset.version) {
        tell(`${now.by} has just changed this enquiry. Nothing of yours is lost: when you save, you will see both texts.`);
      } else if (others) {
        tell(`${others} ${now.others.length === 1 ? "has" : "have"} this enquiry open too.`);
      } else {
        watched.hidden = true;
      }
    } catch {
      // The next look may succeed.
    }
  };
  const tell = (text) => {
    watched.hidden = false;
    if (words.textContent !== text) words.textContent = text;
  };
  setInterval(look, 8000);
  document.addEventListener("visibilitychange", look);
}

// Copies: with links as a mail program takes them, or as plain text.
async function copy(button) {
  const element = document.getElementById(button.dataset.copy);
  const linked = element.matches(".letter");
  // Not innerText: that of what is folded away is empty.
  const plain = linked ? document.getElementById("as-text") : element;
  const kinds = { "text/plain": new Blob([plain.textContent], { type: "text/plain" }) };
  if (linked) kinds["text/html"] = new Blob([element.innerHTML], { type: "text/html" });
  await navigator.clipboard.write([new ClipboardItem(kinds)]);
}
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard?.write) break;
  button.hidden = false;
  let told;
  button.addEventListener("click", async () => {
    told?.remove();
    try {
      await copy(button);
      told = say(button, "Copied");
    } catch {
      told = say(button, "Could not copy: select the text instead");
    }
  });
}

// A bulk job's progress.
const job = document.querySelector("[data-job]");
if (job && !("over" in job.dataset)) {
  const look = async () => {
    try {
      const now = await parsed(await fetch(job.dataset.job, { headers: json }));
      job.querySelector("progress").value = now.done;
      job.querySelector("[data-state]").textContent = now.state;
      const failed = now.failed ? `, ${now.failed} failed` : "";
      job.querySelector("[data-count]").textContent = `${now.done} of ${now.total} rows${failed}`;
      // Its buttons are others once somebody is at work, and once it is over.
      if (now.over || now.running !== "running" in job.dataset) return location.reload();
    } catch {
      // The next look may succeed.
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
}
