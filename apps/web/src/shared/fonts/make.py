"""Makes the fonts of this folder; how to call it stands in the README. Needs fonttools and brotli.

inter.woff2       Latin, digits and punctuation of the packaged Inter, weights 400 to 600, with the signs of comparison
hanzi-door.woff2  every Chinese sign of the sign-in page
hanzi-desk.woff2  every other Chinese sign of our own texts
fonts.css         the faces, with the signs that each has
"""
import os, re, sys, tempfile
from fontTools import subset, varLib
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, *[".."] * 5))
HAN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
DOOR = ["apps/web/src/shared/i18n/zh/login.ts"]
PEOPLE = "workflows/definitions/demo/demo-people.ts"
# Those of the demo who are shown at once by name, its company, and what stands around them. Who is folded away, and what goes wrong, is told with the
# signs of the desk.
ALSO = "会签云裳服饰李娜张伟刘畅宋岚孙倩周岩陈静郑国华，。：；（）！？《》「」、"
FOLDED = "吴迪高扬唐磊蒋明卢宁何芳梁雪江帆叶欣石磊侯俊康宁欧雪熊威"
# Who works in the demo company, where its stores are, what people wrote there, and what its matrix of authorities is about: such words come from the packaged fonts, sign by sign, as everybody
# else's do.
WRITTEN = ("demo-staff.ts", "demo-leases.ts", "demo-story.ts", "first-rows.ts", "second-rows.ts", "third-rows.ts")
# Signs that are read where others wrote them, and never shown.
READ = ("parse-amount.ts", "formula-guard.ts", "pasted-columns.ts")
OURS = ["apps/web/src", "apps/api/src", "libs/domain/src", "workflows/definitions"]


def signs(places):
    found = set()
    for place in places:
        path = os.path.join(ROOT, place)
        files = [path] if os.path.isfile(path) else [os.path.join(d, f) for d, _, fs in os.walk(path) for f in fs]
        for file in files:
            if re.search(r"\.tsx?$", file) and ".spec." not in file and not file.endswith(WRITTEN + READ):
                found |= set(HAN.findall(open(file, encoding="utf-8").read()))
    return found


def people_at_the_door():
    """The first group of people, whole, and what the others are called."""
    text = open(os.path.join(ROOT, PEOPLE), encoding="utf-8").read()
    return set(HAN.findall(text.split("const RESEARCH")[0] + "".join(re.findall(r"group\(\s*\['([^']+)'", text))))


def ranges(points):
    out, points = [], sorted(points)
    for point in points:
        if out and point == out[-1][1] + 1:
            out[-1][1] = point
        else:
            out.append([point, point])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in out)


def cut(path, points, features):
    options = subset.Options(layout_features=features, hinting=False, notdef_outline=True, glyph_names=False)
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "gasp", "DSIG", "STAT", "MVAR"]
    font = subset.load_font(path, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    font.flavor = None
    return font


def hanzi(name, points, regular, semibold):
    space = DesignSpaceDocument()
    axis = AxisDescriptor()
    axis.tag, axis.name, axis.minimum, axis.default, axis.maximum = "wght", "Weight", 400, 400, 600
    space.addAxis(axis)
    with tempfile.TemporaryDirectory() as folder:
        for weight, path in ((400, regular), (600, semibold)):
            file = os.path.join(folder, f"{weight}.ttf")
            cut(path, points, []).save(file)
            source = SourceDescriptor()
            source.path, source.name, source.location = file, str(weight), {"Weight": weight}
            space.addSource(source)
        font = varLib.build(space)[0]
    for table in ("STAT", "GPOS", "GSUB", "GDEF"):
        if table in font:
            del font[table]
    font.flavor = "woff2"
    font.save(os.path.join(HERE, name))
    return set(font.getBestCmap())


def latin(name, inter):
    points = set(TTFont(inter).getBestCmap())
    font = cut(inter, points, ["kern", "tnum", "ccmp", "locl", "mark"])
    font = instancer.instantiateVariableFont(font, {"wght": (400, 400, 600)})
    font.flavor = "woff2"
    font.save(os.path.join(HERE, name))
    return set(font.getBestCmap())


def face(family, file, points):
    return (
        f"@font-face {{\n  font-family: '{family}';\n  font-style: normal;\n  font-display: swap;\n  font-weight: 400 600;\n"
        f"  src: url('./{file}') format('woff2-variations');\n  unicode-range: {ranges(points)};\n}}\n"
    )


inter, regular, semibold = sys.argv[1:4]
door = {ord(sign) for sign in signs(DOOR) | people_at_the_door() | set(ALSO)}
desk = {ord(sign) for sign in signs(OURS) | set(FOLDED)} - door
css = "/* Made by make.py. */\n"
css += face("Countersign Latin", "inter.woff2", latin("inter.woff2", inter))
css += face("Countersign Latin", "inter-comparison-wght-normal.woff2", [0x2248, 0x2260, 0x2264, 0x2265])
css += face("Countersign Hanzi", "hanzi-door.woff2", hanzi("hanzi-door.woff2", door, regular, semibold))
css += face("Countersign Hanzi", "hanzi-desk.woff2", hanzi("hanzi-desk.woff2", desk, regular, semibold))
open(os.path.join(HERE, "fonts.css"), "w").write(css)
