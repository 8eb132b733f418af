# SPDX-License-Identifier: Apache-2.0
"""What the school's software would compute. Marks are integer tenths: 8.1 is 81.

Written from the circulars and not from hoso's code, so that the demonstration school can serve
as a second opinion on it.
"""

TERMS = ("HK1", "HK2")

# Levels from worst to best, so that a level is its index.
TT58_LEVELS = ("Kém", "Yếu", "Trung bình", "Khá", "Giỏi")
TT22_LEVELS = ("Chưa đạt", "Đạt", "Khá", "Tốt")
TT58_CONDUCT = ("Yếu", "Trung bình", "Khá", "Tốt")


def half_up(total, count):
    return (2 * total + count) // (2 * count)


def average_term(tx, gk, ck):
    return half_up(sum(tx) + 2 * gk + 3 * ck, len(tx) + 5)


def average_year(first, second):
    return half_up(first + 2 * second, 3)


def passed_tt22(tx, gk, ck):
    return all(tx) and gk and ck


def passed_tt58(tx, gk, ck):
    """TT58 Điều 10: at least two thirds, the last test among them."""
    results = [*tx, gk, ck]
    return ck and 3 * sum(results) >= 2 * len(results)


def conduct_year_tt22(first, second):
    """TT22 Điều 8.2b, by level index."""
    bad, passed, good, best = range(4)
    if second == best:
        return best if first >= good else good
    if second == good:
        return passed if first == bad else good
    if second == passed:
        return good if first == best else passed
    return bad


def _level_tt22(scored, failed):
    if failed == 0 and min(scored) >= 65 and sum(m >= 80 for m in scored) >= 6:
        return 3
    if failed == 0 and min(scored) >= 50 and sum(m >= 65 for m in scored) >= 6:
        return 2
    if failed <= 1 and min(scored) >= 35 and sum(m >= 50 for m in scored) >= 6:
        return 1
    return 0


def classify_tt22(scored, failed):
    """The level (index in TT22_LEVELS) by TT22 Điều 9, or None where people read 9.3 differently.

    scored: the averages; failed: how many subjects by remark are Chưa đạt.
    """
    raw = _level_tt22(scored, failed)

    def adjusted(best):
        return raw + 1 if best >= 2 and best - raw >= 2 else raw

    raised = [_level_tt22(scored[:i] + [100] + scored[i + 1:], failed) for i in range(len(scored))]
    left_out = [_level_tt22(scored[:i] + scored[i + 1:], failed) for i in range(len(scored))]
    if failed:
        raised.append(_level_tt22(scored, failed - 1))
        left_out.append(_level_tt22(scored, failed - 1))
    first, second = adjusted(max(raised)), adjusted(max(left_out))
    return first if first == second else None


def _level_tt58(overall, scored, cores, failed):
    lowest = min(scored.values())
    core = max((scored[c] for c in cores if c in scored), default=0)
    for level, bar, floor in ((4, 80, 65), (3, 65, 50), (2, 50, 35)):
        if overall >= bar and core >= bar and lowest >= floor and failed == 0:
            return level
    return 1 if overall >= 35 and lowest >= 20 else 0


def classify_tt58(scored, failed, amended=True):
    """(overall average, level index in TT58_LEVELS or None where Điều 13.6 is read differently).

    scored: average by subject code; failed: subjects by remark that are CĐ; amended: by TT26/2020.
    """
    cores = ("TOAN", "NV", "NN1") if amended else ("TOAN", "NV")
    overall = half_up(sum(scored.values()), len(scored))
    raw = _level_tt58(overall, scored, cores, failed)
    readings = set()
    for raise_overall in (False, True):
        for leave_out in (False, True):
            best = raw
            for code in scored:
                others = {k: v for k, v in scored.items() if k != code}
                if not leave_out:
                    others[code] = 100
                mean = half_up(sum(others.values()), len(others)) if raise_overall else overall
                best = max(best, _level_tt58(mean, others, cores, failed))
            if failed:
                best = max(best, _level_tt58(overall, scored, cores, failed - 1))
            readings.add(_adjust_tt58(overall, raw, best))
    return overall, (readings.pop() if len(readings) == 1 else None)


def _adjust_tt58(overall, raw, best):
    reached = 4 if overall >= 80 else 3 if overall >= 65 else 0
    if reached == 0 or reached - raw < 2:
        return raw
    if best < reached:
        # A fall with more than one cause; whether the lower level may count is disputed.
        return raw if best - raw < 2 or best < 3 else None
    if reached == 4 and raw == 0:
        return None
    return raw + 1


def title_tt58(learning, conduct):
    if learning == 4 and conduct == 3:
        return "HSG"
    return "HSTT" if learning >= 3 and conduct >= 2 else ""


def title_tt22(learning, conduct, averages):
    if learning != 3 or conduct != 3:
        return ""
    return "Học sinh Xuất sắc" if sum(m >= 90 for m in averages) >= 6 else "Học sinh Giỏi"
