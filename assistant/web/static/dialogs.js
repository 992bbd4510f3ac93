// Asking back before something is renamed or deleted.
const dialog = document.getElementById("asking");
const part = (name) => document.getElementById(`asking-${name}`);

/** Show a question with a field or without; gives the field's text, or true; null when it was left. */
export function askBack({ title, words = "", yes, value = null }) {
  part("title").textContent = title;
  part("words").textContent = words;
  part("words").hidden = !words;
  part("yes").textContent = yes;
  part("field").hidden = value === null;
  const input = part("input");
  input.value = value ?? "";
  dialog.returnValue = "";
  dialog.showModal();
  if (value !== null) input.select();
  return new Promise((resolve) => {
    dialog.addEventListener(
      "close",
      () => {
        const agreed = dialog.returnValue === "yes";
        resolve(agreed ? (value === null ? true : input.value.trim()) : null);
      },
      { once: true },
    );
  });
}
