"""Package signatures of workbooks (ECMA-376, Part 2, 13) with lxml and xmlsec1, none of hoso's code.

judge_package.py check --trust CA.pem --work DIR [--time T] BOOK…   exit 1 at the first fault
judge_package.py tamper BOOK DIR                         copies that must be refused
"""
import argparse
import base64
import hashlib
import pathlib
import subprocess
import sys
import urllib.parse
import zipfile

from lxml import etree

DS = "{http://www.w3.org/2000/09/xmldsig#}"
XD = "{http://uri.etsi.org/01903/v1.3.2#}"
MDSSI = "{http://schemas.openxmlformats.org/package/2006/digital-signature}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"


class Fault(Exception):
    pass


def need(condition, what):
    if not condition:
        raise Fault(what)


def c14n(element):
    # By itself first: lxml's canonicaliser adds xmlns="" to the children of an inner element.
    element = etree.fromstring(etree.tostring(element, with_tail=False))
    return etree.tostring(element, method="c14n", exclusive=False, with_comments=False)


def digest_value(reference):
    need(reference.find(DS + "DigestMethod").get("Algorithm") == SHA256, "digest method")
    return base64.b64decode(reference.findtext(DS + "DigestValue"))


def content_types(package):
    root = etree.fromstring(package.read("[Content_Types].xml"))
    defaults = {e.get("Extension").lower(): e.get("ContentType") for e in root if e.tag.endswith("Default")}
    parts = {e.get("PartName"): e.get("ContentType") for e in root if e.tag.endswith("Override")}
    return lambda part: parts.get(part) or defaults[part.rsplit(".", 1)[-1].lower()]


def transformed_relationships(xml, transform):
    """13.2.4.24: what is named, sorted by Id, with the default mode written out."""
    root = etree.fromstring(xml)
    ids = {e.get("SourceId") for e in transform.findall(MDSSI + "RelationshipReference")}
    found = sorted((e for e in root.findall(REL + "Relationship")), key=lambda e: e.get("Id"))
    left = [e for e in found if e.get("Id") not in ids]
    need(all(e.get("Type") == PACKAGE + "relationships/digital-signature/origin" for e in left),
         "a relationship that nobody signed: " + ", ".join(e.get("Id") for e in left))
    out = etree.Element(REL + "Relationships", nsmap={None: REL[1:-1]})
    for e in found:
        if e.get("Id") in ids:
            copy = etree.SubElement(out, REL + "Relationship", dict(e.attrib))
            copy.set("TargetMode", e.get("TargetMode", "Internal"))
    return c14n(out)


def check_manifest(package, signature):
    type_of = content_types(package)
    covered = set()
    for reference in signature.find(f"{DS}Object[@Id='idPackageObject']/{DS}Manifest").findall(DS + "Reference"):
        part, _, query = reference.get("URI").partition("?ContentType=")
        part = urllib.parse.unquote(part)
        need(type_of(part) == query, f"content type of {part}")
        try:
            data = package.read(part[1:])
        except KeyError:
            raise Fault(f"part missing: {part}") from None
        transforms = reference.findall(f"{DS}Transforms/{DS}Transform")
        names = [t.get("Algorithm") for t in transforms]
        if names:
            need(names == [PACKAGE + "RelationshipTransform", C14N], f"transforms of {part}")
            data = transformed_relationships(data, transforms[0])
        need(hashlib.sha256(data).digest() == digest_value(reference), f"digest of {part}")
        covered.add(part)
    parts = {"/" + n for n in package.namelist() if n != "[Content_Types].xml" and not n.startswith("_xmlsignatures/")}
    need(parts == covered, f"not covered: {sorted(parts - covered)}")


