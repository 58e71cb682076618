from sitegen.engine.matching import match_texts

ROADS = "全年新修农村公路五公里，安装路灯四十盏，群众出行更加方便。"
TREES = "全镇完成退化林修复三百亩，落实林长制，巡林五百余次。"
JOBS = "城镇新增就业八百人，开展技能培训五期，发放创业担保贷款。"


def test_order_does_not_matter() -> None:
    assert match_texts([ROADS, TREES, JOBS], [JOBS, ROADS, TREES]) == (2, 0, 1)


def test_wrapping_does_not_matter() -> None:
    assert match_texts([ROADS], [ROADS[:9] + "\n" + ROADS[9:20] + " \n" + ROADS[20:]]) == (0,)


def test_a_new_report_continues_none() -> None:
    assert match_texts([ROADS], [TREES, ROADS]) == (None, 0)


def test_a_split_report_goes_on_where_most_of_it_went() -> None:
    assert match_texts([ROADS + ROADS[::-1] + TREES], [TREES, ROADS + ROADS[::-1]]) == (None, 0)


def test_no_old_report_goes_on_twice() -> None:
    assert match_texts([ROADS], [ROADS, ROADS]) == (0, None)


def test_an_empty_text_continues_none() -> None:
    assert match_texts(["", ROADS], ["", "路"]) == (None, None)
