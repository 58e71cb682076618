"""Laws of reading numbers, over sentences put together from parts of the genre and over any text at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.terms import Kind
from sitegen.quantities import derive, find_printed, find_quantities, locate, read_measure, speaks_of_later_year

VERBS = (
    "完成",
    "新建",
    "发放",
    "同比增长",
    "较上年下降",
    "占目标任务的",
    "预计实现",
    "居全县第",
    "分别为",
    "由",
    "降到",
    "减少",
    "其中",
    "增",
    "下达任务",
    "下半年，将",
    "每村",
)
THINGS = (
    "道路",
    "低保金",
    "税收",
    "路灯",
    "合作社",
    "“积分制”",
    "2023年",
    "第二批",
    "三个责任",
    "G318国道",
    "企业",
    "",
)
LIMITS = ("", "约", "近", "超过", "不低于")
UNITS = ("元", "万元", "亩", "户", "人次", "个", "%", "个百分点", "公里", "千瓦时", "台(套)", "元/斤", "")
MARKS = ("，", "。", "、", "；", "和", "", "（", "）", " ", "的目标，", "的要求，")
NUMBERS = st.one_of(
    st.integers(0, 99999).map(str),
    st.decimals(0, 9999, places=2).map(str),
    st.sampled_from(("1,250", "3万4000", "十几", "两", "三百余", "1.2万余", "3-5", "20至30", "百分之九十五", "一半")),
)
PHRASE = st.tuples(
    st.sampled_from(VERBS),
    st.sampled_from(THINGS),
    st.sampled_from(LIMITS),
    NUMBERS,
    st.sampled_from(UNITS),
    st.sampled_from(MARKS),
).map("".join)
SENTENCE = st.lists(PHRASE, min_size=1, max_size=5).map("".join)
ANY = st.text(
    alphabet="0123456789一二两三十百千万亿几第翻过半余多约近超以上下零年月日个人元亩%‰.,-—、，。“”()（） 　km增降比较",
    max_size=40,
)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@given(st.one_of(SENTENCE, ANY))
@settings(max_examples=120, deadline=None)
def test_spans_are_in_order_and_hold_what_is_printed(text: str) -> None:
    quantities = find_quantities(text)
    ends = [0, *(quantity.span.end for quantity in quantities)]

    assert [quantity.span.of(text) for quantity in quantities] == [quantity.printed for quantity in quantities]
    assert all(end <= quantity.span.start for end, quantity in zip(ends, quantities, strict=False))


@given(st.one_of(SENTENCE, ANY, st.text(max_size=40)), st.one_of(st.none(), st.integers(2000, 2040)))
@settings(max_examples=120, deadline=None)
def test_no_text_makes_it_raise(text: str, year: int | None) -> None:
    for quantity in find_quantities(text, said_year=year):
        read_measure(text, quantity)
    speaks_of_later_year(text, year)
    derive(text, text)


@given(SENTENCE)
@settings(max_examples=80, deadline=None)
def test_full_width_digits_read_like_ascii_ones(text: str) -> None:
    narrow = [(q.value, q.unit, q.span, q.bound) for q in find_quantities(text)]
    wide = [(q.value, q.unit, q.span, q.bound) for q in find_quantities(text.translate(WIDE))]

    assert wide == narrow


@given(SENTENCE)
@settings(max_examples=120, deadline=None)
def test_what_is_derived_from_the_words_it_was_read_from_is_the_same(text: str) -> None:
    for quantity in find_quantities(text):
        measure = read_measure(text, quantity)
        quote = measure.words.of(text)
        places = list(find_printed(quantity.printed, quote))
        at = 1 + [measure.words.start + place.start for place in places].index(quantity.span.start)
        derived = derive(quantity.printed, quote, at)

        assert derived is not None
        assert (derived.value, derived.value_to) == (measure.value, measure.value_to)
        assert (derived.unit, derived.bound) == (quantity.unit, quantity.bound)
        assert (derived.kind, derived.basis) == (measure.kind, measure.basis)


@given(SENTENCE)
@settings(max_examples=80, deadline=None)
def test_only_a_change_has_a_sign_that_is_not_printed(text: str) -> None:
    for quantity in find_quantities(text):
        measure = read_measure(text, quantity)

        assert abs(measure.value) == abs(quantity.value)
        assert measure.kind is Kind.CHANGE or measure.value == quantity.value


@given(SENTENCE)
@settings(max_examples=100, deadline=None)
def test_a_quantity_is_found_where_its_quote_says(text: str) -> None:
    for quantity in find_quantities(text):
        if len(list(find_printed(quantity.printed, text))) == 1:
            assert locate(quantity.printed, text, text) == quantity.span
