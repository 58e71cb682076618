"""The fields of what a report is made of beside its stats: sections, practices, credits, source."""

from sitegen.problems import Words
from sitegen.store.fields.shared import HASH, TEXTS
from sitegen.store.schema import Field, Group
from sitegen.store.shapes import ANY_TEXT, COUNT, TEXT

SECTION = Group(
    Words("section", "部分"),
    (
        Field(
            "heading",
            TEXT,
            "The heading as it stands in the body; `null` for the lead.",
            "抓党建",
            nullable=True,
            label_zh="小标题",
            doc_zh="正文里的小标题，一字不改；开头没有标题的部分留空。",
        ),
        Field(
            "themes",
            TEXTS,
            "Ids of the section's themes.",
            "[party-building]",
            default=(),
            label_zh="主题",
            doc_zh="这一节的主题编号。",
            refers_to="theme",
        ),
    ),
)

MENTION = Group(
    Words("practice", "工作方法"),
    (
        Field(
            "name",
            TEXT,
            "As printed, without quotation marks.",
            "积分制",
            needed=True,
            label_zh="名称",
            doc_zh="照原文，不带引号。",
        ),
        Field(
            "theme",
            TEXT,
            "Id of its theme.",
            "governance",
            always=False,
            label_zh="主题",
            doc_zh="主题的编号。",
            refers_to="theme",
        ),
        Field(
            "quote",
            TEXT,
            "Words of the body that hold the name.",
            "全面推行“积分制”",
            always=False,
            label_zh="引文",
            doc_zh="正文里含有这个名称的话，一字不改。",
        ),
    ),
    bare="name",
)

CREDIT = Group(
    Words("credit", "署名"),
    (
        Field(
            "role",
            ANY_TEXT,
            "What the person did; may be empty.",
            "记者",
            default="",
            label_zh="身份",
            doc_zh="记者、通讯员、图片等；可以留空。",
        ),
        Field("name", TEXT, "The name as printed.", "某某", needed=True, label_zh="姓名", doc_zh="照原文。"),
    ),
    bare="name",
)

SOURCE = Group(
    Words("source", "来源"),
    (
        Field(
            "file",
            TEXT,
            "Base name of the bulletin's file.",
            "xitang-2023.txt",
            needed=True,
            label_zh="文件",
            doc_zh="通报原文的文件名。",
        ),
        Field(
            "sha256",
            HASH,
            "Hash of that file.",
            "9c1a…",
            needed=True,
            label_zh="校验值",
            doc_zh="通报原文的校验值。",
            kept=True,
        ),
        Field(
            "part",
            COUNT,
            "Which report of the bulletin, from 1.",
            "1",
            default=1,
            label_zh="第几篇",
            doc_zh="是这份通报里的第几篇，从 1 数起。",
        ),
    ),
)
