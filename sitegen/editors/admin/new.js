// Where a new report goes: its path follows from its place and period, and is settled before anything is written.
"use strict";

const point = String.raw`\d{4}(?:-(?:H[12]|Q[1-4]|\d\d(?:-\d\d)?))?`;
const periods = new RegExp(`^${point}(?:/${point})?$`);
const form = document.getElementById("new");
const where = document.getElementById("where");
const period = document.getElementById("period");
const wrong = document.getElementById("wrong");

const known = fetch("reports.json").then((answer) => answer.json());

known.then(({ folders }) => {
  document.getElementById("known").append(...folders.map(({ name }) => new Option("", name)));
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { folders, reports } = await known;
  const folder = folders.find(({ name }) => name === where.value.trim());
  const time = period.value.trim().toUpperCase();
  wrong.textContent = "";
  if (!folder) {
    wrong.textContent = "列表里没有这个地方或部门。";
    where.focus();
  } else if (!periods.test(time)) {
    wrong.textContent = "时间写成 2023、2023-H1、2023-Q3、2023-11、2023-11-06 或 2023-01/2023-09。";
    period.focus();
  } else {
    const first = `${folder.path}/${time.replace("/", "--")}`;
    let path = first;
    for (let number = 2; reports.includes(path); number += 1) path = `${first}--n${number}`;
    const values = new URLSearchParams({ place: folder.place, issuer: folder.issuer, period: time });
    location.assign(`./?${new URLSearchParams({ report: path })}#/collections/new/new?${values}`);
  }
});
