//! Every file of the record: its name, what is in it, and how it is written piece by piece.

use serde_json::json;
use sijil_text::Lang;

use super::cells::{BYTE_ORDER_MARK, Cell, csv};
use super::json::iso;
use super::seen::{Seen, View};
use super::{
    About, Cursor, Form, acled, airwars, calendar, linked, places, sijil, store, tables, ucdp,
};
use super::{master, xlsx};
use crate::db::{DbError, Tx};
use crate::lists;
use crate::record::ClaimId;
use crate::record::claims;
use crate::record::objects::ObjectKind;

/// Groups, stories or claims of one piece.
const PIECE: i64 = 100;
/// What claims are grouped in.
const GROUPS: [ObjectKind; 5] = [
    ObjectKind::Event,
    ObjectKind::Figure,
    ObjectKind::Truce,
    ObjectKind::Control,
    ObjectKind::Talks,
];

/// A table: which groups its rows are made of, and how.
#[derive(Clone, Copy)]
pub struct Table {
    kinds: &'static [ObjectKind],
    columns: &'static [&'static str],
    rows: fn(&View, &Seen) -> Vec<Vec<Cell>>,
}

/// How a file is written.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Everything, one JSON object a line.
    Master,
    /// A table as CSV.
    Csv(Table),
    /// A table as XLSX.
    Xlsx(Table),
    /// What the columns of a table are, after the W3C's Metadata Vocabulary for Tabular Data.
    Columns(&'static str, Table),
    /// Incidents in JSON.
    Airwars,
    /// A map.
    GeoJson,
    /// Linked data.
    Linked,
    /// A calendar.
    Calendar,
}

/// A file of the record.
#[derive(Clone, Copy)]
pub struct File {
    /// How it is written.
    pub kind: Kind,
    /// Its media type.
    pub mime: &'static str,
}

/// The tables by their names, in the order of the list of files.
const TABLES: [(&str, Table); 8] = [
    (
        "acled-like",
        table(
            &[
                ObjectKind::Event,
                ObjectKind::Truce,
                ObjectKind::Control,
                ObjectKind::Talks,
            ],
            &acled::COLUMNS,
            acled::rows,
        ),
    ),
    (
        "ucdp-like",
        table(&[ObjectKind::Event], &ucdp::COLUMNS, ucdp::rows),
    ),
    (
        "figures",
        table(&[ObjectKind::Figure], &tables::FIGURES, tables::figures),
    ),
    (
        "truces",
        table(&[ObjectKind::Truce], &tables::TRUCES, tables::truces),
    ),
    (
        "truce_terms",
        table(&[ObjectKind::Truce], &tables::TERMS, tables::terms),
    ),
    (
        "truce_breaches",
        table(&[ObjectKind::Truce], &tables::BREACHES, tables::breaches),
    ),
    (
        "control",
        table(&[ObjectKind::Control], &tables::CONTROL, tables::control),
    ),
    (
        "talks",
        table(&[ObjectKind::Talks], &tables::TALKS, tables::talks),
    ),
];

const fn table(
    kinds: &'static [ObjectKind],
    columns: &'static [&'static str],
    rows: fn(&View, &Seen) -> Vec<Vec<Cell>>,
) -> Table {
    Table {
        kinds,
        columns,
        rows,
    }
}

/// The names of all files but the tables' descriptions, in the order in which they are listed.
#[must_use]
pub fn names() -> Vec<String> {
    let mut names = vec!["record.ndjson".to_owned()];
    for (name, _) in TABLES {
        names.extend([format!("{name}.csv"), format!("{name}.xlsx")]);
    }
    let others = [
        "airwars-like.json",
        "record.geojson",
        "record.jsonld",
        "truces.ics",
    ];
    names.extend(others.map(str::to_owned));
    names
}

