// A period as a reader says it, by the patterns of the language: 2023-Q3 as 2023年第三季度. The copy of
// sitegen/archive/periods.py for the one spelling of periods that the program writes.

import { has, say } from "./search-parts.js";

const POINT = /^(\d{4})(?:-(?:(H|Q)(\d)|(\d\d)(?:-(\d\d))?))?$/;
const name = (month) => (has(`month.${month}`) ? say(`month.${month}`) : String(month));

export function namePeriod(spelled) {
  const [first, last = first] = spelled.split("/").map((end) => end.match(POINT));
  if (!first || !last) return say("period.unknown");
  const [, year, part, number, month, day] = first;
  const [, yearTo, , , monthTo, dayTo] = last;
  const values = { year, year_to: yearTo, day: Number(day), day_to: Number(dayTo) };
  if (month) Object.assign(values, { month: name(Number(month)), month_to: name(Number(monthTo)) });
  return say(`period.${formOf(first === last, part && `${part}${number}`, day, month, year, monthTo, yearTo)}`, values);
}

function formOf(single, part, day, month, year, monthTo, yearTo) {
  if (day) return single ? "day" : "days";
  if (part) return `${part[0] === "H" ? "half" : "quarter"}-${part[1]}`;
  if (single) return month ? "month" : "year";
  if (year === yearTo) return "months";
  return month === "01" && monthTo === "12" ? "years" : "months-of-years";
}
