/* Filters a list in place. Without this script the page is the whole list (requirement R149).
   The state stands in the address, so that a filtered view can be sent. */
"use strict";
(() => {
  const form = document.getElementById("finder");
  const index = window.aboveboardIndex;
  if (!form || !index) return;
  const everything = document.getElementById("everything");
  const found = document.getElementById("found");
  const list = found.querySelector("tbody, ul");
  const count = document.getElementById("count");
  const more = document.getElementById("more");
  const fields = [...form.elements].filter((field) => field.name);
  const facets = fields.map((field) => field.name).filter((name) => name !== "q");
  const SHOWN = 50;

  const plain = (text) => ` ${text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/['’]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  const letters = (facet) => new Map(facet.values.map((value, place) => {
    const code = 48 + place + (place >= 44 ? 1 : 0);
    return [String.fromCharCode(code < 127 ? code : code + 34), value];
  }));
  const valuesOf = (name) => {
    const facet = index.facets[name], known = letters(facet);
    return [...facet.letters].map((letter) => known.get(letter));
  };
  const values = Object.fromEntries([...new Set(["kind", "service", ...facets])]
    .map((name) => [name, valuesOf(name)]));
  const titles = index.titles.split("\n").map(plain);
  const words = index.words.split("\n").map((text, item) => {
    const services = values.service[item].split(" ").map((name) => index.names[name] || "");
    return titles[item] + plain([text, ...services].join(" "));
  });
  const addresses = index.addresses.split("\n").map((address, item) => {
    const [before, after] = index.ends[values.kind[item]];
    return form.dataset.root + before + address + after;
  });

  let rows;
  const rowOf = (address) => {
    rows ||= new Map([...everything.querySelectorAll(everything.dataset.rows)].map((row) =>
      [row.querySelector("a").getAttribute("href"), row]));
    return rows.get(address);
  };
  const isListed = (item) => Boolean(rowOf(addresses[item]));

  /* A word is found at the start of another: "road" finds "roads", and "roads" finds "road". */
  const stem = (word) => (/[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word);
  const fitting = (wanted) => {
    const terms = plain(wanted.get("q") || "").split(" ").filter(Boolean).map((word) => ` ${stem(word)}`);
    const asked = facets.filter((name) => wanted.get(name));
    const fits = [];
    for (let item = 0; item < titles.length; item += 1) {
      if (asked.every((name) => values[name][item].split(" ").includes(wanted.get(name)))
        && terms.every((term) => words[item].includes(term)) && isListed(item)) fits.push(item);
    }
    const inTitle = (item) => terms.filter((term) => titles[item].includes(term)).length;
    return terms.length ? fits.map((item) => [inTitle(item), item])
      .sort((a, b) => b[0] - a[0] || a[1] - b[1]).map(([, item]) => item) : fits;
  };

  let fits = [], telling;
  const show = (from, to) => list.append(...fits.slice(from, to)
    .map((item) => rowOf(addresses[item]).cloneNode(true)));
  /* Said once typing pauses, so that a screen reader is not interrupted at every letter. */
  const tell = (text) => {
    clearTimeout(telling);
    telling = setTimeout(() => { count.textContent = text; }, 250);
  };
  const filter = (wanted) => {
    const asked = [...wanted.values()].some((value) => value.trim());
    everything.hidden = asked;
    found.hidden = !asked;
    list.replaceChildren();
    if (!asked) { more.hidden = true; tell(""); return; }
    fits = fitting(wanted);
    show(0, SHOWN);
    more.hidden = fits.length <= SHOWN;
    more.textContent = `Show all ${fits.length.toLocaleString("en-GB")}`;
    const { noun, nouns } = form.dataset;
    tell(fits.length ? `${fits.length.toLocaleString("en-GB")} ${fits.length === 1 ? noun : nouns}`
      : `No ${noun} fits. Try fewer words or filters.`);
  };
  const wantedBy = (data) => new URLSearchParams(
    fields.map((field) => [field.name, data.get(field.name) || ""]).filter(([, value]) => value));
  const changed = () => {
    const wanted = wantedBy(new FormData(form)), query = wanted.toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
    filter(wanted);
  };
  const read = () => {
    const wanted = new URLSearchParams(location.search);
    fields.forEach((field) => { field.value = wanted.get(field.name) || ""; });
    filter(wantedBy(new FormData(form)));
  };

  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => { event.preventDefault(); changed(); });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    fields.forEach((field) => { field.value = ""; });
    changed();
    document.getElementById("find-q").focus();
  });
  more.addEventListener("click", () => {
    show(SHOWN, fits.length);
    more.hidden = true;
    list.children[SHOWN].querySelector("a").focus();
  });
  window.addEventListener("popstate", read);
  read();
})();
