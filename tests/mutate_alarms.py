#!/usr/bin/env python3
"""Small faults put into the alarm engine one at a time: do its tests notice?

  tests/mutate_alarms.py --list              the mutants, without building anything
  tests/mutate_alarms.py                     100 of them at random, seed printed
  tests/mutate_alarms.py --count 30 --seed 7 these
  tests/mutate_alarms.py --all               every one: hours
  tests/mutate_alarms.py alarm_states.cpp    of these files of data/alarms only

Works on a copy of the tree in build/mutants, never on the tree itself, with preset dev; rebuilds and
runs the alarm tests alone. Prints every mutant that survived and the share that was killed; those
that do not build are told and not counted. Exit 1 if less than 90 % was killed or nothing counted.
"""
import argparse
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
COPY = ROOT / "build" / "mutants"
FOLDER = pathlib.Path("data/alarms")
FILES = """alarm_actions.cpp alarm_binding.cpp alarm_condition.cpp alarm_engine.cpp alarm_input.cpp
alarm_judging.cpp alarm_restart.cpp alarm_rule_edit.cpp alarm_states.cpp alarm_suppression.cpp
alarm_timers.cpp connection_rule.cpp count_rule.cpp count_window.h deviation_rule.cpp
discrete_rule.cpp flood_watch.cpp limit_rule.cpp quality_rule.cpp rate_rule.cpp rate_window.cpp
rule_kind_tools.cpp stale_rule.cpp timer_heap.cpp""".split()
# The quick ones that notice most come first: a mutant is dead with the first that fails.
TESTS = ["tst_alarm_transitions", "tst_alarm_cases", "tst_alarm_engine", "tst_alarm_model",
         "tst_alarm_service"]
WANTED = 90.0  # per cent
SEED = "1"  # of the random events: a mutant's fate must not depend on the day
BUILD_LIMIT = 900  # s
TEST_LIMIT = 120  # s; a mutant that never ends is noticed, too


class Mutant:
    def __init__(self, file, line, start, end, put, what):
        self.file, self.line, self.start, self.end = file, line, start, end
        self.put, self.what = put, what

    def name(self, text):
        old = " ".join(text[self.start:self.end].split())
        return f"{FOLDER / self.file}:{self.line}: {self.what}: {old} -> {self.put or 'nothing'}"

    def apply(self, text):
        return text[:self.start] + self.put + text[self.end:]


def blank(match):
    return re.sub(r"[^\n]", " ", match.group())


def code_of(text):
    """The text with comments, literals and preprocessor lines blanked, every place kept."""
    raw = r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Za-z])\'(?:\\.|[^\'\\\n])\''
    text = re.sub(raw, blank, text, flags=re.S)
    text = re.sub(r"^[ \t]*#[^\n]*", blank, text, flags=re.M)
    return re.sub(r"\btemplate\s*<[^>]*>|\b[\w:]*_cast<[^>]*>", blank, text)


def matching(code, at):
    """Behind the bracket that closes the one at `at`."""
    depth = 0
    for i in range(at, len(code)):
        depth += code[i] in "([{"
        depth -= code[i] in ")]}"
        if depth == 0:
            return i + 1
    return len(code)


def conditions(code):
    for match in re.finditer(r"\b(?:if|while)\s*\(", code):
        start, end = match.end(), matching(code, match.end() - 1) - 1
        declares = re.match(r"(?:const\s+)?[\w:<>*&\s]+\s[*&]?\w+\s*(?:=[^=]|;)", code[start:end])
        if not declares:
            yield start, end, lambda old: f"!({old})", "negated"


