// Lists that can be cut by status and by text: experiments, claims, the queue.
function cutList(list) {
  const pressed = list.querySelector("[data-status][aria-pressed=true]").dataset.status;
  const text = list.querySelector(".find input").value.trim().toLowerCase();
  let any = false;
  for (const item of list.querySelectorAll(".item")) {
    item.hidden = !((!pressed || item.dataset.status === pressed) && item.dataset.text.includes(text));
    any ||= !item.hidden;
  }
  list.querySelector(".empty").hidden = any;
}

for (const list of document.querySelectorAll(".filtered:has(.find)")) {
  list.querySelector(".tools").addEventListener("click", (event) => {
    const chosen = event.target.closest("button[data-status]");
    if (!chosen) return;
    for (const each of list.querySelectorAll("button[data-status]"))
      each.setAttribute("aria-pressed", String(each === chosen));
    cutList(list);
  });
  list.querySelector(".find input").addEventListener("input", () => cutList(list));
}
