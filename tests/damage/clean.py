"""Clean reports to be damaged: read from Markdown, or invented from a seed in the genre's voice."""

import random
import re
from dataclasses import dataclass

HALVES = (
    ("强基固本", "夯实组织战斗堡垒"),
    ("提质增效", "做强富民特色产业"),
    ("补齐短板", "完善农村基础设施"),
    ("守护青山", "擦亮生态宜居底色"),
    ("情系百姓", "办好民生关键小事"),
    ("多元共治", "织密平安建设网络"),
    ("文旅融合", "激活乡村旅游潜力"),
    ("严守红线", "扛稳粮食安全责任"),
)
"""Headings by subject; the paragraphs of a subject are under the same number in ``SAID``."""

PLAIN = (
    "持续建强基层党组织",
    "扎实推进产业发展",
    "不断改善基础设施",
    "生态环境稳步向好",
    "民生保障更有温度",
    "基层治理成效明显",
    "文化旅游蓬勃兴起",
    "粮食生产再获丰收",
)

SAID = (
    (
        "组织建设更加牢固。全年召开党委会{n}次，研究党建议题{n}个，排查整顿软弱涣散党组织{n}个，发展党员{n}名，党支部标准化建设达标率{p}%",
        "干部队伍焕发活力。举办干部培训{n}期，选派驻村干部{n}人，调整村干部{n}名，党员示范岗增加到{n}个，党组织的凝聚力明显提升",
        "作风建设常抓不懈。开展警示教育{n}场次，谈心谈话{n}人次，组织党员志愿服务{n}次，干部作风持续好转",
    ),
    (
        "特色产业不断壮大。新发展茶叶{m}亩、柑橘{m}亩，产业基地达到{n}个，农产品加工企业实现产值{m}万元，同比增长{p}%",
        "经营主体加快培育。新增专业合作社{n}家、家庭农场{n}家，龙头企业带动农户{m}户，产业分红{m}万元，村集体经济收入全部超过{n}万元",
        "品牌建设取得突破。通过绿色食品认证{n}个，农产品线上销售额{m}万元，举办产销对接活动{n}场，产业链条越拉越长",
    ),
    (
        "交通条件持续改善。硬化农村公路{d}公里，新修机耕道{d}公里，安装公路护栏{m}米，新建桥梁{n}座，道路养护率{p}%",
        "水利设施更加完备。整治山坪塘{n}口，铺设供水管网{d}公里，解决{m}人饮水问题，灌溉面积新增{m}亩",
        "电力通信全面升级。改造低压线路{d}千米，新装变压器{n}台，新建通信基站{n}座，路灯安装{m}盏",
    ),
    (
        "环境整治纵深推进。清理河道垃圾{m}吨，改建户厕{m}户，新建污水管网{d}公里，生活垃圾无害化处理率{p}%",
        "生态保护落实落细。完成植树造林{m}亩，开展巡河{m}次、巡林{m}次，查处环境违法行为{n}起，森林覆盖率{p}%",
        "人居环境面貌一新。创建美丽庭院{n}个，拆除破旧房屋{n}处，绿化村道{d}公里，群众环保意识显著增强",
    ),
    (
        "社会救助兜底有力。发放低保金{m}万元，惠及困难群众{m}人，临时救助{n}人次，为残疾人发放补贴{m}万元",
        "就业渠道不断拓宽。举办招聘会{n}场，新增就业{m}人，开发公益性岗位{n}个，转移就业务工人员{m}人次",
        "教育医疗提档升级。资助贫困学生{n}名，新建校舍{m}平方米，家庭医生签约率{p}%，养老服务站点{n}个投入使用",
    ),
    (
        "矛盾纠纷有效化解。排查矛盾纠纷{n}件，调解成功率{p}%，办理群众来信来访{n}件，信访积案全部办结",
        "安全防线越筑越牢。检查生产经营单位{m}家次，整改安全隐患{n}处，开展应急演练{n}场，全年未发生重大安全事故",
        "网格管理精细高效。优化网格{n}个，配备网格员{n}名，上报网格事件{m}件，平安建设群众满意率{p}%",
    ),
    (
        "旅游产业蓬勃发展。接待游客{m}万人次，实现旅游收入{m}万元，新建农家乐{n}家，乡村民宿床位{m}张",
        "文化生活丰富多彩。送文化下乡{n}场，组建文艺队伍{n}支，农家书屋藏书{m}册，举办广场舞比赛{n}场",
        "文明新风吹进农家。评选文明家庭{n}户、好媳妇{n}名，修订村规民约{n}份，红白理事会实现全覆盖",
    ),
    (
        "粮食生产稳中有增。播种粮食{m}亩，总产量{m}吨，推广优质稻种{m}亩，大豆玉米带状种植{m}亩",
        "耕地保护严格有力。整治撂荒地{m}亩，建成高标准农田{m}亩，复垦耕地{n}亩，耕地占用问题整改率{p}%",
        "农机服务惠及千家。机收面积{m}亩，发放农机补贴{n}万元，培训农机手{n}人，综合机械化率{p}%",
    ),
)

