// What the modules of the search page share: the template's data and strings, small ways to make elements, files.

export const data = document.getElementById("search-data").dataset;
export const language = document.documentElement.lang;
const isChinese = language.startsWith("zh");
const HAN = /([\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+)/u;
const strings = JSON.parse(data.strings);

// A string of the interface with its values; {count:report|reports} is the first for 1, else the second.
export function say(key, values = {}) {
  return (strings[key] ?? "").replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) => {
    const value = String(values[name] ?? "");
    return many === undefined ? value : value === "1" ? one : many;
  });
}

export const has = (key) => key in strings;

export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

export function link(address, ...children) {
  const element = make("a", "", ...children);
  element.href = address;
  return element;
}

// An element whose words are Chinese, and a text some of whose words are: on other pages they are marked as such.
export function chinese(element) {
  if (!isChinese) element.lang = "zh-Hans";
  return element;
}

export const foreign = (text) =>
  isChinese ? [text] : text.split(HAN).filter(Boolean).map((part) => (HAN.test(part) ? chinese(make("span", "", part)) : part));

const files = new Map(); // name -> promise of a file beside the index

export function loadFile(name) {
  if (!files.has(name)) {
    const file = fetch(data.files + name).then((answer) => {
      if (!answer.ok) throw new Error(`${name} is missing`);
      return answer.json();
    });
    file.catch(() => files.delete(name)); // the next question tries again
    files.set(name, file);
  }
  return files.get(name);
}

// Files of two builds say nothing together.
export function sameBuild(file, reports) {
  if (file.mark !== reports.mark) throw new Error("files of two builds");
  return file;
}