/// The file of a name.
#[must_use]
pub fn named(name: &str) -> Option<File> {
    const CSV: &str = "text/csv; charset=utf-8; header=present";
    const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let of = |kind, mime| Some(File { kind, mime });
    match name {
        "record.ndjson" => return of(Kind::Master, "application/x-ndjson; charset=utf-8"),
        "airwars-like.json" => return of(Kind::Airwars, "application/json; charset=utf-8"),
        "record.geojson" => return of(Kind::GeoJson, "application/geo+json; charset=utf-8"),
        "record.jsonld" => return of(Kind::Linked, "application/ld+json; charset=utf-8"),
        "truces.ics" => return of(Kind::Calendar, "text/calendar; charset=utf-8"),
        _ => {}
    }
    let (stem, extension) = name.split_once('.')?;
    let (stem, table) = TABLES.into_iter().find(|(known, _)| *known == stem)?;
    match extension {
        "csv" => of(Kind::Csv(table), CSV),
        "xlsx" => of(Kind::Xlsx(table), XLSX),
        "csv-metadata.json" => of(
            Kind::Columns(stem, table),
            "application/csvm+json; charset=utf-8",
        ),
        _ => None,
    }
}

impl File {
    /// Whether a file can be sent in pieces: an XLSX is packed as a whole.
    #[must_use]
    pub fn is_in_pieces(self) -> bool {
        !matches!(self.kind, Kind::Xlsx(_))
    }

    /// The piece of the file at a cursor, and where it goes on.
    ///
    /// # Errors
    /// When the database fails.
    pub fn piece(
        self,
        tx: &mut Tx<'_, '_>,
        (lang, about): (Lang, &About),
        at: Cursor,
    ) -> Result<(String, Option<Cursor>), DbError> {
        if let Kind::Master = self.kind {
            return master::piece(tx, Form::Public, about, at);
        }
        let mut view = View::new(lang, about);
        let kinds: &[ObjectKind] = match self.kind {
            Kind::Csv(table) | Kind::Xlsx(table) => table.kinds,
            Kind::Airwars | Kind::GeoJson => &[ObjectKind::Event],
            Kind::Calendar => &[ObjectKind::Truce],
            Kind::Linked => return linked_piece(tx, &mut view, about, at),
            Kind::Master | Kind::Columns(..) => &[],
        };
        let mut text = if at == Cursor::START {
            self.head(about)
        } else {
            String::new()
        };
        let mut next = None;
        if let Some(kind) = kinds.get(at.part) {
            let groups = view.groups(tx, *kind, at.after, PIECE)?;
            let mut is_first = at == Cursor::START;
            for seen in &groups {
                for part in self.part(&view, seen) {
                    text.push_str(self.before(&mut is_first));
                    text.push_str(&part);
                }
            }
            let last = groups.last().map(|seen| seen.group.id.0);
            let is_full = i64::try_from(groups.len()) == Ok(PIECE);
            next = at.next(last, is_full, kinds.len());
        }
        if next.is_none() {
            text.push_str(&self.tail());
        }
        Ok((text, next))
    }

    fn head(self, about: &About) -> String {
        match self.kind {
            Kind::Csv(table) => format!("{BYTE_ORDER_MARK}{}", csv(&titles(table))),
            Kind::Xlsx(table) => xlsx::row(&titles(table)),
            Kind::Columns(name, table) => columns(name, table, about),
            Kind::Airwars => format!(
                "{{\"exported_at\":{},\"licence\":{},\"count_rule\":{},\"incidents\":[",
                json!(iso(about.at.0)),
                json!(about.licence),
                json!(about.count_rule)
            ),
            Kind::GeoJson => places::head(about),
            Kind::Calendar => calendar::head(),
            Kind::Master | Kind::Linked => String::new(),
        }
    }

    fn tail(self) -> String {
        match self.kind {
            Kind::Airwars | Kind::GeoJson => places::TAIL.to_owned(),
            Kind::Calendar => calendar::tail(),
            Kind::Csv(_) | Kind::Xlsx(_) | Kind::Columns(..) | Kind::Master | Kind::Linked => {
                String::new()
            }
        }
    }

