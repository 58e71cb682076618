"""Laws of the lists: numbers and places come back as they were, however the pages are split into parts."""

from itertools import accumulate, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.search.numbers import decode_all, encode, encode_all
from sitegen.search.terms import RANKS, cut_lists, join_parts, make_part
from sitegen.search.texts import BLOCK_END, IndexedPage

TEXTS = st.lists(st.text("甲乙丙1,. 𬭚", min_size=1, max_size=8), min_size=1, max_size=4)


def page(blocks: list[str], path: str = "a/") -> IndexedPage:
    """A page whose first block is its title and whose second is a heading."""
    ends = [0, *accumulate(len(block) + 1 for block in blocks)]
    text = "".join(block + BLOCK_END for block in blocks)
    return IndexedPage(
        path=path,
        date="",
        text=text,
        title_end=ends[min(1, len(blocks))],
        headings_end=ends[min(2, len(blocks))],
        folded=frozenset(),
    )


def read_places(listed: str) -> list[int]:
    return list(accumulate(decode_all(listed)))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 1 << 40)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert numbers == list(decode_all(encode_all(numbers)))


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 1 << 40))
def test_a_number_is_written_in_one_way(number: int) -> None:
    assert encode(number) == encode_all([number])
    assert all("!" <= character <= "~" for character in encode(number))


@settings(max_examples=50, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5), st.integers(1, 5))
def test_a_pair_is_listed_where_it_stands(texts: list[list[str]], cut: int) -> None:
    pages = [page(blocks) for blocks in texts]
    lists = join_parts(map(make_part, (pages[:cut], pages[cut:])))
    whole = "".join(one.text for one in pages)
    pairs = {first + second for first, second in pairwise(whole)}

    expected = {
        pair: [place for place in range(len(whole)) if whole.startswith(pair, place)]
        for pair in pairs
        if BLOCK_END not in pair
    }

    assert expected == {term: read_places(listed) for term, listed in lists.items() if len(term) == 2}


@settings(max_examples=50, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5), st.integers(1, 5))
def test_a_character_is_listed_with_its_pages_hits_and_rank(texts: list[list[str]], cut: int) -> None:
    lists = join_parts(make_part([page(blocks) for blocks in part]) for part in (texts[:cut], texts[cut:]))
    found = {}
    for character in set("".join(map("".join, texts))):
        numbers = list(decode_all(lists[character]))
        found[character] = list(zip(accumulate(numbers[::2]), numbers[1::2], strict=True))

    expected = {
        character: [
            (number, "".join(blocks).count(character) * RANKS + rank)
            for number, blocks in enumerate(texts)
            if (rank := max((2 - min(i, 2) for i, block in enumerate(blocks) if character in block), default=-1)) >= 0
        ]
        for character in found
    }

    assert expected == found


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(st.text("甲乙𬭚\ue000A", min_size=1, max_size=2), st.text("?AB", max_size=9)), st.integers(1, 30)
)
def test_each_term_is_in_the_last_file_that_begins_no_later(terms: dict[str, str], longest: int) -> None:
    def in_browser(term: str) -> bytes:
        return term.encode("utf-16-be")

    files = list(cut_lists(terms, longest))
    firsts = [in_browser(first) for first, _ in files]

    assert firsts == sorted(firsts)
    for term, listed in terms.items():
        number = max(i for i, first in enumerate(firsts) if first <= in_browser(term))
        assert f"\n{term}\t{listed}\n" in files[number][1] + "\n"
