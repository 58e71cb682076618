"""The fields of every sort of content file, each with its meaning and an example; source of the reference page."""

from sitegen.model.terms import Bound, Kind, Status
from sitegen.store.schema import Field, Group, Many
from sitegen.store.shapes import (
    ANY_TEXT,
    COUNT,
    DAY,
    FAMILY,
    FLAG,
    NUMBER,
    PERIOD,
    SHA256,
    SLUG,
    STAT_ID,
    TEXT,
    one_of,
    word,
)

_SLUG = word(SLUG, "small letters, digits and hyphens", "id-wrong")
_TEXTS = Many(TEXT)
_SLUGS = Many(_SLUG)

STAT = Group(
    "stat",
    (
        Field(
            "id",
            word(STAT_ID, "a letter and five letters or digits", "id-wrong"),
            "The stat's permanent address, `/reports/…/#k3f9a2`. Never changed; leave it out in a new stat.",
            "k3f9a2",
        ),
        Field("indicator", TEXT, "What is measured, in the report's words.", "新建停车位", needed=True),
        Field(
            "value",
            NUMBER,
            "The number with its scale worked in: 640万元 is 6400000. A fall is negative. Worked out if left out.",
            "6400000",
        ),
        Field("value_to", NUMBER, "The upper end of a range: 90-100万元.", "1000000", always=False),
        Field(
            "unit",
            ANY_TEXT,
            "Unit without scale, as printed; empty where none is printed. Worked out if left out.",
            "元",
        ),
        Field("printed", TEXT, "The number as it stands in the body, with its modifiers.", "640万元", needed=True),
        Field(
            "at",
            COUNT,
            "Which occurrence of `printed` in `quote` is meant, from 1; only where there are several.",
            "2",
            always=False,
        ),
        Field(
            "bound",
            one_of(Bound, leaving_out=Bound.EXACT),
            "How the number limits the real one: 约 `about`, 近 `nearly`, 余 `over`, 以上 `at_least`, 以内 `at_most`.",
            "over",
            default=Bound.EXACT,
            always=False,
        ),
        Field(
            "kind",
            one_of(Kind, leaving_out=Kind.LEVEL),
            "`change` against another period, `completion` of a target, `rank` among others; left out for a quantity.",
            "change",
            default=Kind.LEVEL,
            always=False,
        ),
        Field(
            "basis",
            TEXT,
            "Of a change, against what; of a completion, the target; of a rank, among whom.",
            "同比",
            always=False,
        ),
        Field(
            "status",
            one_of(Status, leaving_out=Status.REPORTED),
            "`forecast` or `target` where the text says so.",
            "forecast",
            default=Status.REPORTED,
            always=False,
        ),
        Field("period", PERIOD, "Only where it is not the report's own.", '"2022"', always=False),
        Field(
            "place",
            TEXT,
            "Full administrative name, only where it is not the report's own.",
            "浙江省嘉兴市嘉善县西塘镇荷池村",
            always=False,
        ),
        Field("theme", TEXT, "Id of its theme; the section's first one if left out.", "economy"),
        Field("series", _SLUG, "Id of the indicator under which it is compared.", "tax-revenue", always=False),
        Field(
            "quote",
            TEXT,
            "The shortest run of words of one paragraph that stands there once and holds `printed`.",
            "完成税收640万元",
            needed=True,
        ),
    ),
)

SECTION = Group(
    "section",
    (
        Field("heading", TEXT, "The heading as it stands in the body; `null` for the lead.", "抓党建", nullable=True),
        Field("themes", _TEXTS, "Ids of the section's themes.", "[party-building]", default=()),
    ),
)

_PRACTICE = Group(
    "practice",
    (
        Field("name", TEXT, "As printed, without quotation marks.", "积分制", needed=True),
        Field("theme", TEXT, "Id of its theme.", "governance", always=False),
        Field("quote", TEXT, "Words of the body that hold the name.", "全面推行“积分制”", always=False),
    ),
    bare="name",
)

