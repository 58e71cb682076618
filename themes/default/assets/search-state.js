// What the search page is asked for, as it stands in the address: ?q=…&place=…&year=…&sort=date.

export const FACETS = ["place", "year", "kind", "theme", "indicator", "practice"];
export const LONGEST = 300; // of a query, in UTF-16 units

// { q, date, chosen: {facet: value} }; one value a facet, so that a second takes the place of the first.
export function readState(address = location.search) {
  const query = new URLSearchParams(address);
  const chosen = {};
  for (const facet of FACETS) if (query.get(facet)) chosen[facet] = query.get(facet);
  return { q: (query.get("q") ?? "").trim(), date: query.get("sort") === "date", chosen };
}

// Of a query that is too long only so much stands in the address as shows that it is: hosts refuse long addresses.
export function addressOf({ q, date, chosen }) {
  const pairs = [["q", q.slice(0, LONGEST + 1)], ...FACETS.map((facet) => [facet, chosen[facet]]), ["sort", date ? "date" : ""]];
  const query = new URLSearchParams(pairs.filter(([, value]) => value)).toString().replaceAll("%2F", "/");
  return location.pathname + (query && `?${query}`);
}

// The same with one facet chosen, or with none of it.
export function choose(state, facet, value) {
  const { [facet]: _, ...others } = state.chosen;
  return { ...state, chosen: value ? { ...others, [facet]: value } : others };
}

export const isNarrowed = (state) => Object.keys(state.chosen).length > 0;
