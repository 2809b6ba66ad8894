//! Every address of the product. The text edition has the same ones under `/{lang}/text/`.

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};

use crate::app::App;
use crate::feeds::{self, api, files, sitemaps};
use crate::media::desk as picture;
use crate::media::documents::desk as document;
use crate::media::library::desk as media_library;
use crate::media::uploads::desk as media_uploads;
use crate::moderation;
use crate::moderation::decisions::desk as decisions;
use crate::moderation::rules::desk as settings;
use crate::moderation::threads::desk as threads;
use crate::settings::desk as basics;
use crate::settings::file::desk as file_desk;
use crate::settings::looks::desk as looks;
use crate::settings::topics::desk as topic_desk;
use crate::settings::words::desk as words;
use crate::staff::{self, Power};
use crate::web::{PageError, assets, slash};
use crate::{articles, code, comments, front, ledger, media, record, search, slots, topics, votes};

/// What staff can ask for: each address with the power that it takes. The door alone is open.
fn desk() -> Vec<(&'static str, Power, MethodRouter<App>)> {
    let mut table = vec![
        ("/desk/", Power::Enter, get(articles::desk::home::home)),
        ("/desk/logout", Power::Enter, post(staff::desk::sign_out)),
        (
            "/desk/language",
            Power::Enter,
            post(staff::desk::set_language),
        ),
        ("/desk/ledger", Power::ReadLedger, get(ledger::desk::ledger)),
        (
            "/desk/ledger/file",
            Power::ReadLedger,
            get(ledger::desk::file),
        ),
        (
            "/desk/votes",
            Power::Moderate,
            get(votes::desk::list).post(votes::desk::perform),
        ),
    ];
    table.extend(staff::routes::accounts());
    table.extend(staff::routes::managers());
    table.extend(moderators());
    table.extend(stories());
    table.extend(steps());
    table.extend(front_page());
    table.extend(library());
    table.extend(newsroom());
    table.extend(record_desk());
    table.extend(record_learning());
    table
}

/// Stories at the desk.
#[rustfmt::skip]
fn stories() -> Vec<(&'static str, Power, MethodRouter<App>)> {
    use articles::desk::{assignments, calendar, copies, draft, edit, list, new};
    use articles::desk::{notes, previews, translation};
    use articles::preview;
    vec![
        ("/desk/calendar", Power::Write, get(calendar::show)),
        ("/desk/assignments", Power::Write, get(assignments::list)),
        ("/desk/assignments/new", Power::Publish, post(assignments::give)),
        ("/desk/assignments/{id}/story", Power::Write, post(assignments::begin)),
        ("/desk/assignments/{id}/end", Power::Write, post(assignments::end)),
        ("/desk/stories/", Power::Write, get(list::list)),
        ("/desk/stories/new", Power::Write, get(new::form).post(new::begin)),
        ("/desk/stories/{id}", Power::Write, get(edit::edit).post(edit::save)),
        ("/desk/stories/{id}/draft", Power::Write, post(draft::autosave)),
        ("/desk/stories/{id}/lock", Power::Write, post(draft::lock)),
        ("/desk/stories/{id}/takeover", Power::Write, post(edit::take_over)),
        ("/desk/stories/{id}/copies", Power::Write, get(copies::list)),
        ("/desk/copies/{id}", Power::Write, get(copies::compare).post(copies::restore)),
        ("/desk/stories/{id}/preview", Power::Write, get(preview::pages::own)),
        ("/desk/stories/{id}/previews", Power::Write, get(previews::list).post(previews::make)),
        ("/desk/stories/{id}/previews/{preview}", Power::Write, post(previews::end)),
        ("/desk/stories/{id}/translation", Power::Write, post(translation::begin)),
        ("/desk/stories/{id}/translation/level", Power::Write, post(translation::level)),
        ("/desk/stories/{id}/notes", Power::Write, post(notes::add)),
        ("/desk/stories/{id}/notes/{note}", Power::Write, post(notes::settle)),
    ]
}