_CREDIT = Group(
    "credit",
    (
        Field("role", ANY_TEXT, "What the person did; may be empty.", "记者", default=""),
        Field("name", TEXT, "The name as printed.", "某某", needed=True),
    ),
    bare="name",
)

_SOURCE = Group(
    "source",
    (
        Field("file", TEXT, "Base name of the bulletin's file.", "xitang-2023.txt", needed=True),
        Field("sha256", word(SHA256, "64 hexadecimal digits"), "Hash of that file.", "9c1a…", needed=True),
        Field("part", COUNT, "Which report of the bulletin, from 1.", "1", default=1),
    ),
)

REPORT = Group(
    "report",
    (
        Field(
            "title",
            TEXT,
            "As printed, a subtitle after a dash; `null` where none is printed.",
            "以“绣花”功夫织就和美画卷——某某镇2023年亮点工作回眸",
            nullable=True,
        ),
        Field(
            "place",
            TEXT,
            "Full administrative name of today's unit, from the province down; `null` while it is not settled.",
            "浙江省嘉兴市嘉善县西塘镇",
            nullable=True,
        ),
        Field("issuer", TEXT, "Who reports, as printed; a department's place is its county.", "西塘镇", nullable=True),
        Field("period", PERIOD, "The time that the report is for; `null` while not settled.", '"2023"', nullable=True),
        Field("published", DAY, "When it was published, if known.", '"2024-01-18"', nullable=True),
        Field("added", DAY, "When it came into the archive; written once.", '"2026-11-22"', nullable=True),
        Field("draft", FLAG, "`true` keeps the report from being published.", "true", default=False, always=False),
        Field("publish_on", DAY, "The day from which it is published.", '"2024-02-01"', always=False),
        Field("withdrawn", TEXT, "Why it is no longer published.", "应发布单位要求撤下", always=False),
        Field(
            "moved_from",
            _TEXTS,
            "Former paths of the report below `reports/`.",
            "[zhejiang/jiashan/xitang-zhen/undated]",
            default=(),
            always=False,
        ),
        Field(
            "source",
            _SOURCE,
            "Where ingest read it; left out in a report written by hand.",
            "{file: xitang-2023.txt, sha256: …, part: 1}",
            always=False,
        ),
        Field("credits", Many(_CREDIT), "Who made it; a bare name will do.", "[{role: 记者, name: 某某}]", default=()),
        Field("captions", _TEXTS, "Captions of pictures, which are no text of the body.", "[水乡夜景。]", default=()),
        Field(
            "themes",
            _TEXTS,
            "Ids of all themes of the sections, in order and once each; worked out if left out.",
            "[party-building, economy]",
        ),
        Field(
            "sections",
            Many(SECTION, lines=True),
            "One entry for each heading of the body, in order; the lead first, with `heading: null`.",
            "",
            default=(),
        ),
        Field(
            "practices",
            Many(_PRACTICE, lines=True),
            "Working methods that the report says it runs; a bare name will do.",
            "",
            default=(),
        ),
        Field("stats", Many(STAT, lines=True), "The numbers of the report, in the body's order.", "", default=()),
    ),
)

BULLETIN = Group(
    "bulletin",
    (
        Field(
            "title", TEXT, "Headline of the whole bulletin; `null` where its reports have theirs.", "", nullable=True
        ),
        Field("file", TEXT, "Base name of the file as received.", "jiashan-2023.txt", needed=True),
        Field("sha256", word(SHA256, "64 hexadecimal digits"), "Hash of that file.", "5b07…", needed=True),
        Field("published", DAY, "When it was published, if known.", '"2024-01-18"', nullable=True),
        Field("publication", TEXT, "The newspaper or site that printed it, if known.", "某某日报", nullable=True),
        Field("captions", _TEXTS, "Captions that belong to no single report.", "[]", default=()),
    ),
)