LEADS = (
    "{year}年，{place}坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻落实党的二十大精神，各项工作取得新进展，经济社会发展呈现出稳中向好的态势。",
    "过去一年，{place}上下一心、鼓足干劲，地区生产总值完成{m}万元，同比增长{p}%，居民人均可支配收入达到{m}元，交出了一份沉甸甸的答卷。",
    "回望{year}年，{place}围绕年初确定的奋斗目标，奋力推动高质量发展，一般公共预算收入{m}万元，固定资产投资同比增长{p}%。",
)
TITLES = ("实干为笔绘新景 奋楫扬帆启新程", "踏石留印谋发展 同心同德谱新篇", "山乡巨变入画来", "春华秋实又一年")
SUBTITLES = ("——{place}{year}年工作综述", "——{place}{year}年发展纪实", "——{place}{year}年亮点工作回眸")
CAPTIONS = (
    "茶园采摘忙。",
    "青山村新貌",
    "村民正在晾晒玉米",
    "建成后的便民桥。",
    "农产品展销现场",
    "改造后的集镇广场",
    "云雾中的梯田。",
)
PLACES = ("青石镇", "白水乡", "双河街道", "高桥镇", "龙泉乡", "石板滩镇")
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴", ("小明", "建国", "晓燕", "伟", "丽华", "文博")


@dataclass(frozen=True)
class CleanReport:
    """A report as a reader would have it."""

    title: str
    subtitle: str
    """Begins with a dash; may be empty."""
    lead: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    captions: tuple[str, ...]
    credits: tuple[tuple[str, str], ...]


def read_clean(text: str) -> CleanReport:
    """Read a report in the form of ``*.clean.md``: title, lead, headings, captions after ``>``; a credit line goes."""
    title, subtitle, lead, captions = "", "", [], []
    sections: list[tuple[str, list[str]]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("# "):
            title, dash, rest = line[2:].partition("——")
            subtitle = dash + rest
        elif line.startswith("## "):
            sections.append((line[3:], []))
        elif line.startswith("> "):
            captions.append(line[2:])
        elif not re.fullmatch("（.*(?:采写|摄影|提供).*）", line):
            (sections[-1][1] if sections else lead).append(line)
    return CleanReport(title, subtitle, tuple(lead), tuple((h, tuple(p)) for h, p in sections), tuple(captions), ())


def invent(seed: int) -> CleanReport:
    """A report of four to seven sections; the same seed gives the same report."""
    dice = random.Random(seed)
    place, year = dice.choice(PLACES), dice.randint(2015, 2025)

    def fill(sentence: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda match: value(match[1]), sentence)

    def value(name: str) -> str:
        if name == "place":
            return place
        if name == "year":
            return str(year)
        if name == "n":
            return str(dice.randint(2, 99))
        if name == "m":
            return dice.choice(
                (
                    str(dice.randint(120, 9800)),
                    f"{dice.randint(1, 9)},{dice.randint(100, 999)}",
                    f"{dice.randint(1, 30)}.{dice.randint(1, 9)}万",
                )
            )
        return f"{dice.randint(2, 98)}.{dice.randint(1, 9)}"

    subjects = dice.sample(range(len(SAID)), dice.randint(4, 7))
    form = dice.choice(("halves", "halves", "plain", "numeral", "framed"))
    sections = []
    for number, subject in enumerate(subjects):
        heading = {
            "halves": " ".join(HALVES[subject]),
            "plain": PLAIN[subject],
            "numeral": "一二三四五六七"[number] + "、" + PLAIN[subject],
            "framed": f"【{PLAIN[subject]}】",
        }[form]
        said = dice.sample(SAID[subject], dice.randint(2, 3))
        extra = "。" + dice.choice(
            (
                "干部群众齐心协力，推动各项任务落地见效。",
                "“日子越过越有盼头。”村民们高兴地说。",
                "工作得到群众广泛好评。",
            )
        )
        sections.append((heading, tuple(fill(text) + (extra if dice.random() < 0.5 else "。") for text in said)))
    credits = []
    if dice.random() < 0.7:
        credits.append(("通讯员", dice.choice(SURNAMES) + dice.choice(GIVEN)))
    if dice.random() < 0.4:
        credits.append(("摄影", dice.choice(SURNAMES) + dice.choice(GIVEN)))
    return (
        CleanReport(
            dice.choice(TITLES) if dice.random() < 0.8 else "",
            "",
            tuple(fill(text) for text in dice.sample(LEADS, dice.randint(1, 2))),
            tuple(sections),
            tuple(dice.sample(CAPTIONS, dice.randint(0, 3))),
            tuple(credits),
        )
        if dice.random() < 0.4
        else CleanReport(
            dice.choice(TITLES),
            fill(dice.choice(SUBTITLES)),
            tuple(fill(text) for text in dice.sample(LEADS, dice.randint(1, 2))),
            tuple(sections),
            tuple(dice.sample(CAPTIONS, dice.randint(0, 3))),
            tuple(credits),
        )
    )
