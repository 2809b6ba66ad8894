//! The table of `table.txt`, asked of a newsroom line by line. To add an address of the desk, add its
//! lines there; how is written at its head.

mod things;

use http::{Method, StatusCode};
use sijil::routes;
use sijil::staff::{Role, StaffId};

use crate::support::{Answer, SignedIn, TestNewsroom};

const TABLE: &str = include_str!("table.txt");
const METHODS: [Method; 5] = [
    Method::GET,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
];
/// What stands in the last columns but one, in their order; the first of them is a stranger.
const VISITORS: usize = 1 + Role::ALL.len();

/// One line of the table.
struct Line {
    method: Method,
    address: &'static str,
    with: &'static str,
    answers: Vec<&'static str>,
    form: &'static str,
}

/// One of each role, in their order.
struct People(Vec<(Role, StaffId)>);

fn table() -> Vec<Line> {
    let lines = TABLE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    let each = lines.map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let is_whole = (3 + VISITORS..=4 + VISITORS).contains(&words.len());
        assert!(
            is_whole,
            "method, address, thing, {VISITORS} answers, form: {line}"
        );
        Line {
            method: words[0].parse().unwrap(),
            address: words[1],
            with: words[2],
            answers: words[3..3 + VISITORS].to_vec(),
            form: words.get(3 + VISITORS).copied().unwrap_or_default(),
        }
    });
    each.collect()
}

async fn hire_all(newsroom: &TestNewsroom) -> People {
    let mut people = Vec::new();
    for role in Role::ALL {
        people.push((role, newsroom.signed_in(role.word(), role).await.id));
    }
    People(people)
}

/// The word that an answer stands for.
fn word(answer: &Answer) -> &'static str {
    let leads_to_the_door = answer.status == StatusCode::SEE_OTHER
        && answer.header("location").starts_with("/desk/login")
        && answer.header("set-cookie").is_empty();
    match answer.status {
        _ if leads_to_the_door => "door",
        StatusCode::FORBIDDEN if answer.text().contains("not among your powers") => "no",
        StatusCode::NOT_FOUND => "none",
        status if status == StatusCode::FORBIDDEN || status.is_server_error() => "failure",
        StatusCode::METHOD_NOT_ALLOWED => "failure",
        _ => "yes",
    }
}

async fn ask(newsroom: &TestNewsroom, line: &Line, at: (String, String), cookie: &str) -> Answer {
    let (address, form) = at;
    let mut headers = vec![("accept-language", "en")];
    if !cookie.is_empty() {
        headers.push(("cookie", cookie));
    }
    if line.method != Method::POST {
        return newsroom.ask(line.method.clone(), &address, &headers).await;
    }
    let fields = form.split('&').filter_map(|field| field.split_once('='));
    let fields: Vec<(&str, &str)> = fields.collect();
    newsroom
        .post(&address, &fields, &headers, "192.0.2.7")
        .await
}

fn filled(text: &str, values: &things::Values) -> String {
    let mut text = text.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

/// What one visitor gets by one line, in a word.
async fn answer(
    newsroom: &TestNewsroom,
    people: &People,
    line: &Line,
    visitor: Option<StaffId>,
) -> &'static str {
    let who: Option<SignedIn> = match visitor {
        Some(id) => Some(newsroom.session(id).await),
        None => None,
    };
    let made = things::make(newsroom, people, line.with, who.as_ref()).await;
    let values = made.unwrap_or_else(|| panic!("things.rs makes no {}", line.with));
    let at = (filled(line.address, &values), filled(line.form, &values));
    let cookie = who.map_or_else(String::new, |who| who.cookie);
    word(&ask(newsroom, line, at, &cookie).await)
}

#[tokio::test]
async fn everybody_gets_at_the_desk_what_the_table_says() {
    let newsroom = TestNewsroom::open().await;
    let people = hire_all(&newsroom).await;
    let mut wrong = Vec::new();
    for line in table() {
        let strangers = std::iter::once(("stranger", None));
        let staff = people.0.iter().map(|(role, id)| (role.word(), Some(*id)));
        for ((name, visitor), expected) in strangers.chain(staff).zip(&line.answers) {
            let got = answer(&newsroom, &people, &line, visitor).await;
            if got != *expected {
                let (method, address, with) = (&line.method, line.address, line.with);
                wrong.push(format!(
                    "{method} {address} {with} {name}: {got}, not {expected}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_address_and_method_of_the_desk_has_a_line() {
    let newsroom = TestNewsroom::open().await;
    let admin = newsroom.signed_in("admin", Role::Admin).await;
    let (table, mut missing) = (table(), Vec::new());
    let addresses = routes::desk_addresses();
    for line in &table {
        let exists = addresses.contains(&line.address);
        assert!(exists, "no such address: {}", line.address);
    }
    for address in addresses {
        for method in METHODS {
            // Without a content type no handler takes a form: nothing is changed here.
            let headers = [("cookie", admin.cookie.as_str())];
            let asked = address.replace(['{', '}'], "");
            let answer = newsroom.ask(method.clone(), &asked, &headers).await;
            let is_there = answer.status != StatusCode::METHOD_NOT_ALLOWED;
            let stands = |line: &&Line| line.address == address && line.method == method;
            if is_there && !table.iter().any(|line| stands(&line)) {
                missing.push(format!("{method} {address}"));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "add to table.txt:\n{}",
        missing.join("\n")
    );
}

#[tokio::test]
async fn a_forged_session_is_a_stranger() {
    let newsroom = TestNewsroom::open().await;
    for line in table().iter().filter(|line| line.answers[0] == "door") {
        let address = line.address.replace(['{', '}'], "");
        for cookie in ["__Host-desk=0000", "__Host-desk=", "desk=0000"] {
            let answer = ask(&newsroom, line, (address.clone(), String::new()), cookie).await;
            assert_eq!(word(&answer), "door", "{} {address}", line.method);
            assert_eq!(answer.text(), "", "{address}");
        }
    }
}