/// The record's desk.
#[rustfmt::skip]
fn record_desk() -> Vec<(&'static str, Power, MethodRouter<App>)> {
    use crate::record::desk::{add, claim, decide, group, lists, merge, queue, story, things};
    vec![
        ("/desk/record/", Power::Write, get(queue::queue)),
        ("/desk/record/stories/{id}", Power::Write, get(story::show)),
        ("/desk/record/stories/{id}/confirmation", Power::Publish, post(decide::confirm)),
        ("/desk/record/stories/{id}/rejection", Power::Publish, post(decide::reject)),
        ("/desk/record/stories/{id}/undo", Power::Publish, post(decide::undo)),
        ("/desk/record/stories/{id}/group", Power::Publish, post(decide::group)),
        ("/desk/record/claims/{id}", Power::Write, get(claim::show)),
        ("/desk/record/claims/{id}/correction", Power::Publish, post(claim::correct)),
        ("/desk/record/claims/{id}/deeds", Power::Publish, post(claim::perform)),
        ("/desk/record/sources/", Power::Write, get(lists::sources)),
        ("/desk/record/actors/", Power::Write, get(lists::actors)),
        ("/desk/record/places/", Power::Write, get(lists::places)),
        ("/desk/record/things/", Power::Publish, get(add::show).post(add::save)),
        ("/desk/record/things/{id}", Power::Write, get(things::show)),
        ("/desk/record/things/{id}/words", Power::Publish, post(things::save)),
        ("/desk/record/things/{id}/withholding", Power::Publish, post(things::withhold)),
        ("/desk/record/things/{id}/merger", Power::Publish, get(merge::ask).post(merge::merge)),
        ("/desk/record/groups/{id}", Power::Write, get(group::show)),
        ("/desk/record/groups/{id}/words", Power::Publish, post(group::save)),
    ]
}

/// The front page's desk.
#[rustfmt::skip]
fn front_page() -> Vec<(&'static str, Power, MethodRouter<App>)> {
    use front::desk;
    vec![
        ("/desk/front", Power::ArrangeFront, get(desk::show).post(desk::arrange)),
        ("/desk/front/preview", Power::ArrangeFront, get(desk::preview)),
        ("/desk/front/plans", Power::ArrangeFront, post(desk::plan)),
        ("/desk/front/plans/{id}", Power::ArrangeFront, post(desk::drop_plan)),
        ("/desk/front/banner", Power::ArrangeFront, post(desk::breaking)),
    ]
}

/// What is decided about them, each step with its own address.
#[rustfmt::skip]
fn steps() -> Vec<(&'static str, Power, MethodRouter<App>)> {
    use articles::desk::deeds;
    vec![
        ("/desk/stories/{id}/review", Power::Write, post(deeds::submit)),
        ("/desk/stories/{id}/approval", Power::Publish, post(deeds::approve)),
        ("/desk/stories/{id}/return", Power::Publish, post(deeds::send_back)),
        ("/desk/stories/{id}/schedule", Power::Publish, post(deeds::schedule)),
        ("/desk/stories/{id}/unschedule", Power::Publish, post(deeds::unschedule)),
        ("/desk/stories/{id}/publication", Power::Publish, post(deeds::publish)),
        ("/desk/stories/{id}/withdrawal", Power::Publish, post(deeds::withdraw)),
        ("/desk/stories/{id}/reinstatement", Power::Publish, post(deeds::reinstate)),
        ("/desk/stories/{id}/embargo", Power::Publish, post(deeds::set_embargo)),
        ("/desk/stories/{id}/embargo/end", Power::Publish, post(deeds::lift_embargo)),
    ]
}

/// What moderators decide and set.
fn moderators() -> Vec<(&'static str, Power, MethodRouter<App>)> {
    vec![
        (
            "/desk/moderation",
            Power::Moderate,
            get(moderation::desk::queue),
        ),
        (
            "/desk/moderation/day",
            Power::Moderate,
            get(moderation::day::desk::day),
        ),
        (
            "/desk/moderation/decisions",
            Power::Moderate,
            post(decisions::decided),
        ),
        (
            "/desk/moderation/undo",
            Power::Moderate,
            post(decisions::undone),
        ),
        (
            "/desk/moderation/rules",
            Power::SetRules,
            get(settings::rules).post(settings::add),
        ),
        (
            "/desk/moderation/rules/{id}/end",
            Power::SetRules,
            post(settings::end),
        ),
        (
            "/desk/moderation/modes",
            Power::SetRules,
            post(settings::set_mode),
        ),
        (
            "/desk/moderation/level",
            Power::SetRules,
            post(settings::set_level),
        ),
        (
            "/desk/moderation/bans",
            Power::SetRules,
            post(settings::ban),
        ),
        (
            "/desk/moderation/threads/{id}",
            Power::Moderate,
            get(threads::thread).post(threads::set_thread),
        ),
    ]
}

