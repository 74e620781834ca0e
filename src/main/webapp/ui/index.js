import { isFound, readiness } from "./server.js";

const ready = document.querySelector("#ready");
const state = await readiness();
ready.textContent = state.text;
ready.dataset.up = state.isUp;

if (await isFound("../demo/inbox")) {
  document.querySelectorAll(".demo").forEach((element) => {
    element.hidden = false;
  });
}
