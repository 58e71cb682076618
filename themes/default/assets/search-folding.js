// What counts as the same text, and how a text is cut into pairs of characters.
// The copy of sitegen/search/folding.py and bigrams.py; both run against tests/spec/search/.

const KEPT = ".%+-±~/℃‰×·°=";
const BLOCK_END = "¶¶", SPACE = "␣␣", TEXT_END = "¶¶¶";
const IGNORED = /[\u00ad\u200b\u200c\u200d\u2060\ufeff]/gu;
const WHITE = /[\s\x1c-\x1f\x85]/u;
const RUN = /[\p{L}\p{N}\u{20000}-\u{3FFFF}]/u;
const CJK = /[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

export const isRun = (character) => RUN.test(character) || KEPT.includes(character);

function foldCharacter(character) {
  const form = [...character.normalize("NFKC")];
  const several = form.length > 1 && /\p{P}/u.test(character);
  return !several && form.every(isRun) ? form.join("") : character;
}

// The text as it is shown, as it is indexed, and for each code point of the latter where it stands in the former.
export function foldAligned(text) {
  const printed = [...text.normalize("NFC").replace(IGNORED, "")];
  const folded = [], at = [];
  let gap = -1;
  printed.forEach((character, place) => {
    if (WHITE.test(character)) {
      if (gap < 0) gap = place;
      return;
    }
    const forms = [...foldCharacter(character)];
    if (gap >= 0 && folded.length && !CJK.test(folded[folded.length - 1]) && !CJK.test(character)) {
      folded.push(" ");
      at.push(gap);
    }
    gap = -1;
    for (const form of forms) {
      folded.push(form);
      at.push(place);
    }
  });
  return { printed, folded, at };
}

export const fold = (text) => foldAligned(text).folded.join("");

// A folded text for comparing, an array with one entry per code point.
export function key(folded) {
  return [...folded].map((character) => {
    const form = [...character.normalize("NFKC").toLowerCase()];
    return form.length === 1 ? form[0] : character;
  });
}

// The longest stretches of run characters; each is one exact search.
export function findRuns(folded) {
  const runs = [];
  let inside = false;
  for (const character of folded) {
    const run = isRun(character);
    if (run && inside) runs[runs.length - 1] += character;
    else if (run) runs.push(character);
    inside = run;
  }
  return runs;
}

export function cutRun(run) {
  const characters = [...run];
  return characters.length === 1 ? characters : characters.slice(1).map((second, i) => characters[i] + second);
}

// The blocks of an indexed text again: [{text, start}], start counted in words as Pagefind counts anchors.
export function rebuild(content) {
  const blocks = [];
  let text = "", start = 0, inRun = false;
  for (const [place, word] of content.split(/\s+/).entries()) {
    if (word === TEXT_END) break;
    if (word === BLOCK_END) {
      blocks.push({ text, start });
      text = "";
      start = place + 1;
      inRun = false;
    } else if (word === SPACE) {
      text += " ";
      inRun = false;
    } else {
      const [first, second] = [...word];
      text += inRun && second ? second : word;
      inRun = isRun(first);
    }
  }
  return blocks;
}
