// The list of guides: shortened to those that hold what is typed.
const find = document.getElementById("find");
const found = document.getElementById("found");
const guides = [...document.querySelectorAll(".guide-list li")];
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

find.closest("search").hidden = false;
find.addEventListener("input", () => {
  const words = plain(find.value).split(/\s+/).filter(Boolean);
  for (const guide of guides) {
    const text = plain(guide.textContent);
    guide.hidden = !words.every((word) => text.includes(word));
  }
  const count = guides.filter((guide) => !guide.hidden).length;
  const said = count ? found.dataset.some : found.dataset.none;
  found.textContent = words.length ? said.replace("{count}", count).replace("{all}", guides.length) : "";
});
