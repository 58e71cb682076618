// The browser editor of an archive: Decap CMS with the configuration that was made from the fields of content files.
"use strict";

window.CMS_MANUAL_INIT = true;

// A new report is begun where its place and period are asked for, because its path follows from them; "publish and
// create new" and "duplicate" come here too.
function beginNewReports() {
  const elsewhere = location.hash.startsWith("#/collections/reports/new");
  const again = location.hash.startsWith("#/collections/new/new") && !location.hash.includes("place=");
  if (elsewhere || again) location.replace("new.html");
}

// A collection of one report that is not there yet: the name of its file is settled.
function forNewReport(config, path) {
  const reports = config.collections.find(({ name }) => name === "reports");
  const at = path.lastIndexOf("/");
  const folder = `${reports.folder}/${path.slice(0, at)}`;
  const { path: unused, ...rest } = reports;
  return { ...rest, name: "new", label: "新报告", folder, slug: path.slice(at + 1) };
}

// Keys in the order of the form, what the form does not have after them; nothing for what was left empty where nothing
// is what that means.
function tidy(values, fields) {
  const known = fields.map(({ name, ...field }) => [name, tidyValue(values[name], field)]);
  const names = new Set(fields.map(({ name }) => name));
  const others = Object.entries(values).filter(([name]) => !names.has(name));
  return Object.fromEntries([...known, ...others].filter(([, value]) => value !== undefined));
}

function tidyValue(value, field) {
  const empty = value === "" || value === null;
  if (empty && field.keep === "nothing") return undefined;
  if (empty && field.keep === "null") return null;
  if (!field.fields) return value;
  if (Array.isArray(value)) return value.map((item) => (isMapping(item) ? tidy(item, field.fields) : item));
  return isMapping(value) ? tidy(value, field.fields) : value;
}

function isMapping(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function fieldsOf(config, entry) {
  const collection = config.collections.find(({ name }) => name === entry.get("collection"));
  const file = collection.files?.find(({ name }) => name === entry.get("slug"));
  return (file ?? collection).fields;
}

// Who types the address of another file over that of an open one would see the old one's words in the new one's form.
function leaveOpenFile({ oldURL, newURL }) {
  const [left, entered] = [oldURL, newURL].map((address) => new URL(address).hash);
  if ([left, entered].every((hash) => /^#\/collections\/[^/]+\/entries\//.test(hash))) location.reload();
}

addEventListener("hashchange", beginNewReports);
addEventListener("hashchange", leaveOpenFile);
addEventListener("DOMContentLoaded", async () => {
  beginNewReports();
  const config = await (await fetch("config.json")).json();
  const path = new URLSearchParams(location.search).get("report");
  if (path && /^[a-z0-9-]+(\/[A-Za-z0-9-]+)+$/.test(path)) config.collections.unshift(forNewReport(config, path));
  CMS.registerEventListener({
    name: "preSave",
    handler: ({ entry }) => {
      const data = entry.get("data");
      const tidied = tidy(data.toJS(), fieldsOf(config, entry));
      return Object.entries(tidied).reduce((map, [key, value]) => map.set(key, value), data.clear());
    },
  });
  CMS.init({ config });
});
