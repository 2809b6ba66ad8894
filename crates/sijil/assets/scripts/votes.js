// A vote without leaving the page: the two requests that the forms would send one after the other.
for (const form of document.querySelectorAll("form.votes__form")) {
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (!button || form.dataset.plain) return;
    event.preventDefault();
    const isOwn = button.getAttribute("aria-pressed") === "true";
    const vote = isOwn ? "none" : (button.dataset.vote ?? button.value);
    const fields = new URLSearchParams({ vote });
    try {
      let news = await send(form, fields);
      if (news.ramz) {
        fields.set("ramz", news.ramz);
        news = await send(form, fields);
      }
      show(form, news);
    } catch {
      // Whatever went wrong, the page that the form leads to knows more.
      form.dataset.plain = "1";
      button.value = vote;
      form.requestSubmit(button);
    }
  });
}

async function send(form, fields) {
  const headers = { accept: "application/json" };
  const answer = await fetch(form.action, { method: "POST", headers, body: fields });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

function show(form, news) {
  for (const choice of news.choices) {
    const button = form.querySelector(`[data-vote="${choice.vote}"]`);
    button.setAttribute("aria-label", choice.name);
    button.setAttribute("aria-pressed", choice.own);
    button.querySelector(".votes__count").textContent = choice.count;
  }
  form.querySelector(".votes__back")?.remove();
  const said = document.querySelector(".votes__own") ?? form.querySelector(".votes__said");
  said.textContent = news.said;
}
