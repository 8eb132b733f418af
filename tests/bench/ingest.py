#!/usr/bin/python3
"""What it costs to read exports: sheets of 5 MB in each format, the files of a term, ten times as many cells.

ingest.py BUILD; bench.py measures it with all the rest. Seconds are of CPU time, the least of five runs, so that other
programs of the machine change little; only the files of a term are measured by the clock.
"""
import pathlib
import subprocess
import sys
import tempfile

import sheets

MEGABYTES = 5
# A sheet of marks: codes, names, dates, classes and thirteen marks a row.
MARKS = [
    (".xlsx", lambda p, size: sheets.xlsx(p / "a.xlsx", sheets.rows_of(size))),
    (".xls", lambda p, size: sheets.xls(p / "a.xls", 25000)),
    (".ods", lambda p, size: sheets.ods(p / "a.ods", size)),
    (".csv", lambda p, size: sheets.csv(p / "a.csv", size)),
    ("HTML", lambda p, size: sheets.html(p / "a.xls", size)),
    ("XML Spreadsheet 2003", lambda p, size: sheets.spreadsheetml(p / "a.xls", size)),
    (".xlsx in TCVN3 (.VnTime), no name twice", lambda p, size: sheets.xlsx(p / "a.xlsx", sheets.rows_of(size), True)),
    (".xls in TCVN3", lambda p, size: sheets.xls(p / "a.xls", 25000, True)),
    (".csv in TCVN3", lambda p, size: sheets.csv(p / "a.csv", size, sheets.in_tcvn3)),
]


def run(program, folder, workers, times=5):
    """Least seconds by the clock, least of CPU, peak MB, cells."""
    runs = [subprocess.run([program, folder, str(workers)], capture_output=True, text=True, check=True).stdout.split() for _ in range(times)]
    return min(float(r[0]) for r in runs), min(float(r[1]) for r in runs), min(int(r[2]) for r in runs) / 1024, int(runs[0][3])


def measure(build, work, row):
    program = build / "tests/bench_ingest"
    size, base = MEGABYTES << 20, None
    for number, (name, make) in enumerate(MARKS):
        folder = work / f"sheet{number}"
        folder.mkdir()
        make(folder, size)
        _, cpu, peak, cells = run(program, folder, 1)
        base = base or (cpu, cells)
        row(f"a sheet of {MEGABYTES} MB, {name}", f"{cpu:.3f} s, {peak:.0f} MB, {cells:,} cells", "< 0.15 s, < 120 MB", cpu < 0.15 and peak < 120)
    folder = work / "text"
    folder.mkdir()
    sheets.words(folder / "a.xlsx", 24000)
    _, cpu, peak, cells = run(program, folder, 1)
    row("  nothing but text in TCVN3, no cell twice, 10 MB", f"{cpu:.3f} s, {peak:.0f} MB, {cells:,} cells", "(no bar)", True)
    folder = work / "tenfold"
    folder.mkdir()
    sheets.xlsx(folder / "a.xlsx", 10 * sheets.rows_of(size))
    _, cpu, _, cells = run(program, folder, 1, 2)
    ratio = (cpu / base[0]) / (cells / base[1])
    row("  ten times as many cells in .xlsx, a cell", f"{ratio:.2f} x the time a cell", "<= 1.3", ratio <= 1.3)
    folder = work / "term"
    sheets.term(folder, 300)
    clock, cpu, _, cells = run(program, folder, 2)
    row("300 files of a term, 2 workers", f"{clock:.2f} s ({cpu:.2f} s CPU), {cells:,} cells", "< 3 s", clock < 3)


if __name__ == "__main__":
    met = []

    def show(what, value, bar, good):
        met.append(good)
        print(f"{'ok  ' if good else 'MISS'} {what:<62} {value:<40} {bar}", flush=True)

    with tempfile.TemporaryDirectory(prefix="hoso-bench-") as scratch:
        measure(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(scratch), show)
    sys.exit(0 if all(met) else 1)
