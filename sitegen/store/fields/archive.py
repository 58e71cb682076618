"""The fields of files on the archive itself: its name, its pages, its bulletins."""

from dataclasses import replace

from sitegen.problems import Words
from sitegen.store.fields.editor import EDITOR
from sitegen.store.fields.shared import HASH, TEXTS
from sitegen.store.schema import Field, Group
from sitegen.store.shapes import ANY_TEXT, DAY, PERIOD, TEXT, word

_LANGUAGE = replace(
    word(r"zh-Hans|en", Words("zh-Hans or en", "zh-Hans 或 en")),
    choices=("zh-Hans", "en"),
    labels_zh=("简体中文", "英文"),
)

BULLETIN = Group(
    Words("bulletin", "通报"),
    (
        Field(
            "title",
            TEXT,
            "Headline of the whole bulletin; `null` where its reports have theirs.",
            "",
            nullable=True,
            label_zh="标题",
            doc_zh="整份通报的标题；各篇自有标题的留空。",
        ),
        Field(
            "file",
            TEXT,
            "Base name of the file as received.",
            "jiashan-2023.txt",
            needed=True,
            label_zh="文件",
            doc_zh="收到的文件名，不要改动。",
            kept=True,
        ),
        Field(
            "sha256",
            HASH,
            "Hash of that file.",
            "5b07…",
            needed=True,
            label_zh="校验值",
            doc_zh="那个文件的校验值，不要改动。",
            kept=True,
        ),
        Field(
            "published",
            DAY,
            "When it was published, if known.",
            '"2024-01-18"',
            nullable=True,
            label_zh="发表日期",
            doc_zh="写作 2024-01-18；不知道就留空。",
        ),
        Field(
            "publication",
            TEXT,
            "The newspaper or site that printed it, if known.",
            "某某日报",
            nullable=True,
            label_zh="刊登的报纸或网站",
            doc_zh="不知道就留空。",
        ),
        Field(
            "captions",
            TEXTS,
            "Captions that belong to no single report.",
            "[]",
            default=(),
            label_zh="图片说明",
            doc_zh="不属于某一篇报告的图片说明。",
        ),
    ),
)

PAGE = Group(
    Words("page", "页面"),
    (
        Field(
            "title", TEXT, "Heading of the page.", "关于本档案", needed=True, label_zh="标题", doc_zh="这一页的标题。"
        ),
    ),
)

SITE = Group(
    Words("site", "网站设置"),
    (
        Field(
            "title",
            TEXT,
            "Name of the archive.",
            "乡镇通报档案",
            needed=True,
            label_zh="名称",
            doc_zh="档案的名称。",
        ),
        Field(
            "description",
            ANY_TEXT,
            "One sentence for search engines and feeds.",
            "",
            default="",
            label_zh="简介",
            doc_zh="一句话，给搜索引擎和订阅的人看。",
        ),
        Field(
            "base_url",
            TEXT,
            "Where the site will stand, with a slash at the end.",
            '"https://example.org/"',
            default="/",
            label_zh="网址",
            doc_zh="网站将来的地址，以斜线结尾。",
        ),
        Field(
            "language",
            _LANGUAGE,
            "Language of the interface.",
            "zh-Hans",
            default="zh-Hans",
            label_zh="界面语言",
            doc_zh="网站首选的界面语言。",
        ),
        Field(
            "report_errors_to",
            TEXT,
            "Mail address or page for reporting errors; `null` leaves the link out.",
            "",
            nullable=True,
            label_zh="报错地址",
            doc_zh="读者报告错误用的邮箱或网页；留空就不显示。",
        ),
        Field(
            "title_en",
            TEXT,
            "Name of the archive in English.",
            "Township Bulletins",
            default="",
            always=False,
            label_zh="英文名称",
            doc_zh="档案的英文名称。",
        ),
        Field(
            "description_en",
            TEXT,
            "The sentence in English.",
            "",
            default="",
            always=False,
            label_zh="英文简介",
            doc_zh="简介的英文。",
        ),
        Field(
            "editor",
            EDITOR,
            "Turns on the browser editor below `/admin/`; see how-to/edit-in-the-browser.md.",
            "{repository: owner/name, backend: github}",
            always=False,
            label_zh="网页编辑器",
            doc_zh="写上就启用 /admin/ 的网页编辑器；见 how-to/edit-in-the-browser.md。",
            kept=True,
        ),
    ),
)

FACTS = Group(
    Words("bulletin in seeds/index.yaml", "seeds/index.yaml 里的通报"),
    (
        Field(
            "file",
            TEXT,
            "Base name of the bulletin's file.",
            "005_xihu_2024.txt",
            needed=True,
            label_zh="文件",
            doc_zh="通报原文的文件名。",
        ),
        Field(
            "published",
            DAY,
            "The day it was printed.",
            '"2024-01-18"',
            nullable=True,
            label_zh="发表日期",
            doc_zh="写作 2024-01-18。",
        ),
        Field(
            "publication",
            TEXT,
            "The newspaper or site that printed it.",
            "某某日报",
            nullable=True,
            label_zh="刊登的报纸或网站",
            doc_zh="刊登它的报纸或网站。",
        ),
        Field(
            "place",
            TEXT,
            "Whose bulletin it is, full name: a township's, or the county's of several reports.",
            "",
            nullable=True,
            label_zh="地方",
            doc_zh="通报属于哪里，从省写起的全名；含多篇报告时写县。",
        ),
        Field(
            "period",
            PERIOD,
            "The time that all its reports speak of.",
            '"2023"',
            nullable=True,
            label_zh="时间",
            doc_zh="各篇报告共同的时间，如 2023 或 2023-Q3。",
        ),
    ),
)