/// What whoever writes does with pictures and documents.
fn library() -> Vec<(&'static str, Power, MethodRouter<App>)> {
    let each = [
        (
            "/desk/media/",
            media_uploads::roomy(get(media_library::list).post(media_uploads::hand_in)),
        ),
        ("/desk/media/uploads", post(media_uploads::open)),
        (
            "/desk/media/uploads/{id}",
            get(media_uploads::length).patch(media_uploads::piece),
        ),
        ("/desk/media/files/{sha256}", get(media_library::file)),
        ("/desk/media/{id}", get(picture::show).post(picture::save)),
        (
            "/desk/media/{id}/removal",
            get(picture::removal).post(picture::remove),
        ),
        (
            "/desk/media/documents/{id}",
            get(document::show).post(document::save),
        ),
        (
            "/desk/media/documents/{id}/removal",
            get(document::removal).post(document::remove),
        ),
    ];
    let each = each.into_iter();
    each.map(|(address, handlers)| (address, Power::Write, handlers))
        .collect()
}

/// What an admin sets for the whole newsroom.
fn newsroom() -> Vec<(&'static str, Power, MethodRouter<App>)> {
    let each = [
        ("/desk/newsroom/", get(basics::basics).post(basics::save)),
        ("/desk/newsroom/look", get(looks::show).post(looks::save)),
        ("/desk/newsroom/look.css", get(looks::sample)),
        ("/desk/newsroom/logo", post(looks::set_logo)),
        (
            "/desk/newsroom/topics",
            get(topic_desk::list).post(topic_desk::add),
        ),
        (
            "/desk/newsroom/topics/{id}",
            get(topic_desk::show).post(topic_desk::save),
        ),
        ("/desk/newsroom/topics/{id}/merger", post(topic_desk::merge)),
        ("/desk/newsroom/words", get(words::show).post(words::save)),
        ("/desk/newsroom/menus", post(words::save_menu)),
        (
            "/desk/newsroom/file",
            get(file_desk::show).post(file_desk::take),
        ),
        ("/desk/newsroom/newsroom.toml", get(file_desk::export)),
    ];
    let each = each.into_iter();
    each.map(|(address, handlers)| (address, Power::Configure, handlers))
        .collect()
}

/// What the machine learns from decisions on the record.
#[rustfmt::skip]
fn record_learning() -> Vec<(&'static str, Power, MethodRouter<App>)> {
    use record::learning::desk;
    vec![
        ("/desk/record/learning", Power::Publish, get(desk::show)),
        ("/desk/record/learning/train", Power::Configure, post(desk::train)),
        ("/desk/record/learning/rules", Power::Configure, post(desk::choose)),
        ("/desk/record/learning/models/{id}", Power::Publish, get(desk::try_out)),
        ("/desk/record/learning/models/{id}/use", Power::Configure, post(desk::put_in_use)),
        ("/desk/record/learning/models/{id}/file", Power::Publish, get(desk::file)),
    ]
}

/// Every address of the desk, its door's too. What each gives to whom is in the table of
/// `tests/suite/roles/`.
#[must_use]
pub fn desk_addresses() -> Vec<&'static str> {
    let open = staff::routes::door()
        .into_iter()
        .map(|(address, _)| address);
    let guarded = desk().into_iter().map(|(address, ..)| address);
    open.chain(guarded).collect()
}