def check_signature(xml, trust, work, time):
    """SignedInfo and the objects that it names: by xmlsec1, and their digests once more by lxml."""
    work.mkdir(parents=True, exist_ok=True)
    file = work / "signature.xml"
    file.write_bytes(xml)
    command = ["xmlsec1", "--verify", "--ignore-manifests", "--id-attr:Id", DS[1:-1] + ":Object",
               "--id-attr:Id", XD[1:-1] + ":SignedProperties", "--trusted-pem", trust,
               *(["--verification-time", time] if time else []), str(file)]
    done = subprocess.run(command, capture_output=True, text=True)
    need(done.returncode == 0 and "OK" in done.stdout + done.stderr, "xmlsec1: " + done.stderr[-300:])
    root = etree.fromstring(xml)
    by_id = {e.get("Id"): e for e in root.iter() if e.get("Id")}
    named = []
    for reference in root.find(DS + "SignedInfo").findall(DS + "Reference"):
        name = reference.get("URI")[1:]
        need(hashlib.sha256(c14n(by_id[name])).digest() == digest_value(reference), f"digest of #{name}")
        named.append(name)
    need(named == ["idPackageObject", "idOfficeObject", "idSignedProperties"], f"references {named}")
    certificate = base64.b64decode(root.findtext(f".//{DS}X509Certificate"))
    digest = root.find(f".//{XD}SigningCertificate/{XD}Cert/{XD}CertDigest")
    need(digest_value(digest) == hashlib.sha256(certificate).digest(), "SigningCertificate")
    times = root.findtext(f".//{XD}SigningTime"), root.findtext(f".//{MDSSI}Value")
    need(times[0] == times[1], f"times {times}")
    return root


def check(book, trust, work, time):
    with zipfile.ZipFile(book) as package:
        need(package.testzip() is None, "zip")
        need("_xmlsignatures/_rels/origin.sigs.rels" in package.namelist(), "unsigned")
        links = etree.fromstring(package.read("_xmlsignatures/_rels/origin.sigs.rels"))
        names = [e.get("Target") for e in links]
        need(names, "no signature")
        for name in names:
            check_manifest(package, check_signature(package.read("_xmlsignatures/" + name), trust, work, time))
    return len(names)


def rewrite(book, target, change):
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {i.filename: old.read(i) for i in old.infolist()}
        change(parts)
        for name, data in parts.items():
            new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def tamper(book, folder):
    with zipfile.ZipFile(book) as package:
        sheets = sorted((i for i in package.infolist() if i.filename.startswith("xl/worksheets/sheet")),
                        key=lambda i: -i.file_size)
    sheet, other = (i.filename for i in sheets[:2])  # full of marks

    def cell(parts):
        root = etree.fromstring(parts[sheet])
        ns = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        marks = [c for c in root.iter(ns + "c") if c.get("t") is None and c.find(ns + "v") is not None]
        value = marks[len(marks) // 2].find(ns + "v")
        value.text = "9.5" if value.text != "9.5" else "9.4"
        parts[sheet] = etree.tostring(root)

    def swap(parts):
        parts[sheet], parts[other] = parts[other], parts[sheet]

    def add_sheet(parts):
        parts["xl/worksheets/sheet99.xml"] = parts[sheet]
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            b"</Types>", b'<Override PartName="/xl/worksheets/sheet99.xml" ContentType="application/vnd.'
            b'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')

    def relationship(parts):
        name = "xl/_rels/workbook.xml.rels"
        one, two = sheet[3:].encode(), other[3:].encode()
        parts[name] = parts[name].replace(one, b"@@").replace(two, one).replace(b"@@", two)

    def new_relationship(parts):
        name = "xl/_rels/workbook.xml.rels"
        parts[name] = parts[name].replace(
            b"</Relationships>", b'<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/'
            b'2006/relationships/externalLink" Target="styles.xml"/></Relationships>')

    def time(parts):
        name = "_xmlsignatures/sig1.xml"
        parts[name] = parts[name].replace(b"<mdssi:Value>2022", b"<mdssi:Value>2021")

    def value(parts):
        name = "_xmlsignatures/sig2.xml"
        at = parts[name].index(b"<SignatureValue>") + 40
        parts[name] = parts[name][:at] + (b"A" if parts[name][at:at + 1] != b"A" else b"B") + parts[name][at + 1:]

    for name, change in {"cell": cell, "swapped-part": swap, "added-part": add_sheet, "changed-relationship": relationship,
                         "added-relationship": new_relationship, "signing-time": time, "signature-value": value}.items():
        rewrite(book, pathlib.Path(folder) / (name + ".xlsx"), change)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["check", "tamper"])
    parser.add_argument("--trust")
    parser.add_argument("--time", default="2022-06-15 01:00:00", help="empty: now")
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("books", nargs="+")
    args = parser.parse_args()
    if args.what == "tamper":
        tamper(*args.books)
        return
    signatures = 0
    for book in args.books:
        try:
            signatures += check(book, args.trust, args.work, args.time)
        except Fault as fault:
            print(f"{book}: {fault}")
            sys.exit(1)
    print(f"{len(args.books)} workbooks, {signatures} signatures: xmlsec1, lxml")


main()
