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

#[tokio::test]
async fn an_assignment_becomes_a_story_and_stands_in_the_calendar() {
    let desk = Desk::open().await;
    let layla = desk.layla.id.to_string();
    let asked = [
        ("brief", "The pass in winter"),
        ("lang", "en"),
        ("whom", layla.as_str()),
        ("due_at", "2026-11-10T17:00"),
    ];
    let given = desk
        .newsroom
        .post_as(&desk.omar, "/desk/assignments/new", &asked)
        .await;
    assert_eq!(given.header("location"), "/desk/assignments");
    let nothing = [
        ("brief", " "),
        ("whom", layla.as_str()),
        ("due_at", "2026-11-10T17:00"),
    ];
    let nothing = desk
        .newsroom
        .post_as(&desk.omar, "/desk/assignments/new", &nothing)
        .await;
    assert_eq!(nothing.header("location"), "/desk/assignments?said=what");
    let page = desk
        .newsroom
        .get_as(&desk.layla, "/desk/assignments")
        .await
        .text();
    assert!(page.contains("The pass in winter"), "{page}");
    let begin = page
        .split("action=\"")
        .find(|part| part.contains("/story\""))
        .unwrap();
    let begin = begin.split('"').next().unwrap().to_owned();
    let begun = desk.newsroom.post_as(&desk.layla, &begin, &[]).await;
    let story = begun.header("location").to_owned();
    assert!(story.starts_with("/desk/stories/"), "{story}");
    let again = desk.newsroom.post_as(&desk.layla, &begin, &[]).await;
    assert_eq!(
        again.header("location"),
        story,
        "one story for an assignment"
    );
    let id = desk.story().await;
    let at = [("schedule_at", "2026-11-12T06:30:00")];
    desk.step(&desk.omar, id, "/schedule", &at).await;
    let id = desk.story().await;
    let until = [("embargo_until", "2026-11-13T06:00")];
    desk.step(&desk.omar, id, "/embargo", &until).await;
    let id = desk.story().await;
    desk.step(&desk.omar, id, "/publication", &[]).await;
    for view in ["week", "month"] {
        let address = format!("/desk/calendar?view={view}&day=2026-11-10");
        let page = desk.newsroom.get_as(&desk.omar, &address).await;
        assert_eq!(page.status, StatusCode::OK);
        for kind in ["due", "out", "embargo", "published"] {
            let wanted = format!("calendar__event--{kind}");
            assert!(page.text().contains(&wanted), "{kind}: {}", page.text());
        }
    }
    let end = begin.replace("/story", "/end");
    let ended = desk.newsroom.post_as(&desk.layla, &end, &[]).await;
    assert_eq!(ended.header("location"), "/desk/assignments");
    let page = desk
        .newsroom
        .get_as(&desk.layla, "/desk/assignments")
        .await
        .text();
    assert!(page.contains("Nothing is asked of you"), "{page}");
}
