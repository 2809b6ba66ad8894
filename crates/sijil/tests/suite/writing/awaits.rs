//! What awaits somebody at the desk: the home, assignments and the calendar.

use http::StatusCode;

use super::Desk;

#[tokio::test]
async fn the_desk_begins_with_what_awaits_each() {
    let desk = Desk::open().await;
    let home = async |who| desk.newsroom.get_as(who, "/desk/").await.text();
    assert!(home(&desk.layla).await.contains("Nothing awaits you."));
    let id = desk.story().await;
    let drafts = home(&desk.layla).await;
    assert!(
        drafts.contains("My drafts") && drafts.contains("Snow closes the road"),
        "{drafts}"
    );
    assert!(!home(&desk.omar).await.contains("Snow closes the road"));
    let omar = desk.omar.id.to_string();
    let note = [("note", "Call the mayor."), ("note_for", omar.as_str())];
    desk.step(&desk.layla, id, "/notes", &note).await;
    desk.step(&desk.layla, id, "/review", &[]).await;
    let review = home(&desk.omar).await;
    for wanted in [
        "To review",
        "Snow closes the road",
        "Call the mayor.",
        "No comment waits.",
    ] {
        assert!(review.contains(wanted), "{wanted}: {review}");
    }
    let at = [("schedule_at", "2026-11-08T18:00")];
    desk.step(&desk.omar, id, "/schedule", &at).await;
    assert!(home(&desk.omar).await.contains("Going out today"));
}

/// An assignment for Layla; gives where its story is begun.
async fn assigned(desk: &Desk) -> String {
    let layla = desk.layla.id.to_string();
    let asked = [
        ("brief", "The pass in winter"),
        ("lang", "en"),
        ("whom", layla.as_str()),
        ("due_at", "2026-11-10T17:00"),
    ];
    let give = "/desk/assignments/new";
    let given = desk.newsroom.post_as(&desk.omar, give, &asked).await;
    assert_eq!(given.header("location"), "/desk/assignments");
    let nothing = [asked[1], asked[2], asked[3], ("brief", " ")];
    let nothing = desk.newsroom.post_as(&desk.omar, give, &nothing).await;
    assert_eq!(nothing.header("location"), "/desk/assignments?said=what");
    let page = desk.newsroom.get_as(&desk.layla, "/desk/assignments").await;
    let page = page.text();
    assert!(page.contains("The pass in winter"), "{page}");
    let mut forms = page.split("action=\"");
    let begin = forms.find(|part| part.contains("/story\"")).unwrap();
    begin.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_assignment_becomes_one_story_and_ends() {
    let desk = Desk::open().await;
    let begin = assigned(&desk).await;
    let begun = desk.newsroom.post_as(&desk.layla, &begin, &[]).await;
    let story = begun.header("location").to_owned();
    assert!(story.starts_with("/desk/stories/"), "{story}");
    let again = desk.newsroom.post_as(&desk.layla, &begin, &[]).await;
    assert_eq!(again.header("location"), story);
    let end = begin.replace("/story", "/end");
    let ended = desk.newsroom.post_as(&desk.layla, &end, &[]).await;
    assert_eq!(ended.header("location"), "/desk/assignments");
    let page = desk.newsroom.get_as(&desk.layla, "/desk/assignments").await;
    assert!(
        page.text().contains("Nothing is asked of you"),
        "{}",
        page.text()
    );
}

#[tokio::test]
async fn the_calendar_shows_what_goes_out_went_out_ends_and_is_due() {
    let desk = Desk::open().await;
    assigned(&desk).await;
    for (step, fields) in [
        ("/schedule", ("schedule_at", "2026-11-12T06:30:00")),
        ("/embargo", ("embargo_until", "2026-11-13T06:00")),
        ("/publication", ("slug", "")),
    ] {
        let id = desk.story().await;
        desk.step(&desk.omar, id, step, &[fields]).await;
    }
    for view in ["week", "month"] {
        let address = format!("/desk/calendar?view={view}&day=2026-11-10");
        let page = desk.newsroom.get_as(&desk.omar, &address).await;
        assert_eq!(page.status, StatusCode::OK);
        for kind in ["due", "out", "embargo", "published"] {
            let wanted = format!("calendar__event--{kind}");
            assert!(page.text().contains(&wanted), "{kind}: {}", page.text());
        }
    }
}
