"""Files as councils have them: damaged, locked, empty, scanned, and ones that must be refused."""

from __future__ import annotations

import io
import struct

import openpyxl
import reportlab.rl_config
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

reportlab.rl_config.invariant = 1


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines; of a blank page with none."""
    data = io.BytesIO()
    canvas = Canvas(data)
    for number, line in enumerate(lines):
        canvas.drawString(72, 750 - 40 * number, line)
    canvas.showPage()
    canvas.save()
    return data.getvalue()


def locked_pdf(*lines: str, password: str) -> bytes:
    """A PDF that opens with a password only; with '' one that opens but may not be changed."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(*lines))))
    writer.encrypt(password, owner_password="owner", algorithm="AES-256")
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def scanned_pdf() -> bytes:
    """A PDF whose pages are pictures of words."""
    page = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(page)
    for row in range(30):
        draw.text((150, 150 + 50 * row), "The lead inspector rings on a Monday morning.", "black")
    data = io.BytesIO()
    page.save(data, "PDF", save_all=True, append_images=[page.copy()])
    return data.getvalue()


def locked_docx() -> bytes:
    """What Word saves with a password: an OLE file with the streams of an encrypted package."""
    sector = 512
    names = ["Root Entry", "EncryptionInfo", "EncryptedPackage"]
    none, end, fat_sector = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    fat = struct.pack("<4I", fat_sector, end, end, end).ljust(sector, b"\xff")
    directory = b""
    for number, name in enumerate(names):
        encoded = name.encode("utf-16-le") + b"\0\0"
        directory += struct.pack(
            "<64sHBBIII16sIQQIQ",
            encoded,
            len(encoded),
            5 if number == 0 else 2,
            1,
            none,
            number + 1 if 0 < number < len(names) - 1 else none,
            1 if number == 0 else none,
            b"",
            0,
            0,
            0,
            end if number == 0 else number + 1,
            0 if number == 0 else sector,
        )
    header = bytes.fromhex("d0cf11e0a1b11ae1") + struct.pack(
        "<16sHHHHH6sIIIIIIIIII", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, 1, 0, 0, end, 0, end, 0, 0
    )
    header = header.ljust(sector, b"\xff")
    return header + fat + directory.ljust(sector, b"\0") + bytes(range(256)) * 4


def workbook(*rows: list[str]) -> bytes:
    """A spreadsheet with these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def child_list() -> bytes:
    """A spreadsheet with a row for each child, as Annex A has them."""
    head = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "CIN Start Date"]
    return workbook(
        head, *([f"10433{n}", "F", "WBRI", f"0{n}/04/2011", "01/02/2024"] for n in range(1, 7))
    )
