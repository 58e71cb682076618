"""The fields that turn the browser editor on, in site.yaml."""

from dataclasses import replace

from sitegen.problems import Words
from sitegen.store.schema import Field, Group, Shape
from sitegen.store.shapes import FLAG, TEXT, word

_ADDRESS = word(r"https://[^\s/]+(?:/\S*)?", Words("an address that begins with https://", "以 https:// 开头的地址"))
_REPOSITORY = word(r"[\w.-]+(?:/[\w.-]+)+", Words("owner/name", "所有者/名称"))


def _choice(*names: str) -> Shape:
    told = Words(f"one of {', '.join(names)}", f"{'、'.join(names)} 中的一个")
    return replace(word("|".join(names), told, "choice-unknown"), choices=names)


EDITOR = Group(
    Words("editor", "网页编辑器"),
    (
        Field(
            "repository",
            _REPOSITORY,
            "The repository that holds the archive, with its owner.",
            "jiashan/archive",
            needed=True,
            label_zh="仓库",
            doc_zh="档案所在的仓库：所有者/名称。",
        ),
        Field(
            "backend",
            _choice("github", "gitlab", "gitea"),
            "Where the repository is.",
            "github",
            default="github",
            label_zh="代码托管网站",
            doc_zh="仓库在哪里。",
        ),
        Field(
            "branch",
            TEXT,
            "The branch from which the site is built.",
            "main",
            default="main",
            always=False,
            label_zh="分支",
            doc_zh="网站由哪个分支生成。",
        ),
        Field(
            "review",
            FLAG,
            "`true`: what is saved waits for approval as a pull request.",
            "true",
            default=False,
            always=False,
            label_zh="先审后发",
            doc_zh="保存的改动先成为合并请求，有人同意后才生效。",
        ),
        Field(
            "api",
            _ADDRESS,
            "Interface of a host of one's own; needed for gitea.",
            "https://git.example.org/api/v1",
            always=False,
            label_zh="接口地址",
            doc_zh="自建托管网站的接口；gitea 必须写。",
        ),
        Field(
            "sign_in",
            _ADDRESS,
            "Server that signs editors in; Netlify's for GitHub if left out.",
            "https://sign-in.example.org",
            always=False,
            label_zh="登录服务器",
            doc_zh="替编辑登录的服务器；GitHub 不写则用 Netlify 的。",
        ),
        Field(
            "app_id",
            TEXT,
            "Id of the application that was registered at the host; needed for gitlab and gitea.",
            "2f1a…",
            always=False,
            label_zh="应用编号",
            doc_zh="在托管网站登记的应用编号；gitlab 和 gitea 必须写。",
        ),
    ),
)
