//! A table as XLSX (ECMA-376, `SpreadsheetML`): one sheet of texts and numbers in a ZIP of five parts.
//! Texts stand in their cells as texts, so nothing in them is a formula.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Crc;
use flate2::write::DeflateEncoder;

use super::cells::Cell;
use crate::web::text::xml;

/// Letters of a cell; Excel takes no more.
const LETTERS_MAX: usize = 32_767;
/// 1980-01-01, the first day that a ZIP knows: the same table gives the same bytes.
const DOS_DATE: u16 = 0x21;
/// Version 2.0: folders and deflate. Bit 11 of the flags: names are UTF-8.
const VERSION: u16 = 20;
const DEFLATED: u16 = 8;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="record" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const SHEET: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>"#;

/// A row as the sheet has it.
pub(super) fn row(cells: &[Cell]) -> String {
    let mut row = "<row>".to_owned();
    for cell in cells {
        // A string takes whatever is written to it.
        let _ = match cell {
            Cell::Empty => write!(row, "<c/>"),
            Cell::Number(number) => write!(row, "<c><v>{number}</v></c>"),
            Cell::Degrees(degrees) => write!(row, "<c><v>{degrees}</v></c>"),
            Cell::Text(text) => {
                let text: String = text.chars().take(LETTERS_MAX).collect();
                write!(
                    row,
                    "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    xml(&text)
                )
            }
        };
    }
    row.push_str("</row>");
    row
}

/// The file of a table whose rows were written by [`row`].
pub(super) fn book(rows: &str) -> std::io::Result<Vec<u8>> {
    let sheet = format!("{SHEET}{rows}</sheetData></worksheet>");
    let mut zip = Zip::default();
    for (name, text) in [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
        ("xl/worksheets/sheet1.xml", &sheet),
    ] {
        zip.add(name, text)?;
    }
    zip.end()
}

/// A ZIP (APPNOTE 6.3), its parts deflated.
#[derive(Default)]
struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    parts: u16,
}

impl Zip {
    fn add(&mut self, name: &str, text: &str) -> std::io::Result<()> {
        let mut crc = Crc::new();
        crc.update(text.as_bytes());
        let mut deflater = DeflateEncoder::new(Vec::new(), flate2::Compression::new(6));
        deflater.write_all(text.as_bytes())?;
        let packed = deflater.finish()?;
        let mut fields = Vec::new();
        for half in [VERSION, 1 << 11, DEFLATED, 0, DOS_DATE] {
            fields.extend(half.to_le_bytes());
        }
        for word in [crc.sum(), length(packed.len())?, length(text.len())?] {
            fields.extend(word.to_le_bytes());
        }
        for half in [short(name.len())?, 0] {
            fields.extend(half.to_le_bytes());
        }
        let offset = length(self.bytes.len())?;
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&fields);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&fields);
        // No comment, first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(offset.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.parts += 1;
        Ok(())
    }

    fn end(mut self) -> std::io::Result<Vec<u8>> {
        let (offset, size) = (length(self.bytes.len())?, length(self.directory.len())?);
        self.bytes.append(&mut self.directory);
        self.bytes.extend(b"PK\x05\x06");
        self.bytes.extend([0; 4]);
        self.bytes.extend(self.parts.to_le_bytes());
        self.bytes.extend(self.parts.to_le_bytes());
        self.bytes.extend(size.to_le_bytes());
        self.bytes.extend(offset.to_le_bytes());
        self.bytes.extend([0; 2]);
        Ok(self.bytes)
    }
}

fn length(bytes: usize) -> std::io::Result<u32> {
    u32::try_from(bytes).map_err(std::io::Error::other)
}

fn short(bytes: usize) -> std::io::Result<u16> {
    u16::try_from(bytes).map_err(std::io::Error::other)
}