def swapped(code):
    pairs = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
             "&&": "||", "||": "&&"}
    for match in re.finditer(r"(?<= )(?:<=|>=|==|!=|&&|\|\||<|>)(?=\s)", code):
        yield *match.span(), lambda old: pairs[old], "swapped"
    for match in re.finditer(r"(?<= )[+-](?= )", code):
        yield *match.span(), lambda old: "-" if old == "+" else "+", "swapped"
    for match in re.finditer(r"\+\+|--", code):
        yield *match.span(), lambda old: "--" if old == "++" else "++", "swapped"
    for match in re.finditer(r"\bstd::(?:min|max)(?=\()", code):
        yield *match.span(), lambda old: old[:-3] + ("max" if old.endswith("min") else "min"), \
            "swapped"


def numbers(code):
    for match in re.finditer(r"(?<![\w.'])\d+(?:\.\d+)?(?:[uU])?(?![\w.'])", code):
        unsigned = match.group()[-1] in "uU"
        for step in (" + 1", "" if unsigned else " - 1"):
            if step:
                yield *match.span(), lambda old, step=step: f"({old}{step})", "off by one"


def statements(code):
    """Whole statements that are a call, an assignment or a step: without them."""
    body = r"(?P<body>(?:\+\+|--)?[A-Za-z_*][\w:.\->\[\]()*&<>, ]*?[\s\S]*?;)"
    for match in re.finditer(r"^[ \t]+" + body, code, flags=re.M):
        start, end = match.span("body")
        end = statement_end(code, start)
        text = code[start:end]
        kept = (r"(?:return|if|else|for|while|switch|case|default|break|continue|const|constexpr|auto|"
                r"using|struct|static|std::\w+<|std::string |AlarmTime |Group |Verdict |double )")
        if re.match(kept, text) or "{" in text.split("(")[0]:
            continue
        is_call = re.match(r"[\w:.\->\[\]()]+\(", text)
        is_assignment = re.match(r"[\w:.\->\[\]()*]+(?:\([^()]*\))? (?:[+-]?=) ", text)
        is_step = re.match(r"(?:\+\+|--)[\w:.\->]+;", text)
        if starts_statement(code, start) and (is_call or is_assignment or is_step):
            yield start, end, lambda old: ";", "deleted"


def statement_end(code, at):
    while at < len(code) and code[at] != ";":
        at = matching(code, at) if code[at] in "([{" else at + 1
    return at + 1


def starts_statement(code, at):
    before = code[:at].rstrip()
    if before.endswith((";", "{", "}")) or before.endswith(" else") or before.endswith("\nelse"):
        return True
    if re.search(r"\bcase [\w:]+:$|\bdefault:$", before):
        return True
    if not before.endswith(")"):
        return False
    depth = 0  # of an if or a loop without braces
    for i in range(len(before) - 1, -1, -1):
        depth += before[i] in ")]}"
        depth -= before[i] in "([{"
        if depth == 0:
            return re.search(r"\b(?:if|for|while)\s*$", before[:i]) is not None
    return False


def returns(code):
    for match in re.finditer(r"\breturn ([^;{}]+);", code):
        start, end = match.span(1)
        value = match.group(1).strip()
        plain = {"true": "false", "false": "true", "nullptr": None, "kNever": "kNoTime",
                 "Verdict::On": "Verdict::Off", "Verdict::Off": "Verdict::On",
                 "Verdict::Keep": "Verdict::On"}
        if plain.get(value):
            yield start, end, lambda old, put=plain[value]: put, "returns"
        elif re.search(r" (?:<=|>=|==|!=|&&|\|\||<|>)\s", value) and " ? " not in value:
            yield start, end, lambda old: f"!({old})", "returns"
        elif " ? " in value:
            yield start, end, swapped_choice, "returns"
    for match in re.finditer(r"= ([^;?{}]+ \? [^;{}]+);", code):
        yield *match.span(1), swapped_choice, "chooses"


def swapped_choice(old):
    condition, _, choice = old.partition(" ?")
    return f"!({condition.strip()}) ?{choice}"


def mutants_of(file):
    text = (ROOT / FOLDER / file).read_text()
    code = code_of(text)
    seen = set()
    for operator in (conditions, swapped, numbers, statements, returns):
        for start, end, make, what in operator(code):
            put = make(text[start:end])
            if (start, end, put) in seen or put == text[start:end]:
                continue
            seen.add((start, end, put))
            yield Mutant(file, text.count("\n", 0, start) + 1, start, end, put, what)


