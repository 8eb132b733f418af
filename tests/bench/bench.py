#!/usr/bin/python3
"""Measures every bar of the design in one run and prints them as ratios. bench.py BUILD"""
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

import ingest

build = pathlib.Path(sys.argv[1]).resolve()
source = pathlib.Path(__file__).resolve().parents[2]
hoso, stages = build / "hoso", build / "tests/bench_stages"
work = pathlib.Path(tempfile.mkdtemp(prefix="hoso-bench-"))
rows = []


def row(what, value, bar, met):
    rows.append(met)
    print(f"{'ok  ' if met else 'MISS'} {what:<62} {value:<34} {bar}", flush=True)


def timed(*command, **kw):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(["/usr/bin/env", *map(str, command)], stdout=subprocess.DEVNULL, **kw)
    took = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.returncode


def peak_kib(*command):
    """Peak resident size of one command, by a child of its own (RUSAGE_CHILDREN only ever grows)."""
    code = "import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL);print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    return int(subprocess.run([sys.executable, "-c", code, *map(str, command)], capture_output=True, text=True).stdout)


def school(name, *options):
    job = work / name / "job"
    job.parent.mkdir()
    subprocess.run([source / "tools/make-school", job, *map(str, options)], check=True, stdout=subprocess.DEVNULL)
    toml = job / "hoso.toml"
    toml.write_text(toml.read_text().replace("../../keys/demo", "../keys"))
    subprocess.run([hoso, "keys", "demo", job, "--quiet"], check=True)
    return job


# --- stages, against openssl and ReportLab -----------------------------------------------------------
demo = school("demo", "--seed", 7)
figures = {}
out = subprocess.run([stages, demo, demo.parent / "keys", "rates", work], capture_output=True, text=True, check=True).stdout
for line in out.splitlines():
    name, value, unit = line.split(" ", 2)
    figures[name] = float(value)
speed = subprocess.run(["openssl", "speed", "-seconds", "2", "rsa2048"], capture_output=True, text=True).stdout
rsa = float(re.search(r"rsa 2048 bits \S+ \S+\s+([\d.]+)", speed).group(1))
foreign = float(subprocess.run([sys.executable, source / "tests/bench/foreign_pdf.py"], capture_output=True, text=True, check=True).stdout)
one, two, bare = figures["transcript_signed_1"], figures["transcript_signed_2"], figures["transcript_unsigned"]
row("transcript, Mustache to signed PDF/A, per core", f"{one:.0f}/s", ">= 500/s", one >= 500)
row("  of openssl speed rsa2048", f"{one / rsa:.2f} of {rsa:.0f}/s", ">= 0.15", one / rsa >= 0.15)
row("  signed twice (class teacher, principal)", f"{two:.0f}/s", "(no bar)", True)
row("transcript unsigned, per core", f"{bare:.0f}/s", ">= 900/s", bare >= 900)
row("  of ReportLab at the same kind of pages", f"{bare / foreign:.1f} x {foreign:.0f}/s", ">= 5 x", bare / foreign >= 5)
row("class workbook 45 x 40, of bare libxlsxwriter", f"{figures['workbook_ratio']:.2f} of {figures['workbook_bare']:.0f}/s", ">= 0.8", figures["workbook_ratio"] >= 0.8)

# --- a school of 500 pupils, 12 classes, one term ----------------------------------------------------
big = school("big", "--seed", 11, "--classes", 12, "--pupils", 500, "--terms", "HK1")
run = [hoso, "run", big, "--out", work / "out", "--period", "HK1", "--as-of", "2022-01-12T08:00+07:00"]
first, cpu, code = timed(*run)
row("500 pupils, 12 classes, one term: exports to verified zips", f"{first:.2f} s ({cpu:.2f} s CPU), exit {code}", "< 5 s", first < 5 and code == 0)
again, _, _ = timed(*run)
row("  unchanged second run", f"{again:.3f} s = 1/{first / again:.0f}", ">= 10 x faster", first / again >= 10)
whole_year = school("whole", "--seed", 11, "--classes", 12, "--pupils", 500)
year = [hoso, "run", whole_year, "--out", work / "year", "--period", "CN", "--as-of", "2022-05-31T08:00+07:00"]
took, _, code = timed(*year)
row("  the year: 500 transcripts and 12 class books", f"{took:.2f} s, exit {code}", "(no bar)", True)
peak = peak_kib(*[a if a != work / "out" else work / "out2" for a in run]) / 1024
row("  memory of the term's run", f"{peak:.0f} MB", "< 256 MB", peak < 256)

prints = sorted((work / "year").rglob("I.02_*.pdf"))
whole = [p for p in prints if "toan-truong" in p.name]
pupils = sum(1 for z in (work / "year").rglob("I.02_*.zip") for n in zipfile.ZipFile(z).namelist() if n.endswith(".pdf"))
if whole and pupils:
    each = whole[0].stat().st_size / pupils / 1024
    row("print bundle of the school, a pupil's page pair", f"{each:.1f} KB", "<= 12 KB", each <= 12)
else:
    row("print bundle of the school", "none was made", "<= 12 KB", False)

# --- memory of the document stages ---------------------------------------------------------------------
small, large = (int(subprocess.run([stages, demo, demo.parent / "keys", "memory", str(n)], capture_output=True, text=True, check=True).stdout.split()[0]) for n in (1000, 20000))
row("peak memory, 20,000 documents against 1,000", f"{large / 1024:.0f} MB / {small / 1024:.0f} MB = {large / small:.2f}", "<= 1.3", large / small <= 1.3)

# --- reading exports -----------------------------------------------------------------------------------
ingest.measure(build, work, row)

shutil.rmtree(work)
sys.exit(0 if all(rows) else 1)
