from sitegen.model.image import WebImage
from sitegen.render import default_folder, load_jinja_theme
from sitegen.render.body import render_body
from sitegen.render.dressed import BodyDress
from sitegen.render.words import Words
from sitegen.routes import Routes

STRINGS = load_jinja_theme(default_folder()).strings
BODY = "甲[^a]\n\n![“水渠”与<田>](渠.jpg)\n\n| 村 |\n|---|\n\n[^a]: 乙\n"
IMAGE = WebImage("images/渠.jpg", 600, 400, (("k-1/400.webp", 400), ("k-1/600.webp", 600)), "k-1/600.jpg", 600, False)


def render(language: str, image: WebImage = IMAGE) -> str:
    dress = BodyDress(Words(language, STRINGS[language]), Routes("https://a.example/x/"), {"渠.jpg": image})
    return str(render_body(BODY, dress).html)


def test_labels_are_in_the_language_of_the_text() -> None:
    chinese, english = render("zh-Hans"), render("en")

    assert [label in chinese for label in ("注 1", "注释", "回到正文（注 1）", "表格 1")] == [True] * 4
    assert [label in english for label in ("Note 1", "Notes", "Back to the text (note 1)", "Table 1")] == [True] * 4


def test_a_picture_has_its_files_below_the_base_path_and_its_words_escaped() -> None:
    html = render("zh-Hans")

    assert 'srcset="/x/images/k-1/400.webp 400w, /x/images/k-1/600.webp 600w" sizes="600px"' in html
    assert 'src="/x/images/k-1/600.jpg" alt="“水渠”与&lt;田&gt;" width="600" height="400" loading="lazy"' in html


def test_a_wide_picture_takes_the_column_and_no_more() -> None:
    wide = WebImage("a", 1600, 900, (("k-1/1600.webp", 1600),), "k-1/800.jpg", 800, False)

    assert 'sizes="(min-width: 64rem) 43rem, 100vw"' in render("zh-Hans", wide)


def test_a_caption_before_the_first_heading_is_no_lead_and_a_mark_no_part_of_a_heading() -> None:
    dress = BodyDress(Words("zh-Hans", STRINGS["zh-Hans"]), Routes(), {"a.jpg": IMAGE})
    body = render_body('![甲](a.jpg "图注")\n\n## 乙[^a]\n\n丙\n\n[^a]: 丁\n', dress)

    assert [(heading.id, heading.text) for heading in body.headings] == [("section-0", "乙")]
