//! The addresses of accounts: the desk's door, one's own account, and who works here. The others
//! stand in the table that these join.

use axum::routing::{MethodRouter, get, post};

use super::{Power, account, again, entry, keys, people, request, second, welcome};
use crate::app::App;
use crate::staff::people::person::desk as person;
use crate::topics::protection::desk as protection;

/// The desk's door: what of it is open to who is not signed in.
pub(crate) fn door() -> Vec<(&'static str, MethodRouter<App>)> {
    vec![
        (
            "/desk/login",
            get(entry::desk::door).post(entry::desk::sign_in),
        ),
        ("/desk/login/options", post(entry::desk::options)),
        ("/desk/login/key", post(entry::desk::sign_in_with_key)),
        (
            "/desk/welcome/{token}",
            get(welcome::desk::page).post(welcome::desk::accept),
        ),
        (
            "/desk/welcome/{token}/options",
            post(welcome::desk::options),
        ),
    ]
}

/// Somebody's own account.
pub(crate) fn accounts() -> Vec<(&'static str, Power, MethodRouter<App>)> {
    let table = vec![
        (
            "/desk/account",
            get(account::desk::page).post(account::desk::save),
        ),
        ("/desk/account/password", post(account::desk::set_password)),
        (
            "/desk/account/sessions/end",
            post(account::desk::end_sessions),
        ),
        (
            "/desk/account/sessions/{id}/end",
            post(account::desk::end_session),
        ),
        ("/desk/account/passkeys", post(keys::desk::add)),
        ("/desk/account/passkeys/options", post(keys::desk::options)),
        ("/desk/account/passkeys/{id}/end", post(keys::desk::remove)),
        (
            "/desk/account/second",
            get(second::desk::page).post(second::desk::add),
        ),
        ("/desk/account/second/end", post(second::desk::remove)),
        ("/desk/account/codes", post(second::desk::renew)),
        (
            "/desk/again",
            get(again::desk::page).post(again::desk::prove),
        ),
        ("/desk/again/key", post(again::desk::prove_with_key)),
    ];
    let each = table.into_iter();
    each.map(|(address, handlers)| (address, Power::Enter, handlers))
        .collect()
}

/// Who works here, and what they may do.
pub(crate) fn managers() -> Vec<(&'static str, Power, MethodRouter<App>)> {
    let table = vec![
        (
            "/desk/people",
            get(people::desk::list).post(people::desk::add),
        ),
        ("/desk/people/{id}", get(person::person).post(person::set)),
        ("/desk/people/{id}/link", post(person::relink)),
        ("/desk/people/{id}/entry", post(person::disable)),
        ("/desk/people/{id}/sessions/end", post(person::end_sessions)),
        ("/desk/requests", get(request::desk::list)),
        ("/desk/requests/{id}", post(request::desk::answer)),
        ("/desk/bylines", get(protection::list)),
        (
            "/desk/bylines/{id}/protection",
            get(protection::ask).post(protection::begin),
        ),
        ("/desk/bylines/{id}/protection/end", post(protection::end)),
    ];
    let each = table.into_iter();
    each.map(|(address, handlers)| (address, Power::ManageStaff, handlers))
        .collect()
}
