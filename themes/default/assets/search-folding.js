// What counts as the same text. The copy of sitegen/search/folding.py; both run against tests/spec/search/.

const KEPT = ".%+-±~/℃‰×·°=";
const IGNORED = /[\u00ad\u200b\u200c\u200d\u2060\ufeff]/gu;
const WHITE = /[\s\x1c-\x1f\x85]/u;
const RUN = /[\p{L}\p{N}\u{20000}-\u{3FFFF}]/u;
const CJK = /[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

const isRun = (character) => RUN.test(character) || KEPT.includes(character);

function foldCharacter(character) {
  const form = [...character.normalize("NFKC")];
  const several = form.length > 1 && /\p{P}/u.test(character);
  return !several && form.every(isRun) ? form.join("") : character;
}

// What is to be known of a character, found out once: texts have few thousand of them, each many times.
const learned = new Map();
function learn(character) {
  let facts = learned.get(character);
  if (!facts) {
    facts = { white: WHITE.test(character), cjk: CJK.test(character), forms: [...foldCharacter(character)] };
    learned.set(character, facts);
  }
  return facts;
}

const lowered = new Map();
function lower(character) {
  let form = lowered.get(character);
  if (!form) {
    const forms = [...character.normalize("NFKC").toLowerCase()];
    form = forms.length === 1 ? forms[0] : character;
    lowered.set(character, form);
  }
  return form;
}

// The text as it is shown, as it is indexed, and for each code point of the latter where it stands in the former.
export function foldAligned(text) {
  const printed = [...text.normalize("NFC").replace(IGNORED, "")];
  const folded = [], at = [];
  let gap = -1;
  printed.forEach((character, place) => {
    const { white, cjk, forms } = learn(character);
    if (white) {
      if (gap < 0) gap = place;
      return;
    }
    if (gap >= 0 && folded.length && !CJK.test(folded[folded.length - 1]) && !cjk) {
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

// A folded text for comparing, an array with one entry per code point. same: Map from a traditional character to the
// simplified one; only what it knows is folded.
export function key(folded, same) {
  return [...folded].map((character) => {
    const one = lower(character);
    return same.get(one) ?? one;
  });
}

// Pairs of characters, each traditional one followed by its simplified one, into the map.
export function addPairs(same, pairs) {
  const characters = [...pairs];
  for (let i = 1; i < characters.length; i += 2) same.set(characters[i - 1], characters[i]);
  return same;
}