/// What anybody can ask for.
pub fn all(app: App) -> Router {
    let mut router = readers();
    for (address, handlers) in staff::routes::door() {
        router = router.route(address, handlers);
    }
    for (address, power, handlers) in desk() {
        let guard = from_fn_with_state((app.clone(), power), staff::desk::guard);
        // Also what an address does not do is said only to who may see it.
        router = router.route(address, handlers.fallback(wrong_method).layer(guard));
    }
    router
        .fallback(slash::nothing)
        .method_not_allowed_fallback(wrong_method)
        .with_state(app)
}

/// What readers and machines can ask for.
fn readers() -> Router<App> {
    Router::new()
        .merge(spoken())
        .merge(record::pages::routes::all())
        .merge(record::export::pages::routes::readers())
        .route("/", get(front::pages::choose))
        .route("/{lang}/", get(front::pages::front))
        .route("/{lang}/search", get(search::pages::search))
        .route("/{lang}/about/", get(slots::pages::about))
        .route("/{lang}/contact/", get(slots::pages::contact))
        .route("/{lang}/method/", get(slots::pages::method))
        .route(
            "/{lang}/corrections/",
            get(articles::corrections::pages::list),
        )
        .route(
            "/{lang}/preview/{token}",
            get(articles::preview::pages::linked),
        )
        .route("/{lang}/{slug}/", get(topics::pages::section))
        .route("/{lang}/tags/{slug}/", get(topics::pages::tag))
        .route("/{lang}/people/{slug}/", get(topics::pages::person))
        .route("/{lang}/{yyyy}/{mm}/{dd}/", get(front::pages::day))
        .route(
            "/{lang}/{yyyy}/{mm}/{dd}/{slug}/",
            get(articles::pages::story),
        )
        .route(
            "/{lang}/{yyyy}/{mm}/{dd}/{slug}/history/",
            get(articles::pages::history),
        )
        .route("/{lang}/{feed}", get(feeds::pages::site))
        .route("/{lang}/{slug}/{feed}", get(feeds::pages::section))
        .route("/{lang}/tags/{slug}/{feed}", get(feeds::pages::tag))
        .route("/{lang}/people/{slug}/{feed}", get(feeds::pages::person))
        .route("/media/{sha256}/{file}", get(media::pages::file))
        .route("/assets/{file}", get(assets::file))
        .route("/sitemap.xml", get(sitemaps::index))
        .route("/sitemaps/pages.xml", get(sitemaps::pages))
        .route("/sitemaps/{lang}/{month}", get(sitemaps::month))
        .route("/news-sitemap.xml", get(sitemaps::news))
        .route("/robots.txt", get(files::robots))
        .route("/.well-known/security.txt", get(files::security))
        .route("/api/v1/openapi.json", get(api::openapi))
        .route("/api/v1/stories", get(api::stories))
        .route("/api/v1/stories/{id}", get(api::story))
        .route("/api/v1/search", get(api::search))
}

/// Where readers speak: comments, votes, and the code that confirms them.
fn spoken() -> Router<App> {
    Router::new()
        .route(
            "/{lang}/{yyyy}/{mm}/{dd}/{slug}/comments/",
            get(comments::pages::thread),
        )
        .route(
            "/{lang}/{yyyy}/{mm}/{dd}/{slug}/comments/{id}/",
            get(comments::pages::conversation),
        )
        .route(
            "/{lang}/{yyyy}/{mm}/{dd}/{slug}/comments/feed.atom",
            get(comments::feed::pages::feed),
        )
        .route("/{lang}/comments/{id}/reply", get(comments::pages::reply))
        .route(
            "/{lang}/comments/{id}/report",
            get(comments::reports::pages::form).post(comments::reports::pages::send),
        )
        .route(
            "/{lang}/receipt/{secret}",
            get(comments::receipt::pages::receipt).post(comments::receipt::pages::act),
        )
        .route(
            "/{lang}/votes/{kind}/{id}",
            get(votes::pages::show).post(votes::pages::cast),
        )
        .route(
            "/{lang}/votes/{kind}/{id}/erasure",
            post(votes::pages::erase),
        )
        .route(
            "/{lang}/comments/{id}",
            post(comments::sending::pages::send),
        )
        .route("/{lang}/ramz/{act}/{id}", get(code::pages::code))
        .route("/ramz/{file}", get(code::pages::file))
}

async fn wrong_method() -> PageError {
    PageError::WrongMethod
}
