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