PLACE = Group(
    "place",
    (
        Field("name", TEXT, "Its own name.", "西塘镇", needed=True),
        Field("full_name", TEXT, "From the province down.", "浙江省嘉兴市嘉善县西塘镇", needed=True),
        Field("code", word(r"\d{2,12}", "digits"), "Division code, if it has one.", '"330421103000"', nullable=True),
        Field("prefecture", TEXT, "The prefecture between province and county, if any.", "嘉兴市", nullable=True),
        Field("former_names", _TEXTS, "Names that it had.", "[西塘乡]", default=()),
    ),
)

THEME = Group(
    "theme",
    (
        Field("label", TEXT, "Name in Chinese; needed for a theme that the program does not know.", "乡村振兴"),
        Field("label_en", TEXT, "Name in English.", "Rural revitalisation"),
        Field("covers", TEXT, "What falls under it, one sentence.", "巩固脱贫成果、集体经济等。"),
        Field("covers_en", TEXT, "The same in English.", "", default="", always=False),
    ),
)

PRACTICE = Group(
    "practice page",
    (
        Field("name", TEXT, "As reports print it most often.", "积分制", needed=True),
        Field("aliases", _TEXTS, "Other names of the same method.", "[积分管理]", default=()),
        Field("name_en", TEXT, "Name in English.", "Points system", default="", always=False),
        Field("meaning_en", TEXT, "What it is, in English, a sentence or two.", "", default="", always=False),
        Field(
            "indicators",
            _SLUGS,
            "Ids of the indicators that count what it does.",
            "[river-patrols-town]",
            default=(),
            always=False,
        ),
    ),
)

SERIES = Group(
    "indicator",
    (
        Field("id", _SLUG, "Its permanent address, `/indicators/<id>/`.", "tax-revenue", needed=True),
        Field("name", TEXT, "Name in Chinese.", "税收收入"),
        Field("unit", ANY_TEXT, "The unit in which it is compared, without scale.", "元"),
        Field("theme", TEXT, "Id of its theme.", "economy"),
        Field("aliases", _TEXTS, "Other names in reports.", "[税收, 税收总额]", default=(), always=False),
        Field("definition", TEXT, "What is counted, one sentence.", "", default="", always=False),
        Field("name_en", TEXT, "Name in English.", "Tax revenue", default="", always=False),
        Field("definition_en", TEXT, "What is counted, in English.", "", default="", always=False),
        Field(
            "family",
            FAMILY,
            "Id of the indicators that are near it and are not the same.",
            "sewers",
            default="",
            always=False,
        ),
    ),
)

SITE = Group(
    "site",
    (
        Field("title", TEXT, "Name of the archive.", "乡镇通报档案", needed=True),
        Field("description", ANY_TEXT, "One sentence for search engines and feeds.", "", default=""),
        Field(
            "base_url",
            TEXT,
            "Where the site will stand, with a slash at the end.",
            '"https://example.org/"',
            default="/",
        ),
        Field(
            "language", word(r"zh-Hans|en", "zh-Hans or en"), "Language of the interface.", "zh-Hans", default="zh-Hans"
        ),
        Field(
            "report_errors_to",
            TEXT,
            "Mail address or page for reporting errors; `null` leaves the link out.",
            "",
            nullable=True,
        ),
        Field("title_en", TEXT, "Name of the archive in English.", "Township Bulletins", default="", always=False),
        Field("description_en", TEXT, "The sentence in English.", "", default="", always=False),
    ),
)

PAGE = Group("page", (Field("title", TEXT, "Heading of the page.", "关于本档案", needed=True),))

FACTS = Group(
    "bulletin in seeds/index.yaml",
    (
        Field("file", TEXT, "Base name of the bulletin's file.", "005_xihu_2024.txt", needed=True),
        Field("published", DAY, "The day it was printed.", '"2024-01-18"', nullable=True),
        Field("publication", TEXT, "The newspaper or site that printed it.", "某某日报", nullable=True),
        Field(
            "place",
            TEXT,
            "Whose bulletin it is, full name: a township's, or the county's of several reports.",
            "",
            nullable=True,
        ),
        Field("period", PERIOD, "The time that all its reports speak of.", '"2023"', nullable=True),
    ),
)