def run(command, limit, **options):
    """0 if it went well. What ran too long is ended with all that it started."""
    process = subprocess.Popen(command, stdout=options.pop("stdout", subprocess.DEVNULL),
                               stderr=subprocess.STDOUT, start_new_session=True, **options)
    try:
        return process.wait(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return -1


def build():
    with open(COPY / "build.log", "wb") as log:
        return run(["cmake", "--build", "build/dev", "--target", *TESTS], BUILD_LIMIT, cwd=COPY,
                   stdout=log) == 0


def failing_test():
    """The first test that fails; none: all passed."""
    environment = dict(os.environ, TELLTALE_SEED=SEED, QT_QPA_PLATFORM="offscreen", CI="true")
    environment.setdefault("TELLTALE_SHARED", str(ROOT.parent / "shared"))
    for test in TESTS:
        if run([COPY / "build/dev/bin" / test], TEST_LIMIT, cwd=COPY, env=environment) != 0:
            return test
    return None


def copy_tree():
    COPY.mkdir(parents=True, exist_ok=True)
    files = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                           cwd=ROOT, check=True, capture_output=True).stdout.split(b"\0")
    for name in sorted(filter(None, map(os.fsdecode, files))):
        source, target = ROOT / name, COPY / name
        if not source.is_file():
            continue
        content = source.read_bytes()
        if target.is_file() and target.read_bytes() == content:
            continue  # its time stays: nothing is built for nothing
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        target.chmod(source.stat().st_mode)
    if not (COPY / "build/dev/build.ninja").is_file():
        subprocess.run(["cmake", "--preset", "dev"], cwd=COPY, check=True, stdout=sys.stderr)


def judge(mutant):
    """dead, alive or broken; and by which test."""
    path = COPY / FOLDER / mutant.file
    text = path.read_text()
    path.write_text(mutant.apply(text))
    try:
        if not build():
            return "broken", None
        test = failing_test()
        return ("dead", test) if test else ("alive", None)
    finally:
        path.write_text(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="FILE", help="of data/alarms")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--list", action="store_true", help="builds nothing")
    asked = parser.parse_args()
    unknown = [file for file in asked.files if file not in FILES]
    if unknown:
        parser.error(f"not of the engine: {' '.join(unknown)}")
    mutants = [mutant for file in asked.files or FILES for mutant in mutants_of(file)]
    texts = {mutant.file: (ROOT / FOLDER / mutant.file).read_text() for mutant in mutants}
    if asked.list:
        for mutant in mutants:
            print(mutant.name(texts[mutant.file]))
        print(f"{len(mutants)} mutants")
        return 0
    if not asked.all and asked.count < len(mutants):
        seed = asked.seed if asked.seed is not None else random.randrange(1 << 30)
        print(f"{asked.count} of {len(mutants)} mutants, --seed {seed}", flush=True)
        mutants = random.Random(seed).sample(mutants, asked.count)
    copy_tree()
    if not build() or failing_test():
        print(f"the tree itself does not build or pass ({COPY / 'build.log'})")
        return 1
    counts = {"dead": 0, "alive": 0, "broken": 0}
    began = time.monotonic()
    for mutant in mutants:
        fate, test = judge(mutant)
        counts[fate] += 1
        words = {"dead": f"killed by {test}", "alive": "SURVIVED", "broken": "does not build"}
        print(f"{words[fate]}: {mutant.name(texts[mutant.file])}", flush=True)
    counted = counts["dead"] + counts["alive"]
    share = 100.0 * counts["dead"] / counted if counted else 0.0
    print(f"{counts['dead']} of {counted} killed: {share:.1f} %; {counts['broken']} did not build and"
          f" are not counted; {time.monotonic() - began:.0f} s")
    return 0 if counted and share >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
