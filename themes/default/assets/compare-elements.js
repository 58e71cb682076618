// Elements and messages for the comparing page. Everything enters as text or attribute, never as markup.

const SVG = "http://www.w3.org/2000/svg";

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// Fills {names} of a message.
export const fill = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

export const CHINESE = /([\u2e80-\u303f\u3105-\u312f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]+)/u;

// A text whose Chinese words say that they are Chinese, on a page of another language.
export function mark(text) {
  if (document.documentElement.lang.startsWith("zh")) return [text];
  return text.split(CHINESE).map((part, number) => (number % 2 ? make("span", { lang: "zh-Hans" }, part) : part));
}