    /// What a group adds.
    fn part(self, view: &View, seen: &Seen) -> Vec<String> {
        let rows = |table: Table| (table.rows)(view, seen).into_iter();
        match self.kind {
            Kind::Csv(table) => rows(table).map(|row| csv(&row)).collect(),
            Kind::Xlsx(table) => rows(table).map(|row| xlsx::row(&row)).collect(),
            Kind::Airwars => airwars::incident(view, seen)
                .map(|incident| incident.to_string())
                .into_iter()
                .collect(),
            Kind::GeoJson => vec![places::feature(view, seen).to_string()],
            Kind::Calendar => vec![calendar::entries(view, seen, host(view.home()))],
            Kind::Columns(..) | Kind::Master | Kind::Linked => vec![],
        }
    }

    /// What stands between two parts of a list; every part but the first of the file has it.
    fn before(self, is_first: &mut bool) -> &'static str {
        let was_first = std::mem::replace(is_first, false);
        match self.kind {
            Kind::Airwars | Kind::GeoJson if was_first => "\n",
            Kind::Airwars | Kind::GeoJson => ",\n",
            Kind::Csv(_)
            | Kind::Xlsx(_)
            | Kind::Columns(..)
            | Kind::Master
            | Kind::Linked
            | Kind::Calendar => "",
        }
    }
}

/// The whole XLSX of the rows that its pieces gave.
///
/// # Errors
/// When it is too great for a ZIP without extensions: 4 GB.
pub fn book(rows: &str) -> std::io::Result<Vec<u8>> {
    xlsx::book(rows)
}

fn titles(table: Table) -> Vec<Cell> {
    let all = table.columns.iter().chain(&sijil::COLUMNS);
    all.map(|name| Cell::from(*name)).collect()
}

/// Stories, claims, then groups of each kind: parts 0, 1 and from 2.
fn linked_piece(
    tx: &mut Tx<'_, '_>,
    view: &mut View,
    about: &About,
    at: Cursor,
) -> Result<(String, Option<Cursor>), DbError> {
    let (mut nodes, mut ids) = (Vec::new(), Vec::new());
    match at.part {
        0 => {
            for id in store::public_stories(tx, at.after, PIECE)? {
                ids.push(id.0);
                if let Some(card) = lists::card(tx, id)? {
                    let claims = claims::public_of_article(tx, id)?;
                    nodes.push(linked::story(view, &card, &claims));
                }
            }
        }
        1 => {
            for claim in claims::public_after(tx, ClaimId(at.after), PIECE)? {
                ids.push(claim.id.0);
                let shown = view.shown(tx, &claim)?;
                nodes.push(linked::claim(view, &shown));
            }
        }
        part => {
            if let Some(kind) = GROUPS.get(part - 2) {
                for seen in view.groups(tx, *kind, at.after, PIECE)? {
                    ids.push(seen.group.id.0);
                    nodes.extend(linked::group(view, &seen));
                }
            }
        }
    }
    let is_full = i64::try_from(ids.len()) == Ok(PIECE);
    let next = at.next(ids.last().copied(), is_full, GROUPS.len() + 2);
    let mut text = if at == Cursor::START {
        linked::head(about)
    } else {
        String::new()
    };
    for node in nodes {
        text.push_str(",\n");
        text.push_str(&node.to_string());
    }
    if next.is_none() {
        text.push_str(linked::TAIL);
    }
    Ok((text, next))
}

fn columns(name: &str, table: Table, about: &About) -> String {
    let all = table.columns.iter().chain(&sijil::COLUMNS);
    let columns: Vec<_> = all
        .map(|name| json!({"name": name, "titles": name}))
        .collect();
    let text = json!({
        "@context": "http://www.w3.org/ns/csvw",
        "url": format!("{name}.csv"),
        "dc:license": about.licence,
        "dc:modified": iso(about.at.0),
        "dc:source": about.url,
        "dc:description": format!("count rule: {}", about.count_rule),
        "tableSchema": {"columns": columns},
    });
    format!("{text}\n")
}

pub(super) fn host(url: &str) -> &str {
    let host = url.split_once("://").map_or(url, |(_, host)| host);
    host.split('/').next().unwrap_or(host)
}
